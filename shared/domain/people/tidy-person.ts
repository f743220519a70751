import type { Applicant, Submitter } from './applicant.ts';
import { normaliseName, titleCaseName } from './person-name.ts';
import { tidyIdNumber } from './personal-number.ts';
import { tidyPhone } from './phone.ts';

/** Particulars as they are stored, whoever wrote them down: a screen, a card, another program. Total. */

/** A name in one case throughout was typed with Caps Lock or in a hurry; any other spelling is its bearer's. */
export const tidyName = (name: string): string =>
  name === name.toLocaleLowerCase('vi') || name === name.toLocaleUpperCase('vi')
    ? titleCaseName(name)
    : normaliseName(name);

export function tidyApplicant(one: Applicant): Applicant {
  const idNumber = tidyIdNumber(one.idNumber);
  const others = one.otherNumbers.map(tidyIdNumber).filter((number) => number !== '' && number !== idNumber);
  return {
    ...one,
    // An organisation writes itself as it is registered.
    name: one.idKind === 'organisation' ? normaliseName(one.name) : tidyName(one.name),
    idNumber,
    otherNumbers: [...new Set(others)],
    phone: tidyPhone(one.phone),
    address: normaliseName(one.address),
  };
}

export const tidySubmitter = (one: Submitter): Submitter => ({
  name: tidyName(one.name),
  idNumber: tidyIdNumber(one.idNumber),
  relation: one.relation.trim(),
});
