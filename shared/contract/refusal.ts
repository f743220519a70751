import { z } from 'zod';

/**
 * Every reason for which the desk declines, with the sentence for it in `shared/text`. What the officer can
 * cause or mend is a refusal; anything else is an exception and a bug.
 */
export const refusalCode = z.enum([
  // who and what
  'not-signed-in',
  'not-permitted',
  'bad-input',
  'unknown-method',
  'wrong-pin',
  'locked-out',
  'unknown-officer',
  // enrolment
  'not-enrolled',
  'already-enrolled',
  'enrol-code-unknown',
  'enrol-code-used',
  'district-unreachable',
  'not-the-district',
  'district-refused',
  'district-not-durable',
  'update-needed',
  // intake
  'no-name',
  'no-procedure',
  'procedure-unknown',
  'procedure-ended',
  'procedure-replaced',
  'id-length',
  'phone-length',
  'birth-date-bad',
  'row-not-understood',
  'no-rows',
  'papers-missing',
  'due-date-missing',
  'due-note-missing',
  'due-in-past',
  'clock-behind',
  'serial-used-up',
  'draft-unknown',
  // papers before acceptance
  'nothing-listed',
  'already-accepted',
  'petition-unknown',
  'petition-closed',
  // scans
  'scan-unreadable',
  'receipt-unknown',
  'receipt-code-broken',
  // dossiers
  'dossier-unknown',
  'not-ready-yet',
  'already-ready',
  'already-delivered',
  'closed',
  'not-now',
  'not-processed',
  'supplement-limit',
  'reschedule-limit',
  'new-due-not-later',
  'reason-missing',
  'nothing-changed',
  'procedure-fixed',
  'consent-needed',
  'consent-wrong-person',
  'void-too-late',
  'undo-too-late',
  'receiver-missing',
  // money
  'shift-open',
  'no-shift',
  'book-wrong',
  'serial-wrong',
  'serial-used',
  'pieces-wrong',
  'difference-unexplained',
  'hand-to-self',
  // books
  'nothing-to-print',
  'too-many-pages',
  // machine
  'disk-full',
  'disk-error',
  'read-only',
  'printer-down',
]);
export type RefusalCode = z.infer<typeof refusalCode>;

/** `field` is the path within the input the officer must look at; `values` fill the sentence. */
export const refusal = z.strictObject({
  code: refusalCode,
  field: z.string().optional(),
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Refusal = z.infer<typeof refusal>;

export const refuse = (
  code: RefusalCode,
  field?: string,
  values?: Readonly<Record<string, string | number>>,
): Refusal => ({
  code,
  ...(field === undefined ? {} : { field }),
  ...(values === undefined ? {} : { values }),
});
