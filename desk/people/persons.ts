import type { PersonSeen } from '../../db/people/people.ts';
import type { Answer, Input } from '../../shared/contract/desk-api.ts';
import type { Warning } from '../../shared/contract/intake/views.ts';
import type { KnownPerson } from '../../shared/contract/people/views.ts';
import type { LocalDate } from '../../shared/domain/base/local-date.ts';
import type { Applicant } from '../../shared/domain/people/applicant.ts';
import { readCard } from '../../shared/domain/people/cccd-qr.ts';
import { lostMarks } from '../../shared/domain/people/person-name.ts';
import { parsePhone } from '../../shared/domain/people/phone.ts';
import { err, ok } from '../../shared/result.ts';
import { fold } from '../../shared/text/fold.ts';
import type { DeskContext } from '../context.ts';

/**
 * A scanned card, joined with what earlier visits tell. Digits of a keyboard scanner are trusted, its letters
 * are not: name and address of a person met before come from the earlier visit.
 */
export function scanPerson(
  desk: DeskContext,
  { text, lettersTrusted }: Input<'person.scan'>,
): Answer<'person.scan'> {
  const card = readCard(text);
  if (!card.ok) return err([card.error]);
  const { applicant, issuedOn } = card.value;
  const seen = desk.stores.people.byIdNumber(applicant.idNumber);
  const person: KnownPerson =
    seen === null
      ? { applicant, visits: 0, lastVisit: null }
      : { ...viewOf(seen), applicant: joined(applicant, seen.applicant, lettersTrusted) };
  return ok({ person, warnings: scanWarnings(person.applicant, seen), idIssuedOn: issuedOn });
}

/** People who came before, by personal number, phone or the beginning of their name; at most five. */
export function findPersons(desk: DeskContext, query: string): Answer<'person.find'> {
  const { people } = desk.stores;
  const digits = query.replaceAll(/\D/g, '');
  if (/^(\d{9}|\d{12})$/.test(digits)) {
    const seen = people.byIdNumber(digits);
    if (seen !== null) return ok([viewOf(seen)]);
  }
  const phone = parsePhone(query);
  if (phone.ok && digits.length >= 9) return ok(people.byPhone(phone.value.number).map(viewOf));
  const name = fold(query);
  return ok(name.length < 2 || digits.length > 0 ? [] : people.byName(name).map(viewOf));
}

/** The card says who and when born; phone and, where letters are doubtful, name and address come from before. */
const joined = (card: Applicant, before: Applicant, lettersTrusted: boolean): Applicant => ({
  ...card,
  phone: before.phone,
  name: lettersTrusted && !lostMarks(card.name) ? card.name : before.name,
  address: lettersTrusted && card.address !== '' ? card.address : before.address,
});

function scanWarnings(applicant: Applicant, seen: PersonSeen | null): Warning[] {
  const warnings: Warning[] = [];
  if (seen !== null && fold(seen.applicant.name) !== fold(applicant.name)) {
    warnings.push({ code: 'id-other-name', values: { name: seen.applicant.name }, dossier: null });
  }
  if (seen === null && lostMarks(applicant.name)) {
    warnings.push({ code: 'name-lost-marks', values: {}, dossier: null });
  }
  return warnings;
}

const viewOf = (seen: PersonSeen): KnownPerson => ({
  applicant: seen.applicant,
  visits: seen.visits,
  lastVisit: seen.lastVisit as LocalDate,
});
