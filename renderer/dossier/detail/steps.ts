import { createStore } from 'zustand/vanilla';
import type { Input } from '../../../shared/contract/desk-api.ts';
import type { ConsentView } from '../../../shared/contract/dossier/second-person.ts';
import type { StepName } from '../../../shared/contract/dossier/steps.ts';
import type { DossierDetail } from '../../../shared/contract/dossier/views.ts';
import type { Refusal } from '../../../shared/contract/refusal.ts';
import type { LocalDateTime } from '../../../shared/domain/base/local-date.ts';
import type { DueDoubt } from '../../../shared/domain/calendar/due-doubt.ts';
import { formatDate } from '../../../shared/text/format.ts';
import { fill } from '../../../shared/text/language.ts';
import { eventText } from '../../../shared/text/sentences.ts';
import { type Approving, approverOf, nobodyYet } from '../../correction/approving.ts';
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
  /** Who may agree to the step, where somebody must; null until the desk has said so. */
  readonly consent: ConsentView | null;
  readonly approving: Approving;
  readonly ask: (detail: DossierDetail | null) => void;
  /** Opens the form of a step; one that is told a day and wants a second person asks the desk for both. */
  readonly choose: (step: StepName | null) => Promise<void>;
  readonly approve: (change: Partial<Approving>) => void;
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
  consent: null,
  approving: nobodyYet,
} as const;

export const createSteps = ({ desk, notices }: Pick<Backstage, 'desk' | 'notices'>) =>
  createStore<Steps>()((set, get) => {
    const doubts = latest();
    const previews = latest();
    return {
      ...closed,
      ask: (detail) => set({ ...closed, detail }),
      choose: async (step) => {
        const { detail } = get();
        set({ ...closed, detail, step });
        if (step !== 'dossier.supplementRequested' || detail === null) return;
        const isLatest = previews.ask();
        const answer = await desk.call('dossier.supplementPreview', { id: detail.row.id });
        if (!isLatest() || get().step !== step) return;
        if (!answer.ok) return set({ refusal: answer.error[0] });
        const { answerBy, ...consent } = answer.value;
        set({ consent, texts: { answerBy: formatDate(answerBy), ...get().texts } });
      },
      approve: (change) => set({ approving: { ...get().approving, ...change }, refusal: null }),
      type: (field, text) => set({ texts: { ...get().texts, [field]: text }, refusal: null, unread: null }),
      doubtDue: async (now) => {
        const isLatest = doubts.ask();
        const dueAt = newDueOf(get().texts.newDueAt ?? '', now);
        const answer = dueAt === null ? null : await desk.call('calendar.doubtDue', { dueAt });
        if (isLatest()) set({ dueDoubts: answer?.ok === true ? answer.value : [] });
      },
      send: async (now) => {
        const { detail, step, texts, approving, busy } = get();
        if (detail === null || step === null || busy) return;
        const request = stepRequestOf(step, detail, texts, now, approverOf(approving));
        if ('unread' in request) return set({ unread: request });
        set({ busy: true });
        const answer = await desk.call('dossier.step', request);
        if (!answer.ok)
          return set({ busy: false, refusal: answer.error[0], approving: { ...approving, pin: '' } });
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
