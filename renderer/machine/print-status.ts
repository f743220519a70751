import { createStore } from 'zustand/vanilla';
import type { Answer } from '../../shared/contract/desk-api.ts';
import type { PrintState } from '../../shared/contract/machine/views.ts';
import type { Backstage } from '../frame/backstage.ts';

export type Paper = PrintState['paper'];

/** The printer as the desk sees it, and the paper receipts go on. */
export interface PrintStatus {
  readonly state: PrintState | null;
  readonly load: () => Promise<void>;
  readonly retry: () => Promise<void>;
  readonly setPaper: (paper: Paper) => Promise<void>;
}

export const createPrintStatus = ({ desk, notices }: Pick<Backstage, 'desk' | 'notices'>) =>
  createStore<PrintStatus>()((set) => {
    const take = (answer: Answer<'print.state'>) => {
      if (answer.ok) return set({ state: answer.value });
      const [refusal] = answer.error;
      notices.getState().tell({ tone: 'late', say: (words) => words.refusal(refusal) });
    };
    desk.listen('print.changed', (state) => set({ state }));
    return {
      state: null,
      load: async () => take(await desk.call('print.state', {})),
      retry: async () => take(await desk.call('print.retry', {})),
      setPaper: async (paper) => take(await desk.call('print.setPaper', { paper })),
    };
  });
