import { createStore } from 'zustand/vanilla';
import type { Input } from '../../../shared/contract/desk-api.ts';
import { fill } from '../../../shared/text/language.ts';
import type { Backstage } from '../../frame/backstage.ts';
import type { Paper } from '../../machine/print-status.ts';

export type ReprintReason = Input<'receipt.reprint'>['reason'];
/** In the order of their digits. */
export const reprintReasons: readonly ReprintReason[] = ['lost', 'damaged', 'jammed', 'other', 'requested'];

/** The one question before a copy: why. */
export interface Reprint {
  readonly asked: { readonly id: string; readonly code: string } | null;
  readonly ask: (dossier: { readonly id: string; readonly code: string } | null) => void;
  readonly answer: (reason: ReprintReason, paper: Paper) => Promise<void>;
}

export const createReprint = ({ desk, notices }: Pick<Backstage, 'desk' | 'notices'>) =>
  createStore<Reprint>()((set, get) => ({
    asked: null,
    ask: (asked) => set({ asked: asked === null ? null : { id: asked.id, code: asked.code } }),
    answer: async (reason, paper) => {
      const { asked } = get();
      if (asked === null) return;
      set({ asked: null });
      const answer = await desk.call('receipt.reprint', { id: asked.id, reason, paper });
      notices.getState().tell(
        answer.ok
          ? {
              tone: 'ok',
              say: ({ t }) =>
                answer.value.copy === 0 ? t.reprint.first : fill(t.reprint.done, { copy: answer.value.copy }),
            }
          : { tone: 'late', say: (words) => words.refusal(answer.error[0]) },
      );
    },
  }));
