import type { Answer, Input } from '../../shared/contract/desk-api.ts';
import type { Warning } from '../../shared/contract/intake/views.ts';
import type { KnownPerson } from '../../shared/contract/people/views.ts';
import { dateOf } from '../../shared/domain/base/local-date.ts';
import type { Applicant } from '../../shared/domain/people/applicant.ts';
import { readCard } from '../../shared/domain/people/cccd-qr.ts';
import {
  newestParticulars,
  particularsOf,
  type Visit,
  visitsOf,
} from '../../shared/domain/people/person-visits.ts';
import { err, ok } from '../../shared/result.ts';
import type { DeskContext } from '../context.ts';

/** As many people as fit below the box. */
const mostPeople = 8;

/**
 * A scanned card, joined with what earlier visits of the same person tell. Digits of a keyboard scanner are trusted,
 * its letters are not: name, address and sex of a person met before come from the earlier visit, where the date of
 * birth agrees; of a person never met they are to be checked. Nothing comes from a visit under another name: whose number it is has to be said first.
 */
export function scanPerson(
  desk: DeskContext,
  { text, lettersTrusted }: Input<'person.scan'>,
): Answer<'person.scan'> {
  const card = readCard(text);
  if (!card.ok) return err([card.error]);
  const { oldIdNumber, issuedOn, lettersDoubtful } = card.value;
  const applicant = { ...card.value.applicant, otherNumbers: oldIdNumber === '' ? [] : [oldIdNumber] };
  const isSpelled = lettersTrusted && !lettersDoubtful;
  const seen = personSeen(desk, isSpelled ? applicant : spelledBefore(desk, applicant));
  const person: KnownPerson =
    seen === null
      ? { applicant, visits: 0, lastVisit: null }
      : { ...seen, applicant: joined(applicant, seen.applicant, isSpelled) };
  const warnings: Warning[] = [];
  if (seen === null && !isSpelled) warnings.push(warn('card-letters-doubtful'));
  if (seen !== null) {
    const before = changedBy(person.applicant, seen.applicant);
    if (before !== '') warnings.push({ code: 'card-differs', values: { before }, dossier: null });
  }
  if (person.applicant.birthDate === null) warnings.push(warn('card-birth-unread'));
  return ok({ person, warnings, idIssuedOn: issuedOn });
}

/** People who came before, by number, phone, any words or initials of their name; best answers first. */
export function findPersons(desk: DeskContext, query: string): Answer<'person.find'> {
  const found: KnownPerson[] = [];
  const told = new Set<string>();
  for (const visit of desk.stores.people.found(query)) {
    if (told.has(visit.dossier)) continue;
    const visits = visitsOf(particularsOf(visit), desk.stores.people.candidates, visit);
    for (const { dossier } of visits) told.add(dossier);
    const person = personOf(visits);
    if (person !== null) found.push(person);
    if (found.length === mostPeople) break;
  }
  return ok(found);
}

/** The number and the whole date of birth say who it is where the letters of the name cannot. */
function spelledBefore(desk: DeskContext, card: Applicant): Applicant {
  const before = desk.stores.people
    .holders(card, '')
    .find(({ applicant }) => applicant.birthDate !== null && applicant.birthDate === card.birthDate);
  return before === undefined ? card : { ...card, name: before.applicant.name };
}

/** The card says who and when born; phone and, where letters are doubtful, all that is spelled come from before. */
const joined = (card: Applicant, before: Applicant, isSpelled: boolean): Applicant => ({
  ...card,
  otherNumbers: [...new Set([...card.otherNumbers, ...before.otherNumbers, before.idNumber])]
    .filter((number) => number !== '' && number !== card.idNumber)
    .slice(0, 5),
  birthDate: card.birthDate ?? before.birthDate,
  phone: before.phone,
  name: isSpelled ? card.name : before.name,
  sex: isSpelled && card.sex !== 'unknown' ? card.sex : before.sex,
  address: isSpelled && card.address !== '' ? card.address : before.address,
});

/** What stood there before the card: a mark that was lost on the way looks like a change of name. */
const changedBy = (now: Applicant, before: Applicant): string =>
  [before.name !== now.name ? before.name : '', before.address !== now.address ? before.address : '']
    .filter((text) => text !== '')
    .join('; ');

const warn = (code: Warning['code']): Warning => ({ code, values: {}, dossier: null });

const personSeen = (desk: DeskContext, person: Applicant): KnownPerson | null =>
  personOf(visitsOf(person, desk.stores.people.candidates));

function personOf(visits: readonly Visit[]): KnownPerson | null {
  const [newest] = visits;
  const applicant = newestParticulars(visits);
  if (newest === undefined || applicant === null) return null;
  return { applicant, visits: visits.length, lastVisit: dateOf(newest.at) };
}
