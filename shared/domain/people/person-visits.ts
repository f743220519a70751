import type { LocalDateTime } from '../base/local-date.ts';
import type { Applicant } from './applicant.ts';
import { contradictionOf, isSamePerson, type Particulars } from './person-match.ts';
import { idNumberKind, kindOfNumber } from './personal-number.ts';

/** One dossier of a person, as far as it tells who that is. */
export interface Visit {
  readonly dossier: string;
  readonly at: LocalDateTime;
  readonly applicant: Applicant;
  /** Under what else the number stood, where an officer found that both are the same person. */
  readonly former: Particulars['former'];
}

/**
 * Everything a person has come for, newest first. What one visit tells (an old number, a phone) finds further ones;
 * nobody joins whose name, year of birth or number contradicts what is known by then.
 * @param from a visit that is theirs, also where it tells a name and nothing else
 * @param candidates visits that share a number, or a name and a date or phone, with what is known; cancelled ones left out
 */
export function visitsOf<V extends Visit>(
  person: Particulars,
  candidates: (known: Particulars) => readonly V[],
  from: V | null = null,
): readonly V[] {
  const found = new Map(from === null ? [] : [[from.dossier, from]]);
  let known = person;
  let before = -1;
  while (found.size > before) {
    before = found.size;
    for (const visit of theirs(known, candidates(known))) {
      // The ones before in this turn have told more than was known when it was asked.
      if (found.has(visit.dossier) || !isSamePerson(known, particularsOf(visit))) continue;
      found.set(visit.dossier, visit);
      known = widened(known, particularsOf(visit));
    }
  }
  return [...found.values()].toSorted(newestFirst);
}

/** The same visits whatever else the candidates hold: an index may offer more than it must. */
const theirs = <V extends Visit>(known: Particulars, candidates: readonly V[]): readonly V[] =>
  candidates.filter((visit) => isSamePerson(known, particularsOf(visit))).toSorted(newestFirst);

export const particularsOf = ({ applicant, former }: Pick<Visit, 'applicant' | 'former'>): Particulars => ({
  ...applicant,
  former: former ?? null,
});

/** The newest particulars of a person; what the last visit left out comes from the ones before. Null for nobody. */
export function newestParticulars(visits: readonly Visit[]): Applicant | null {
  const [newest] = visits;
  if (newest === undefined) return null;
  const told = visits.map(({ applicant }) => applicant);
  const numbered =
    told.find((one) => kindOfNumber(one) === 'personal') ?? told.find(({ idNumber }) => idNumber !== '');
  const numbers = told.flatMap((one) => [one.idNumber, ...one.otherNumbers]);
  const { applicant } = newest;
  return {
    ...applicant,
    idNumber: numbered?.idNumber ?? '',
    idKind: numbered === undefined ? applicant.idKind : numbered.idKind,
    otherNumbers: [...new Set(numbers)]
      .filter((number) => number !== '' && number !== numbered?.idNumber)
      .slice(0, 5),
    birthDate: told.find(({ birthDate }) => birthDate !== null)?.birthDate ?? null,
    sex: told.find(({ sex }) => sex !== 'unknown')?.sex ?? 'unknown',
    phone: told.find(({ phone }) => phone !== '')?.phone ?? '',
    address: told.find(({ address }) => address !== '')?.address ?? '',
  };
}

/** A number of a chosen kind that it does not look like stays with its own visit. */
function widened(known: Particulars, visit: Particulars): Particulars {
  const plain = kindOfNumber(visit) === idNumberKind(visit.idNumber) ? [visit.idNumber] : [];
  const isRenamed = contradictionOf(known, visit) !== null;
  return {
    ...known,
    otherNumbers: [...new Set([...known.otherNumbers, ...plain, ...visit.otherNumbers])].filter(
      (number) => number !== '' && number !== known.idNumber,
    ),
    birthDate: known.birthDate ?? visit.birthDate,
    phone: known.phone || visit.phone,
    former: known.former ?? visit.former ?? (isRenamed ? visit : null),
  };
}

const newestFirst = (a: Visit, b: Visit): number =>
  b.at < a.at || (b.at === a.at && b.dossier < a.dossier) ? -1 : 1;
