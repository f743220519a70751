import { z } from 'zod';
import { dossierId, vnd } from '../base/ids.ts';
import { localDateTime } from '../base/local-date.ts';
import { returnPlace } from '../dossier/dossier-events.ts';
import { receivedPaper } from '../dossier/received-papers.ts';
import { applicant, noApplicant, submitter } from '../people/applicant.ts';
import { clashDecision } from '../people/id-clash.ts';

/** A certification row as typed, `gks 1*3`; it is read by the row grammar each time. */
export const draftRow = z.strictObject({ text: z.string().max(200) });

/** A dossier being written down. Anything may be missing: it is kept as it stands and survives a crash. */
export const draft = z.strictObject({
  /** Becomes the dossier's id when it is saved. */
  id: dossierId,
  /** Forms kept by an older build know one number of no kind. */
  applicant: applicant.extend({
    idKind: applicant.shape.idKind.default(null),
    otherNumbers: applicant.shape.otherNumbers.default([]),
  }),
  /** Who it is, where the number stands under another name; null until an officer has said. */
  clash: clashDecision.nullable().default(null),
  /** How block 1 was filled: names from a wedge scanner are checked, those of the registry are trusted. */
  applicantSource: z.enum(['none', 'scan', 'known', 'typed']),
  submitter: submitter.nullable(),
  procedureCode: z.string().nullable(),
  rows: z.array(draftRow).max(60),
  /** The procedure's papers with what was really handed in. */
  papers: z.array(receivedPaper.extend({ required: z.boolean(), ticked: z.boolean() })).max(60),
  copiesWanted: z.int().min(1).max(999),
  sets: z.int().min(1).max(99),
  /** Only for terms that a person dates. */
  enteredDueAt: localDateTime.nullable(),
  dueNote: z.string().max(300),
  /** Fee taken where the province sets it; null: to be collected as decided. */
  enteredFeeVnd: vnd.nullable(),
  /** The key of the fee that was chosen; null: the usual one, or not said yet. Forms kept by an older build do not have it. */
  feeChoice: z.string().max(40).nullable().default(null),
  returnAt: returnPlace,
  note: z.string().max(1000),
  /** Forms kept by an older build do not have it. */
  competentAgency: z.string().max(200).default(''),
});
export type Draft = z.infer<typeof draft>;

/** @param id a fresh UUIDv7 */
export const emptyDraft = (id: string): Draft => ({
  id,
  applicant: noApplicant,
  clash: null,
  applicantSource: 'none',
  submitter: null,
  procedureCode: null,
  rows: [],
  papers: [],
  copiesWanted: 1,
  sets: 1,
  enteredDueAt: null,
  dueNote: '',
  enteredFeeVnd: null,
  feeChoice: null,
  returnAt: 'desk',
  note: '',
  competentAgency: '',
});

/** True when nothing has been entered that would be worth offering again after a crash. */
export const isEmptyDraft = (one: Draft): boolean =>
  one.applicant.name === '' &&
  one.applicant.idNumber === '' &&
  one.applicant.phone === '' &&
  one.procedureCode === null &&
  one.rows.length === 0 &&
  one.note === '';
