import { createStore } from 'zustand/vanilla';
import type { Answer, Refusals } from '../../../shared/contract/desk-api.ts';
import type { DossierDetail } from '../../../shared/contract/dossier/views.ts';
import { shortCode } from '../../../shared/domain/dossier/dossier-code.ts';
import { fill } from '../../../shared/text/language.ts';
import { type Backstage, latest } from '../../frame/backstage.ts';

/** One dossier, opened. */
export interface OpenDossier {
  readonly detail: DossierDetail | null;
  readonly refusals: Refusals | null;
  readonly busy: boolean;
  readonly open: (id: string) => Promise<void>;
  readonly markReady: () => Promise<void>;
}

export const createOpenDossier = ({ desk, notices, run }: Backstage) =>
  createStore<OpenDossier>()((set, get) => {
    const reads = latest();
    const take = (answer: Answer<'dossier.get'>) =>
      answer.ok ? set({ detail: answer.value, refusals: null }) : set({ refusals: answer.error });

    const read = async (id: string) => {
      const isLatest = reads.ask();
      const answer = await desk.call('dossier.get', { id });
      if (isLatest()) take(answer);
    };

    desk.listen('dossiers.changed', ({ ids }) => {
      const id = get().detail?.row.id;
      if (id !== undefined && ids.includes(id)) run(read(id));
    });

    return {
      detail: null,
      refusals: null,
      busy: false,
      open: async (id) => {
        if (get().detail?.row.id !== id) set({ detail: null, refusals: null });
        await read(id);
      },
      markReady: async () => {
        const { detail, busy } = get();
        if (detail === null || busy) return;
        set({ busy: true });
        try {
          const answer = await desk.call('dossier.markReady', { id: detail.row.id, note: '' });
          take(answer);
          const code = shortCode(detail.row.code);
          if (answer.ok)
            notices.getState().tell({ tone: 'ok', say: ({ t }) => fill(t.dossier.marked, { code }) });
        } finally {
          set({ busy: false });
        }
      },
    };
  });
