import { createStore } from 'zustand/vanilla';
import type { ProcedureView } from '../../shared/contract/catalogue/views.ts';
import type { CorrectionPreview } from '../../shared/contract/correction/views.ts';
import type { DossierDetail } from '../../shared/contract/dossier/views.ts';
import type { Refusal } from '../../shared/contract/refusal.ts';
import type { LocalDateTime } from '../../shared/domain/base/local-date.ts';
import type { ClashDecision } from '../../shared/domain/people/id-clash.ts';
import { tidyIdNumber } from '../../shared/domain/people/personal-number.ts';
import { type Backstage, latest } from '../frame/backstage.ts';
import { type Approving, approverOf, nobodyYet } from './approving.ts';
import { type CorrectionField, type CorrectionTexts, requestOf, textsOf } from './correction-request.ts';

/** The form that puts right what was recorded wrongly: all of it as it stands, to be typed over. */
export interface Correction {
  readonly detail: DossierDetail | null;
  readonly texts: CorrectionTexts | null;
  readonly procedure: ProcedureView | null;
  /** The fee that is said to apply; null: the one on the receipt. */
  readonly feeChoice: string | null;
  readonly reason: string;
  readonly approving: Approving;
  /** What F9 would change, as the desk works it out. */
  readonly preview: CorrectionPreview | null;
  readonly refusal: Refusal | null;
  readonly unread: CorrectionField | null;
  readonly busy: boolean;
  /** In whose name the number stands already, and what was said of it. */
  readonly clash: { readonly name: string; readonly birthDate: string | null } | null;
  readonly decision: ClashDecision | null;
  readonly decideClash: (decided: ClashDecision['decided'], now: LocalDateTime) => Promise<void>;
  readonly open: (detail: DossierDetail, shown: string) => void;
  readonly close: () => void;
  readonly type: (field: CorrectionField, text: string) => void;
  readonly choose: (procedure: ProcedureView) => void;
  readonly chooseFee: (key: string) => void;
  readonly sayReason: (reason: string) => void;
  readonly approve: (change: Partial<Approving>) => void;
  /** Asks what the changes come to; called when a field is left. */
  readonly check: (now: LocalDateTime) => Promise<void>;
  readonly send: (now: LocalDateTime) => Promise<void>;
}

const closed = {
  detail: null,
  texts: null,
  procedure: null,
  feeChoice: null,
  reason: '',
  approving: nobodyYet,
  preview: null,
  refusal: null,
  unread: null,
  busy: false,
  clash: null,
  decision: null,
} as const;

export const createCorrection = ({ desk, notices, focus }: Pick<Backstage, 'desk' | 'notices' | 'focus'>) =>
  createStore<Correction>()((set, get) => {
    const checks = latest();
    let shownWord = '';

    const asked = (now: LocalDateTime) => {
      const { detail, texts, procedure, feeChoice } = get();
      if (detail === null || texts === null) return null;
      const request = requestOf(
        detail,
        texts,
        { procedureCode: procedure?.code ?? null, feeChoice },
        { now, shown: shownWord },
      );
      if (!('unread' in request)) {
        return { id: detail.row.id, asked: { ...request, clash: get().decision } };
      }
      set({ unread: request.unread, preview: null });
      return null;
    };

    /** The preview, unless the form has been typed in again meanwhile. */
    const check = async (now: LocalDateTime): Promise<CorrectionPreview | null> => {
      const request = asked(now);
      if (request === null) return null;
      const isLatest = checks.ask();
      const answer = await desk.call('dossier.correctPreview', request);
      if (!isLatest()) return null;
      // An untouched form is no fault before F9.
      const refusal = answer.ok || answer.error[0].code === 'nothing-changed' ? null : answer.error[0];
      set({ preview: answer.ok ? answer.value : null, refusal });
      if (refusal !== null) set({ clash: clashIn(refusal) ?? get().clash });
      return answer.ok ? answer.value : null;
    };

    return {
      ...closed,
      open: (detail, shown) => {
        shownWord = shown;
        set({ ...closed, detail, texts: textsOf(detail, shown) });
        focus.getState().want('correct.name');
      },
      close: () => set(closed),
      type: (field, text) => {
        const { texts } = get();
        if (texts !== null) set({ texts: { ...texts, [field]: text }, refusal: null, unread: null });
      },
      choose: (procedure) => set({ procedure, feeChoice: null, refusal: null }),
      chooseFee: (feeChoice) => set({ feeChoice, refusal: null }),
      decideClash: async (decided, now) => {
        const { clash, texts } = get();
        if (clash === null || texts === null) return;
        const decision = {
          decided,
          idNumber: tidyIdNumber(texts.idNumber),
          name: texts.name.trim(),
          otherName: clash.name,
          otherBirthDate: clash.birthDate,
        };
        set({ decision, refusal: null });
        await check(now);
      },
      sayReason: (reason) => set({ reason, refusal: null }),
      approve: (change) => set({ approving: { ...get().approving, ...change }, refusal: null }),
      check: async (now) => void (await check(now)),
      send: async (now) => {
        const request = get().busy ? null : asked(now);
        if (request === null) return;
        set({ busy: true, refusal: null });
        try {
          const { reason, approving } = get();
          const approver = approverOf(approving);
          const answer = await desk.call('dossier.correct', { ...request, reason, approver });
          if (answer.ok) {
            set(closed);
            const said = answer.value.copiesPrinted === 0 ? 'doneUnprinted' : 'done';
            notices.getState().tell({ tone: 'ok', say: ({ t }) => t.correction[said] });
            return;
          }
          const [refusal] = answer.error;
          set({
            refusal,
            approving: { ...approving, pin: '' },
            clash: clashIn(refusal) ?? get().clash,
          });
          if (clashIn(refusal) !== null) focus.getState().want('clash');
          if (refusal.code === 'consent-needed') await check(now);
          set({ refusal });
        } finally {
          set({ busy: false });
        }
      },
    };
  });

/** Who has the number, as the refusal names them; null for any other refusal. */
function clashIn({ code, values }: Refusal): Correction['clash'] {
  if (code !== 'id-clash' && code !== 'id-clash-birth') return null;
  return { name: String(values?.['name'] ?? ''), birthDate: String(values?.['born'] ?? '') || null };
}
