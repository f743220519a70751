import type { IntakePreview } from '../../shared/contract/intake/views.ts';
import type { Draft } from '../../shared/domain/intake/draft.ts';
import { type Backstage, latest } from '../frame/backstage.ts';
import { nothingToEnd } from '../world.ts';

export const saveDelayMs = 250;

export interface DraftKeeper {
  /** The draft changed: keep it soon, and ask at once what a save would make of it. */
  readonly changed: (draft: Draft) => void;
  /** A draft the desk has just given: only ask. */
  readonly opened: (draft: Draft) => void;
  /** Keep it now: the field was left, the window is closing. */
  readonly flush: () => void;
  /** Forget what is waiting: the draft has become a dossier. */
  readonly stop: () => void;
}

/** Writes every change of a draft to the desk, so that a power cut costs at most a quarter of a second of typing. */
export function keepDraft(
  { desk, timers, run }: Pick<Backstage, 'desk' | 'timers' | 'run'>,
  onPreview: (preview: IntakePreview) => void,
): DraftKeeper {
  const previews = latest();
  let waiting: Draft | null = null;
  let cancel = nothingToEnd;

  const flush = () => {
    cancel();
    if (waiting === null) return;
    const draft = waiting;
    waiting = null;
    run(desk.call('intake.saveDraft', draft));
  };

  const preview = async (draft: Draft) => {
    const isLatest = previews.ask();
    const answer = await desk.call('intake.preview', draft);
    if (answer.ok && isLatest()) onPreview(answer.value);
  };

  return {
    changed: (draft) => {
      cancel();
      waiting = draft;
      cancel = timers.after(saveDelayMs, flush);
      run(preview(draft));
    },
    opened: (draft) => run(preview(draft)),
    flush,
    stop: () => {
      cancel();
      waiting = null;
      previews.ask();
    },
  };
}
