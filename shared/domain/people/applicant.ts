import { z } from 'zod';

/** `1989`, `1989-03` or `1989-03-12`: old people's papers often lack the day or the month. */
export const partialDate = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);

export const sex = z.enum(['male', 'female', 'unknown']);

/** Names are NFC, one string, as on the card. Empty strings mean "not given"; numbers hold digits only. */
export const applicant = z.strictObject({
  name: z.string().max(120),
  /** 12 digits (personal number), 9 digits (old CMND), a passport, or empty. */
  idNumber: z.string().max(20),
  birthDate: partialDate.nullable(),
  sex,
  phone: z.string().max(16),
  address: z.string().max(300),
});
export type Applicant = z.infer<typeof applicant>;

export const noApplicant: Applicant = {
  name: '',
  idNumber: '',
  birthDate: null,
  sex: 'unknown',
  phone: '',
  address: '',
};

/** Who brings the dossier when it is not its owner. */
export const submitter = z.strictObject({
  name: z.string().min(1).max(120),
  idNumber: z.string().max(20),
  relation: z.string().max(120),
});
