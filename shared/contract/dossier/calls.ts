import { z } from 'zod';
import { dossierId, vnd } from '../../domain/base/ids.ts';
import { localDate } from '../../domain/base/local-date.ts';
import { receiverKind } from '../../domain/dossier/dossier-events.ts';
import { feeReceipt } from '../../domain/dossier/taking.ts';
import { receiptPaper } from '../../forms/dossier/receipt-paper.ts';
import { counter, method, nothing } from '../method.ts';
import { consentView } from './second-person.ts';
import { stepRequest } from './steps.ts';
import { dossierDetail, dossierFilter, dossierRow, paperStanding } from './views.ts';

/** What is on file, and its steps. */
export const dossierCalls = {
  'dossier.list': method(
    'officer',
    z.strictObject({
      filter: dossierFilter,
      query: z.string().max(120),
      /** Keyset: the last row of the page before. */
      after: z.strictObject({ dueAt: z.string(), id: dossierId }).nullable(),
    }),
    z.strictObject({
      rows: z.array(dossierRow),
      more: z.boolean(),
      /** Where this filter has nothing for the question: how many of all dossiers answer it. */
      elsewhere: z.int().nonnegative(),
      counts: z.record(dossierFilter, z.int().nonnegative()),
    }),
  ),
  /** Dossiers of whoever answers to a name, number or phone, and those whose code ends so; the newest first. */
  'dossier.find': method('officer', z.strictObject({ query: z.string().max(120) }), z.array(dossierRow)),
  'dossier.get': method('officer', z.strictObject({ id: dossierId }), dossierDetail),
  /** A receipt's QR text, a dossier code or its last digits. */
  'dossier.byReceipt': method(
    'officer',
    z.strictObject({ text: z.string().max(200) }),
    dossierRow.extend({ paper: paperStanding }),
  ),
  'dossier.markReady': method(
    ['specialist', 'leader', 'supervisor', 'reception'],
    z.strictObject({ id: dossierId, note: z.string().max(300) }),
    dossierDetail,
  ),
  'dossier.handOver': method(
    counter,
    z.strictObject({
      id: dossierId,
      receiver: z.strictObject({
        kind: receiverKind,
        name: z.string().max(120),
        idNumber: z.string().max(20),
        relation: z.string().max(120),
        authorisation: z.string().max(200),
      }),
      feeCollectedVnd: vnd,
      receipt: feeReceipt.nullable(),
    }),
    dossierDetail,
  ),
  /** Any other step of an accepted dossier. Who may take which stands in the domain's table of steps. */
  'dossier.step': method('officer', stepRequest, dossierDetail),
  /** Before papers are asked for: the day the citizen would be given, and who may agree to it; nothing is written. */
  'dossier.supplementPreview': method(
    'officer',
    z.strictObject({ id: dossierId }),
    consentView.extend({ answerBy: localDate }),
  ),
  /** Papers made from the ledger at any time: the control slip, the list of steps, the receipt for the result. */
  'dossier.print': method(
    counter,
    z.strictObject({ id: dossierId, paper: z.enum(['control', 'progress', 'resultReceipt']) }),
    nothing,
  ),
  'receipt.reprint': method(
    counter,
    z.strictObject({
      id: dossierId,
      reason: z.enum(['lost', 'damaged', 'jammed', 'other', 'requested']),
      paper: receiptPaper,
    }),
    z.strictObject({ copy: z.int() }),
  ),
} as const;
