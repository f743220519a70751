import { dateOf, type LocalDate, type LocalDateTime } from '../base/local-date.ts';
import type { Role } from '../base/roles.ts';
import { approvalDoubt } from './approval-doubt.ts';
import { dateDoubt } from './date-doubt.ts';
import { type DossierState, type FactOrigin, isAccepted } from './dossier.ts';
import { isCodeOf, parseDossierCode } from './dossier-code.ts';
import type { DossierFact, DossierReceived } from './dossier-events.ts';

/**
 * Why a fact that fits its dossier is looked at all the same: whoever signed it is a counter of this commune, and says
 * something that no counter of it can rightly say. It is kept and folded; a person decides.
 */
export type DoubtCode =
  | 'officer-unknown'
  | 'officer-left'
  | 'role-not-held'
  | 'other-counter'
  | 'code-twice'
  | 'due-before-receipt'
  | 'date-unreal'
  | 'consent-doubtful'
  | 'serial-twice'
  | 'serial-not-in-books'
  | 'fee-not-of-edition'
  | 'result-unsigned'
  | 'not-offered'
  | 'register-closed'
  | 'register-line-twice'
  | 'rescheduled-twice';

/** What the district knows of a commune when it judges. */
export interface Commune {
  /** What held of an officer at an instant (UTC); null for one nobody has ever entered. */
  readonly officerAt: (id: string, at: string) => Standing | null;
  /** Of the office and of the counter that signed. */
  readonly agencyCode: string;
  readonly deskDigit: number;
  /** The digits its codes may begin with: its own, then those issued to it besides. */
  readonly digits: readonly number[];
  /** The dossier that has this code already, or null. */
  readonly holderOf: (code: string) => string | null;
  /** How often the office may give a late dossier a new date, by the widest rule set that is known. */
  readonly rescheduleLimit: number;
  /**
   * Whether a procedure can be asked for on a day by an edition of the catalogue, or by any that is known; null where
   * that edition is not known here.
   */
  readonly offers: (edition: string | null, procedureCode: string, on: LocalDate) => boolean | null;
  /** The dossier that stands in this line of the register already, or null; and whether the register is closed. */
  readonly holderOfLine: (line: DossierReceived['register']) => string | null;
  readonly isClosed: (volume: string) => boolean;
}

export interface Standing {
  readonly active: boolean;
  readonly roles: readonly Role[];
}

/** The doubt about a fact, or null. @param state before the fact @source docs/sources.md#lifecycle */
export const doubtOf = (
  state: DossierState,
  fact: DossierFact,
  by: FactOrigin,
  commune: Commune,
): DoubtCode | null =>
  officerDoubt(by, commune) ??
  (fact.type === 'dossier.received' ? receiptDoubt(fact.dossier, fact.body, commune) : null) ??
  dateDoubt(state, fact) ??
  rescheduleDoubt(state, fact, commune) ??
  approvalDoubt(state, fact, by, (person) => officerDoubt({ ...person, at: by.at }, commune) === null);

/** One new date with one apology, and no second. @source docs/sources.md#duties-with-a-day */
const rescheduleDoubt = (
  state: DossierState,
  fact: DossierFact,
  { rescheduleLimit }: Pick<Commune, 'rescheduleLimit'>,
): DoubtCode | null =>
  fact.type === 'dossier.rescheduled' && isAccepted(state) && state.reschedules >= rescheduleLimit
    ? 'rescheduled-twice'
    : null;

/** Whoever acts was entered, had not left, and held the role at that hour. */
export function officerDoubt(
  { actor, role, at }: Pick<FactOrigin, 'actor' | 'role' | 'at'>,
  { officerAt }: Pick<Commune, 'officerAt'>,
): DoubtCode | null {
  const standing = officerAt(actor, at);
  if (standing === null) return 'officer-unknown';
  if (!standing.active) return 'officer-left';
  return standing.roles.includes(role) ? null : 'role-not-held';
}

/** A code is the office's, the counter's and the day's own, and nobody else's. */
function receiptDoubt(
  dossier: string,
  { code, deskDigit, serial, register, receivedAt }: DossierReceived,
  commune: Commune,
): DoubtCode | null {
  const read = parseDossierCode(code);
  const isOwn =
    read !== null &&
    read.agencyCode === commune.agencyCode &&
    isCodeOf(read, { digits: commune.digits, serial }) &&
    deskDigit === commune.deskDigit &&
    read.date === receivedAt.slice(0, 10);
  if (!isOwn) return 'other-counter';
  if ((commune.holderOf(code) ?? dossier) !== dossier) return 'code-twice';
  if ((commune.holderOfLine(register) ?? dossier) !== dossier) return 'register-line-twice';
  return commune.isClosed(register.volume) ? 'register-closed' : null;
}

/**
 * A procedure that no commune receives on the day of receipt. A correction is made by the catalogue of that day,
 * which its envelope does not name: it is doubted only where no known one has it.
 * @param edition of the catalogue, as the fact's envelope names it
 */
export function offerDoubt(
  state: DossierState,
  fact: DossierFact,
  edition: string,
  { offers }: Pick<Commune, 'offers'>,
): DoubtCode | null {
  const isNot = (named: string | null, code: string, receivedAt: LocalDateTime): boolean =>
    offers(named, code, dateOf(receivedAt)) === false;
  if (fact.type === 'dossier.received')
    return isNot(edition, fact.body.procedure.code, fact.body.receivedAt) ? 'not-offered' : null;
  if (fact.type !== 'dossier.corrected' || !isAccepted(state)) return null;
  const { procedure } = fact.body.changes;
  return procedure !== null && isNot(null, procedure.code, state.received.receivedAt) ? 'not-offered' : null;
}
