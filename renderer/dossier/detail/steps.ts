import { createStore } from 'zustand/vanilla';
import type { Input } from '../../../shared/contract/desk-api.ts';
import type { StepName } from '../../../shared/contract/dossier/steps.ts';
import type { DossierDetail } from '../../../shared/contract/dossier/views.ts';
import type { Refusal } from '../../../shared/contract/refusal.ts';
import type { LocalDateTime } from '../../../shared/domain/base/local-date.ts';
import type { DueDoubt } from '../../../shared/domain/calendar/due-doubt.ts';
import { fill } from '../../../shared/text/language.ts';
import { eventText } from '../../../shared/text/sentences.ts';
import { type Backstage, latest } from '../../frame/backstage.ts';
import { newDueOf, type StepField, type StepTexts, stepRequestOf, type Unread } from './step-request.ts';

/** The panel of a dossier's next steps: first which, then what the step asks for. */
export interface Steps {
  readonly detail: DossierDetail | null;
  readonly step: StepName | null;
  readonly texts: StepTexts;
  readonly refusal: Refusal | null;
  readonly unread: Unread | null;
  readonly busy: boolean;
  /** About the new date being typed. */
  readonly dueDoubts: readonly DueDoubt[];
  readonly ask: (detail: DossierDetail | null) => void;
  readonly choose: (step: StepName | null) => void;
  readonly type: (field: StepField, text: string) => void;
  /** Asks what speaks against the new date as far as it is typed. */
  readonly doubtDue: (now: LocalDateTime) => Promise<void>;
  readonly send: (now: LocalDateTime) => Promise<void>;
  readonly print: (paper: Input<'dossier.print'>['paper']) => Promise<void>;
}

const closed = {
  detail: null,
  step: null,
  texts: {},
  refusal: null,
  unread: null,
  busy: false,
  dueDoubts: [],
} as const;

export const createSteps = ({ desk, notices }: Pick<Backstage, 'desk' | 'notices'>) =>
  createStore<Steps>()((set, get) => {
    const doubts = latest();
    return {
      ...closed,
      ask: (detail) => set({ ...closed, detail }),
      choose: (step) => set({ step, texts: {}, refusal: null, unread: null, dueDoubts: [] }),
      type: (field, text) => set({ texts: { ...get().texts, [field]: text }, refusal: null, unread: null }),
      doubtDue: async (now) => {
        const isLatest = doubts.ask();
        const dueAt = newDueOf(get().texts.newDueAt ?? '', now);
        const answer = dueAt === null ? null : await desk.call('calendar.doubtDue', { dueAt });
        if (isLatest()) set({ dueDoubts: answer?.ok === true ? answer.value : [] });
      },
      send: async (now) => {
        const { detail, step, texts, busy } = get();
        if (detail === null || step === null || busy) return;
        const request = stepRequestOf(step, detail, texts, now);
        if ('unread' in request) return set({ unread: request });
        set({ busy: true });
        const answer = await desk.call('dossier.step', request);
        if (!answer.ok) return set({ busy: false, refusal: answer.error[0] });
        set({ ...closed });
        notices.getState().tell({
          tone: 'ok',
          say: ({ t, language }) => fill(t.steps.done, { step: eventText(step, language) }),
        });
      },
      print: async (paper) => {
        const { detail } = get();
        if (detail === null) return;
        set({ ...closed });
        const answer = await desk.call('dossier.print', { id: detail.row.id, paper });
        notices
          .getState()
          .tell(
            answer.ok
              ? { tone: 'ok', say: ({ t }) => t.steps.printing }
              : { tone: 'late', say: (words) => words.refusal(answer.error[0]) },
          );
      },
    };
  });
