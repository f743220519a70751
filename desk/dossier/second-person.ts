import type { Caller, SignedIn } from '../../shared/contract/dispatch.ts';
import type { Approver, ConsentView } from '../../shared/contract/dossier/second-person.ts';
import { type Refusal, refuse } from '../../shared/contract/refusal.ts';
import { actingRole, type Role } from '../../shared/domain/base/roles.ts';
import {
  type ConsentNeed,
  consentNeeded,
  type GuardedFact,
  mayConsent,
} from '../../shared/domain/dossier/consent.ts';
import type { Dossier } from '../../shared/domain/dossier/dossier.ts';
import type { DossierFact } from '../../shared/domain/dossier/dossier-events.ts';
import { transitions } from '../../shared/domain/dossier/lifecycle.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { DeskContext } from '../context.ts';
import type { Session } from '../machine/session.ts';

/** The second person, once the PIN is theirs; null where nobody was named. Checking takes time: never in a transaction. */
export async function confirmSecond(
  session: Session,
  approver: Approver | null,
): Promise<Result<SignedIn | null, Refusal>> {
  if (approver === null) return ok(null);
  const second = await session.confirm(approver.officer, approver.pin);
  return second.ok ? second : err({ ...second.error, field: `approver.${second.error.field ?? 'pin'}` });
}

/** The caller in the role that the act is recorded under, or null when none is held. */
export function actingAs(by: Caller, type: GuardedFact['type']): Caller | null {
  const role = actingRole(by.roles, transitions[type].by);
  return role === null ? null : { ...by, role };
}

/** Whether the act would need a second person, and who of the desk that may be. */
export function viewConsent(
  desk: DeskContext,
  fact: GuardedFact,
  by: Caller,
  { receivedBy }: Pick<Dossier, 'receivedBy'>,
): Result<ConsentView, Refusal> {
  const acting = actingAs(by, fact.type);
  if (acting === null) return err(refuse('not-permitted'));
  const need = consentNeeded(fact, personOf(acting), receivedBy);
  return ok({ needsConsent: need !== 'none', approvers: approversFor(desk, need, by) });
}

/**
 * Records an act, and before it the consent it needs or was given; nothing where the right person did not agree. Call it
 * inside a transaction, with an act the domain has agreed to.
 */
export function recordWithConsent(
  desk: DeskContext,
  fact: GuardedFact,
  { acting, second, receivedBy }: { acting: Caller; second: SignedIn | null; receivedBy: string },
): Result<null, Refusal> {
  const need = consentNeeded(fact, personOf(acting), receivedBy);
  if (need !== 'none' || second !== null) {
    const consenting = consenterFor(need === 'none' ? 'anyone-else' : need, acting, second);
    if (!consenting.ok) return consenting;
    desk.ledger.record(consentFact(fact), consenting.value);
  }
  desk.ledger.record(fact, acting);
  return ok(null);
}

function consenterFor(need: ConsentNeed, by: Caller, second: SignedIn | null): Result<Caller, Refusal> {
  if (second === null) return err(refuse('consent-needed', 'approver.officer'));
  const role = actingRole(second.roles, transitions['consent.given'].by);
  const other = role === null ? null : { officer: second.id, name: second.name, role, roles: second.roles };
  return other !== null && mayConsent(need, { actor: by.officer }, { actor: other.officer, role: other.role })
    ? ok(other)
    : err(refuse('consent-wrong-person', 'approver.officer'));
}

const consentFact = (fact: GuardedFact): DossierFact =>
  ({
    type: 'consent.given',
    dossier: fact.dossier,
    body: { at: fact.body.at, to: { act: fact.type, body: fact.body } },
  }) as Extract<DossierFact, { type: 'consent.given' }>;

const personOf = ({ officer, role }: Caller): { actor: string; role: Role } => ({ actor: officer, role });

function approversFor({ stores }: DeskContext, need: ConsentNeed, by: Caller): ConsentView['approvers'] {
  if (need === 'none') return [];
  return stores.officers.all().flatMap(({ id, name, roles, active }) => {
    const role = actingRole(roles, transitions['consent.given'].by);
    const may = active && role !== null && mayConsent(need, { actor: by.officer }, { actor: id, role });
    return may ? [{ id, name }] : [];
  });
}
