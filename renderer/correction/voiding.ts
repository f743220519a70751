import { createStore } from 'zustand/vanilla';
import type { ConsentView } from '../../shared/contract/dossier/second-person.ts';
import type { DossierDetail } from '../../shared/contract/dossier/views.ts';
import type { Refusal } from '../../shared/contract/refusal.ts';
import { shortCode } from '../../shared/domain/dossier/dossier-code.ts';
import { fill } from '../../shared/text/language.ts';
import type { Backstage } from '../frame/backstage.ts';
import { type Approving, approverOf, nobodyYet } from './approving.ts';

/** A dossier of today about to be voided: why, and who agrees. */
export interface Voiding {
  readonly detail: DossierDetail | null;
  readonly reason: string;
  readonly approving: Approving;
  readonly approvers: readonly ConsentView['approvers'][number][];
  readonly refusal: Refusal | null;
  readonly busy: boolean;
  readonly open: (detail: DossierDetail) => Promise<void>;
  readonly close: () => void;
  readonly sayReason: (reason: string) => void;
  readonly approve: (change: Partial<Approving>) => void;
  readonly send: () => Promise<void>;
}

const closed = {
  detail: null,
  reason: '',
  approving: nobodyYet,
  approvers: [],
  refusal: null,
  busy: false,
} as const;

export const createVoiding = ({ desk, notices, focus }: Pick<Backstage, 'desk' | 'notices' | 'focus'>) =>
  createStore<Voiding>()((set, get) => ({
    ...closed,
    open: async (detail) => {
      set({ ...closed, detail });
      focus.getState().want('void.reason');
      const answer = await desk.call('dossier.voidPreview', { id: detail.row.id });
      if (get().detail?.row.id !== detail.row.id) return;
      if (answer.ok) set({ approvers: answer.value.approvers });
      else set({ refusal: answer.error[0] });
    },
    close: () => set(closed),
    sayReason: (reason) => set({ reason, refusal: null }),
    approve: (change) => set({ approving: { ...get().approving, ...change }, refusal: null }),
    send: async () => {
      const { detail, reason, approving, busy } = get();
      if (detail === null || busy) return;
      set({ busy: true, refusal: null });
      try {
        const approver = approverOf(approving);
        const answer = await desk.call('dossier.void', { id: detail.row.id, reason, approver });
        if (!answer.ok) return set({ refusal: answer.error[0], approving: { ...approving, pin: '' } });
        set(closed);
        const code = shortCode(detail.row.code);
        notices.getState().tell({ tone: 'ok', say: ({ t }) => fill(t.correction.voided, { code }) });
      } finally {
        set({ busy: false });
      }
    },
  }));
