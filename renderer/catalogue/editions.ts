import { createStore } from 'zustand/vanilla';
import type { EditionsView } from '../../shared/contract/catalogue/views.ts';
import type { Refusal } from '../../shared/contract/refusal.ts';
import { fill } from '../../shared/text/language.ts';
import { type Backstage, latest } from '../frame/backstage.ts';

/** What new rules of the office changed, and the receipts that are wrong for it. */
export interface Editions {
  readonly view: EditionsView | null;
  readonly reason: string;
  readonly refusal: Refusal | null;
  readonly busy: boolean;
  readonly load: () => Promise<void>;
  readonly sayReason: (reason: string) => void;
  readonly redate: () => Promise<void>;
}

export const createEditions = ({ desk, notices, run }: Pick<Backstage, 'desk' | 'notices' | 'run'>) =>
  createStore<Editions>()((set, get) => {
    const reads = latest();
    const load = async () => {
      const isLatest = reads.ask();
      const answer = await desk.call('edition.view', {});
      if (answer.ok && isLatest()) set({ view: answer.value });
    };
    // Nothing named: something about all dossiers has changed, such as the calendar.
    desk.listen('dossiers.changed', ({ ids }) => {
      if (ids.length === 0 && get().view !== null) run(load());
    });
    return {
      view: null,
      reason: '',
      refusal: null,
      busy: false,
      load,
      sayReason: (reason) => set({ reason, refusal: null }),
      redate: async () => {
        const { reason, busy } = get();
        if (busy) return;
        set({ busy: true, refusal: null });
        try {
          const answer = await desk.call('edition.redate', { reason });
          if (!answer.ok) return set({ refusal: answer.error[0] });
          const count = answer.value.redated;
          set({ reason: '' });
          await load();
          notices.getState().tell({ tone: 'ok', say: ({ t }) => fill(t.editions.redated, { count }) });
        } finally {
          set({ busy: false });
        }
      },
    };
  });
