import { createStore } from 'zustand/vanilla';
import type { Output } from '../../shared/contract/desk-api.ts';
import { shortCode } from '../../shared/domain/dossier/dossier-code.ts';
import { fill } from '../../shared/text/language.ts';
import type { Backstage } from '../frame/backstage.ts';
import { nothingToEnd } from '../world.ts';

export type RecentRow = Output<'intake.recent'>['rows'][number];

/** What was just received at this counter, and how long each can still be undone. */
export interface Recent {
  readonly rows: readonly RecentRow[];
  readonly today: number;
  readonly load: () => Promise<void>;
  readonly undo: (row: Pick<RecentRow, 'id' | 'code'>) => Promise<void>;
}

export const createRecent = ({ desk, timers, notices, run }: Backstage) =>
  createStore<Recent>()((set, get) => {
    let cancel = nothingToEnd;
    const load = async () => {
      const answer = await desk.call('intake.recent', {});
      if (!answer.ok) return;
      set(answer.value);
      cancel();
      const soonest = Math.min(
        ...answer.value.rows.map((row) => row.undoableForS || Number.POSITIVE_INFINITY),
      );
      if (Number.isFinite(soonest)) cancel = timers.after(soonest * 1000 + 200, () => run(load()));
    };
    return {
      rows: [],
      today: 0,
      load,
      undo: async ({ id, code }) => {
        const answer = await desk.call('intake.undo', { id });
        await get().load();
        notices
          .getState()
          .tell(
            answer.ok
              ? { tone: 'ok', say: ({ t }) => fill(t.intake.undone, { code: shortCode(code) }) }
              : { tone: 'late', say: (words) => words.refusal(answer.error[0]) },
          );
      },
    };
  });

/** What Ctrl+Z would undo. */
export const undoable = ({ rows }: Pick<Recent, 'rows'>): RecentRow | undefined =>
  rows.find((row) => row.undoableForS > 0);
