import { canonical } from '../../protocol/canonical.ts';
import type { Role } from '../base/roles.ts';
import type { DossierFact } from './dossier-events.ts';

/**
 * Whose agreement an act needs beside the actor's own: a superior's where the actor is none; anybody else's where a
 * superior moves a promise he gave himself, so that nobody makes himself punctual alone and a commune with a single
 * supervisor can still work.
 * @source docs/sources.md#second-persons
 */
export type ConsentNeed = 'none' | 'superior' | 'anyone-else';

export interface Person {
  readonly actor: string;
  /** The one he acts in. */
  readonly role: Role;
}

/** A second person's word, as it stands in the ledger until the act follows. */
export interface Consent extends Person {
  readonly act: DossierFact['type'];
  /** Canonical text of the body that was agreed to. */
  readonly text: string;
}

/** Acts that are not taken by one officer alone. */
export type GuardedFact = Extract<
  DossierFact,
  { type: 'dossier.corrected' | 'dossier.cancelled' | 'dossier.supplementRequested' }
>;

const guarded: ReadonlySet<DossierFact['type']> = new Set([
  'dossier.corrected',
  'dossier.cancelled',
  'dossier.supplementRequested',
] satisfies GuardedFact['type'][]);

export const isGuarded = (fact: DossierFact): fact is GuardedFact => guarded.has(fact.type);

const superiors: ReadonlySet<Role> = new Set(['supervisor', 'leader']);

/** Leads the office or its desk. */
export const isSuperior = (role: Role): boolean => superiors.has(role);

/** @param receivedBy officer who received the dossier */
export function consentNeeded(fact: GuardedFact, by: Person, receivedBy: string): ConsentNeed {
  const own = by.actor === receivedBy;
  // The receiver's own second thought within the minute; how long it may take is decided where it is asked for.
  if (fact.type === 'dossier.cancelled' && fact.body.reason === undoReason && own) return 'none';
  // Builds that gave the citizen no day asked nobody either: what they recorded stands, and the district doubts it.
  if (fact.type === 'dossier.supplementRequested' && fact.body.answerBy === null) return 'none';
  if (!superiors.has(by.role)) return 'superior';
  return own && movesPromise(fact) ? 'anyone-else' : 'none';
}

/** The reason that a taken-back dossier carries. */
export const undoReason = 'undo';

/** A supplement stops the clock for the citizen's sake and under the approver's name: it makes nobody punctual. */
const movesPromise = (fact: GuardedFact): boolean =>
  fact.type === 'dossier.cancelled' || (fact.type === 'dossier.corrected' && fact.body.changes.due !== null);

export const mayConsent = (need: ConsentNeed, by: Pick<Person, 'actor'>, other: Person): boolean =>
  other.actor !== by.actor && (need === 'anyone-else' || superiors.has(other.role));

/** True when nothing more is needed for `by` to take the act: it wants no consent, or the right one was given. */
export function isConsented(
  fact: GuardedFact,
  by: Person,
  { receivedBy, consents }: { readonly receivedBy: string; readonly consents: readonly Consent[] },
): boolean {
  const need = consentNeeded(fact, by, receivedBy);
  if (need === 'none') return true;
  return consentsTo(fact, consents).some((one) => mayConsent(need, by, one));
}

/** Those that were given for this act, word for word. */
export function consentsTo(fact: GuardedFact, consents: readonly Consent[]): readonly Consent[] {
  const text = canonical(fact.body);
  return consents.filter((one) => one.act === fact.type && one.text === text);
}

export const consentOf = (
  { to }: Extract<DossierFact, { type: 'consent.given' }>['body'],
  by: Person,
): Consent => ({ act: to.act, text: canonical(to.body), actor: by.actor, role: by.role });
