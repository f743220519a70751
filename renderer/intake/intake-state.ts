import type { ProcedureView } from '../../shared/contract/catalogue/views.ts';
import type { Refusals } from '../../shared/contract/desk-api.ts';
import type { IntakePreview, Warning } from '../../shared/contract/intake/views.ts';
import type { KnownPerson } from '../../shared/contract/people/views.ts';
import type { Refusal } from '../../shared/contract/refusal.ts';
import { type Draft, isEmptyDraft } from '../../shared/domain/intake/draft.ts';
import { missingPapers } from '../../shared/domain/intake/draft-check.ts';
import { type Applicant, noApplicant } from '../../shared/domain/people/applicant.ts';
import type { ClashDecision } from '../../shared/domain/people/id-clash.ts';
import type { Result } from '../../shared/result.ts';
import { fieldOf, isAboutFormat } from '../frame/refusal-field.ts';

/** `checking`: the answer to F9 did not come and is asked for again; `unsure`: it still has not come. */
export type IntakePhase = 'opening' | 'editing' | 'saving' | 'checking' | 'unsure';

export interface IntakeState {
  readonly phase: IntakePhase;
  /** Why no form could be opened: this officer receives nothing, the disk is full. */
  readonly closed: Refusal | null;
  readonly draft: Draft | null;
  readonly preview: IntakePreview | null;
  readonly quickPicks: readonly ProcedureView[];
  readonly procedure: ProcedureView | null;
  readonly recovered: { readonly draft: Draft; readonly savedAt: string } | null;
  readonly person: KnownPerson | null;
  /** Block 1 came off a card just now. */
  readonly scanned: boolean;
  readonly scanWarnings: readonly Warning[];
  /** Letters of the card are in doubt: the first F9 asks for a look at it, a name typed anew needs none. */
  readonly lettersUnchecked: boolean;
  /** What an earlier visit told, taken off the form when another name was written over it. */
  readonly setAside: Applicant;
  /** The row being typed; F9 takes it along, as the officer means it to. */
  readonly newRow: string;
  readonly newRowRefusal: Refusal | null;
  /** Fields whose text cannot be read: the draft has no value for them, and F9 must not forget that. */
  readonly unread: ReadonlyMap<string, Refusal>;
  /** Fields that were left once: their format may be complained about. */
  readonly left: ReadonlySet<string>;
  /** What F9 answered; gone as soon as the draft changes. */
  readonly refused: readonly Refusal[] | null;
  /** F9 was pressed and declined: from now on everything that is missing is told. */
  readonly attempted: boolean;
  readonly editingPerson: boolean;
  /** The card did not bring a phone: asked for on the card itself. */
  readonly askingPhone: boolean;
  readonly extrasOpen: boolean;
}

export interface Intake extends IntakeState {
  readonly open: () => Promise<void>;
  /** The officer leaves: the draft is kept by the desk, the screen forgets it. */
  readonly close: () => void;
  readonly change: (change: Partial<Draft>) => void;
  readonly changeApplicant: (change: Partial<Applicant>) => void;
  readonly takePerson: (
    person: KnownPerson,
    source: 'scan' | 'known',
    warnings: readonly Warning[],
  ) => Promise<void>;
  /** A number typed by hand may belong to somebody who has been here. */
  readonly lookUp: (idNumber: string) => Promise<void>;
  /** Whose the number is that stands under another name. */
  readonly decideClash: (decided: ClashDecision['decided']) => void;
  readonly beginPerson: (change: Partial<Applicant>) => void;
  readonly choose: (procedure: ProcedureView) => void;
  readonly typeRow: (text: string) => void;
  /** @returns false when there was nothing to add */
  readonly addRow: () => boolean;
  readonly removeRow: (index: number) => void;
  readonly turnPaper: (index: number) => void;
  readonly leave: (field: string, unread?: Refusal | null) => void;
  readonly editPerson: (editing: boolean) => void;
  readonly openExtras: (open: boolean) => void;
  readonly resume: () => Promise<void>;
  readonly dismiss: () => Promise<void>;
  /** Something outside the form has changed: what a save would make of it now. */
  readonly askAgain: () => void;
  /** Goes on with the form of a citizen who was asked for more. @returns why not, or null */
  readonly takeUp: (petition: string) => Promise<Refusal | null>;
  /**
   * Gives the form to the desk and opens the next one once it is taken.
   * @param ask answers the same when it is asked again with the same form
   * @param takesRefusals true for reasons that are told elsewhere than on the form
   * @returns the desk's answer, or null when it declined or could not be asked
   */
  readonly handIn: <T>(
    ask: (draft: Draft) => Promise<Result<T, Refusals>>,
    takesRefusals?: (refusals: Refusals) => boolean,
  ) => Promise<T | null>;
}

/** A form before anything is known of it. */
export const freshIntake: IntakeState = {
  phase: 'opening',
  closed: null,
  quickPicks: [],
  recovered: null,
  draft: null,
  preview: null,
  procedure: null,
  person: null,
  scanned: false,
  scanWarnings: [],
  lettersUnchecked: false,
  setAside: noApplicant,
  newRow: '',
  newRowRefusal: null,
  unread: new Map(),
  left: new Set(),
  refused: null,
  attempted: false,
  editingPerson: false,
  askingPhone: false,
  extrasOpen: false,
};

/** What is told of the form now: what cannot be read, formats once their field is left, and all of it after F9. */
export function shownRefusals({
  unread,
  refused,
  preview,
  attempted,
  left,
}: IntakeState): readonly Refusal[] {
  const known = (refused ?? preview?.refusals ?? []).filter((refusal) => !unread.has(fieldOf(refusal) ?? ''));
  const told = attempted
    ? known
    : known.filter((refusal) => isAboutFormat(refusal) && left.has(fieldOf(refusal) ?? ''));
  return [...unread.values(), ...told];
}

/** Papers without which nothing is accepted are not there: the main button asks for them instead. */
export const lacksPapers = ({ draft }: Pick<IntakeState, 'draft'>): boolean =>
  draft !== null && draft.applicant.name.trim() !== '' && missingPapers(draft).length > 0;

/** True when there is nothing on the form that leaving it would set aside. */
export const isUntouched = ({ draft, newRow }: IntakeState): boolean =>
  draft === null || (isEmptyDraft(draft) && newRow === '');
