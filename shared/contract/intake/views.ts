import { z } from 'zod';
import { dossierId, vnd } from '../../domain/base/ids.ts';
import { localDateTime } from '../../domain/base/local-date.ts';
import { dueReason } from '../../domain/calendar/due-date.ts';
import { partialDate } from '../../domain/people/applicant.ts';
import { clashDecision } from '../../domain/people/id-clash.ts';
import { refusal } from '../refusal.ts';

/** Shown beside the form; never in the way of F9. */
export const warning = z.strictObject({
  code: z.enum([
    'same-day-duplicate',
    'open-duplicate',
    'id-like-passport',
    'id-like-tax',
    'id-not-usual',
    'id-other-birth-year',
    'id-other-sex',
    'name-lost-marks',
    'name-old-font',
    'card-letters-doubtful',
    'card-birth-unread',
    'card-differs',
    'phone-missing',
    'paper-missing',
    'fee-unknown',
    'clock-off',
    'zone-off',
    'serials-few',
    'petition-waiting',
    'due-day-off',
    'due-outside-hours',
    'due-past-calendar',
    'due-not-announced',
  ]),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The dossier the warning speaks of. */
  dossier: dossierId.nullable(),
});
export type Warning = z.infer<typeof warning>;

/** A typed row as it was understood, or why it was not. */
export const rowView = z.strictObject({
  text: z.string(),
  name: z.string(),
  pages: z.int(),
  copies: z.int(),
  feePerCopyVnd: vnd,
  feeVnd: vnd,
  refusal: refusal.nullable(),
});

/** The right-hand column of the intake, computed from the draft as it stands. */
export const intakePreview = z.strictObject({
  /** The code the next save would take; final once saved. */
  code: z.string(),
  dueAt: localDateTime.nullable(),
  /** The same as paper and screen say it. */
  shownDueAt: localDateTime.nullable(),
  dueReason: dueReason.nullable(),
  /** F9 prints a receipt; false where it is printed only when the citizen asks. */
  receiptNeeded: z.boolean(),
  /** The term has no computed date: ask for one. */
  dueMustBeEntered: z.boolean(),
  feeVnd: vnd.nullable(),
  copies: z.int(),
  pages: z.int(),
  rows: z.array(rowView),
  warnings: z.array(warning),
  /** The number stands in this name already: F9 waits until it is said whose it is. */
  clash: z
    .strictObject({
      name: z.string(),
      birthDate: partialDate.nullable(),
      decided: clashDecision.shape.decided.nullable(),
    })
    .nullable(),
  /** What F9 would refuse now, in the order of the form. */
  refusals: z.array(refusal),
});
export type IntakePreview = z.infer<typeof intakePreview>;

/** A citizen who was asked for more before anything was accepted: no code, no promise. */
export const petitionRow = z.strictObject({
  id: dossierId,
  applicantName: z.string(),
  phone: z.string(),
  procedureName: z.string(),
  /** When the last slip was given, by whom, what it lists and why. */
  askedAt: localDateTime,
  askedByName: z.string(),
  items: z.array(z.string()),
  reason: z.string(),
  slips: z.int().positive(),
  sent: z.boolean(),
});
export type PetitionRow = z.infer<typeof petitionRow>;
