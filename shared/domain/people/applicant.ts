import { z } from 'zod';

/** `1989`, `1989-03` or `1989-03-12`: old people's papers often lack the day or the month. */
export const partialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);

export const sex = z.enum(['male', 'female', 'unknown']);

/**
 * Which paper a number is of. `personal`: 12 digits for life. `cmnd`: the 9-digit card that ended in 2024.
 * `organisation`: a tax number; the applicant is then an organisation. @source docs/sources.md#persons
 */
export const idKind = z.enum(['personal', 'cmnd', 'passport', 'organisation', 'other']);
export type IdKind = z.infer<typeof idKind>;

/** Names are NFC, one string, as on the card. Empty strings mean "not given"; numbers are without spaces. */
export const applicant = z.strictObject({
  name: z.string().max(120),
  /** 12 digits (personal number), 9 digits (old card), a passport, a tax number, or empty. */
  idNumber: z.string().max(20),
  /** What an officer says the number is; null: what it looks like. */
  idKind: idKind.nullable(),
  /** What the applicant is known by besides: the 9-digit number that a chip card still names. */
  otherNumbers: z.array(z.string().min(1).max(20)).max(5).readonly(),
  birthDate: partialDate.nullable(),
  sex,
  phone: z.string().max(16),
  address: z.string().max(300),
});
export type Applicant = z.infer<typeof applicant>;

export const noApplicant: Applicant = {
  name: '',
  idNumber: '',
  idKind: null,
  otherNumbers: [],
  birthDate: null,
  sex: 'unknown',
  phone: '',
  address: '',
};

/** Who brings the dossier when it is not its owner; for an organisation, who represents it. */
export const submitter = z.strictObject({
  name: z.string().min(1).max(120),
  idNumber: z.string().max(20),
  relation: z.string().max(120),
});
export type Submitter = z.infer<typeof submitter>;

export const isOrganisation = ({ idKind: kind }: Pick<Applicant, 'idKind'>): boolean =>
  kind === 'organisation';
