import { z } from 'zod';
import { deskDigit, type dossierId, vnd } from '../base/ids.ts';
import { localDateTime } from '../base/local-date.ts';
import { dueReason } from '../calendar/due-date.ts';
import { channel } from '../catalogue/procedure.ts';
import { applicant, submitter } from '../people/applicant.ts';
import { clashDecision } from '../people/id-clash.ts';
import { cancelled, consent } from './consent-events.ts';
import { leg } from './leg.ts';
import { lifecycleEvents } from './lifecycle-events.ts';
import { certifiedRow, chosenFee, receivedPaper } from './received-papers.ts';
import { feeReceipt, shiftId } from './taking.ts';

export const returnPlace = z.enum(['desk', 'post', 'online']);

/** Everything the receipt says, so that it can be printed again years later without the catalogue. */
export const dossierReceived = z.strictObject({
  code: z.string().min(1).max(40),
  deskDigit,
  /** Number within the day at this counter, from 1. */
  serial: z.int().positive().max(999_999),
  register: z.strictObject({ volume: z.string().min(1), number: z.int().positive().max(9_999_999) }),
  receivedAt: localDateTime,
  dueAt: localDateTime,
  dueReason,
  /** Why the officer entered the date, for terms that cannot be computed. */
  dueNote: z.string().max(300),
  procedure: z.strictObject({
    code: z.string(),
    name: z.string(),
    field: z.string(),
    /** As printed: `03 ngày làm việc`, `trong ngày`. */
    termText: z.string(),
  }),
  applicant,
  /** What was found where the number stood under another name already; null where it did not. */
  clash: clashDecision.nullable(),
  submitter: submitter.nullable(),
  papers: z.array(receivedPaper).max(60),
  certified: z.array(certifiedRow).max(60),
  /** Number of copies asked for where the fee goes by copy; 1 otherwise. */
  copiesWanted: z.int().min(1).max(999),
  sets: z.int().min(1).max(99),
  /** Null: decided by the province and not known to this edition. */
  feeVnd: vnd.nullable(),
  /** Which of the edition's fees it is; null where there is one only. */
  feeChoice: chosenFee.nullable(),
  returnAt: returnPlace,
  note: z.string().max(1000),
  /** Agencies that take part after the desk, each with its share of the term; none for a one-stop procedure. */
  legs: z.array(leg).max(9),
  /** Who decides when it is not the office that received it: no desk of a province is bound to residence. Empty: this office. */
  competentAgency: z.string().max(200),
  channel,
  formSet: z.enum(['TT01-2018', 'TT03-2025']),
});
export type DossierReceived = z.infer<typeof dossierReceived>;

/** The paper that answers the citizen: what it is, its number and its abstract; each empty where none was said. */
export const issuedResult = z.strictObject({
  kind: z.string().max(300),
  number: z.string().max(60),
  abstract: z.string().max(300),
});
export type IssuedResult = z.infer<typeof issuedResult>;

export const receiverKind = z.enum(['applicant', 'submitter', 'other']);

/** Every fact the desk records about a dossier: the event's type, and the shape of its body. */
export const dossierEvents = {
  ...lifecycleEvents,
  'dossier.received': dossierReceived,
  'dossier.resultReady': z.strictObject({
    at: localDateTime,
    note: z.string().max(300),
    result: issuedResult,
  }),
  'dossier.delivered': z.strictObject({
    at: localDateTime,
    receiver: z.strictObject({
      kind: receiverKind,
      name: z.string().min(1).max(120),
      idNumber: z.string().max(20),
      relation: z.string().max(120),
      /** The paper by which somebody else receives: its kind, number and day as it was shown. */
      authorisation: z.string().max(200),
    }),
    feeCollectedVnd: vnd,
    /** The finance office's receipt that was given for it, and the drawer it went into; null where there was none. */
    receipt: feeReceipt.nullable(),
    shift: shiftId.nullable(),
  }),
  'dossier.cancelled': cancelled,
  'consent.given': consent,
  'receipt.reprinted': z.strictObject({
    at: localDateTime,
    copy: z.int().min(1),
    /** `requested`: none was printed, since none was needed. */
    reason: z.enum(['lost', 'damaged', 'jammed', 'other', 'requested']),
  }),
} as const;

export type DossierEventType = keyof typeof dossierEvents;
/** A fact before it is signed into the ledger: what happened, to which dossier. */
export type DossierFact = {
  [T in DossierEventType]: {
    readonly type: T;
    readonly dossier: z.infer<typeof dossierId>;
    readonly body: z.infer<(typeof dossierEvents)[T]>;
  };
}[DossierEventType];

export const isDossierEventType = (type: string): type is DossierEventType =>
  Object.hasOwn(dossierEvents, type);
