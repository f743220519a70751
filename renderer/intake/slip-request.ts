import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Refusal } from '../../shared/contract/refusal.ts';
import { fill } from '../../shared/text/language.ts';
import { linesOf } from '../dossier/detail/step-request.ts';
import type { Backstage } from '../frame/backstage.ts';
import type { Intake } from './intake-state.ts';

type SlipKind = 'supplement' | 'refuse';
export type SlipField = 'more' | 'reason';

/** What the officer is asked before paper 02 or 03; the form itself stands in the intake store. */
export interface SlipRequest {
  /** `choose`: which of the two. */
  readonly kind: SlipKind | 'choose' | null;
  /** The form the question is about: a card scanned meanwhile opens another one, and the question is gone. */
  readonly draft: string | null;
  readonly texts: Readonly<Record<SlipField, string>>;
  /** What the desk declined in these fields; the rest is told on the form. */
  readonly refusal: Refusal | null;
  readonly ask: (kind: SlipRequest['kind']) => void;
  readonly type: (field: SlipField, text: string) => void;
  /** @param isDown the printer: the notice must not promise paper */
  readonly send: (isDown: boolean) => Promise<void>;
}

const empty = { more: '', reason: '' };

export const createSlipRequest = (
  { desk, focus, notices }: Pick<Backstage, 'desk' | 'focus' | 'notices'>,
  intake: StoreApi<Intake>,
) =>
  createStore<SlipRequest>()((set, get) => {
    /** Declined for what stands in the panel: said there, and the form is left alone. */
    const declinedHere = (refusals: readonly Refusal[]): boolean => {
      const [first, ...others] = refusals;
      const isHere = first !== undefined && others.length === 0 && isSlipField(first.field);
      set(isHere ? { refusal: first } : { kind: null });
      if (isHere) focus.getState().want(`slip.${first.field ?? ''}`);
      return isHere;
    };

    return {
      kind: null,
      draft: null,
      texts: empty,
      refusal: null,
      ask: (kind) => {
        const draft = intake.getState().draft?.id ?? null;
        const isSame = draft === get().draft;
        set({
          kind: draft === null ? null : kind,
          draft,
          texts: isSame ? get().texts : empty,
          refusal: null,
        });
      },
      type: (field, text) => set({ texts: { ...get().texts, [field]: text }, refusal: null }),
      send: async (isDown) => {
        const { kind, texts } = get();
        if (kind !== 'supplement' && kind !== 'refuse') return;
        const { reason } = texts;
        const more = linesOf(texts.more);
        const name = intake.getState().draft?.applicant.name ?? '';
        const given = await intake
          .getState()
          .handIn(
            (draft) =>
              kind === 'refuse'
                ? desk.call('intake.refuse', { draft, reason })
                : desk.call('intake.requestSupplement', { draft, more, reason }),
            declinedHere,
          );
        if (given === null) return;
        set({ kind: null, draft: null, texts: empty });
        const said = { supplement: ['asked', 'askedOnly'], refuse: ['refused', 'refusedOnly'] } as const;
        notices.getState().tell({
          tone: isDown ? 'today' : 'ok',
          say: ({ t }) => fill(t.petitions[said[kind][isDown ? 1 : 0]], { name }),
        });
      },
    };
  });

const isSlipField = (field: string | undefined): field is SlipField => field === 'more' || field === 'reason';
