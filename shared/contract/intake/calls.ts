import { z } from 'zod';
import { dossierId } from '../../domain/base/ids.ts';
import { draft } from '../../domain/intake/draft.ts';
import { receiptPaper } from '../../forms/dossier/receipt-paper.ts';
import { procedureView } from '../catalogue/views.ts';
import { dossierRow } from '../dossier/views.ts';
import { counter, method, nothing } from '../method.ts';
import { intakePreview, petitionRow, warning } from './views.ts';

const reason = z.string().max(1000);
const petition = z.strictObject({ id: dossierId });

/** From the first key to a receipt, or to a slip that says what is missing. */
export const intakeCalls = {
  /** A fresh draft; `recovered` is the newest one this machine lost hold of (crash, power cut), if any. */
  'intake.open': method(
    counter,
    nothing,
    z.strictObject({
      draft,
      recovered: z.strictObject({ draft, savedAt: z.string() }).nullable(),
      quickPicks: z.array(procedureView).max(9),
    }),
  ),
  'intake.saveDraft': method(counter, draft, nothing),
  'intake.dropDraft': method(counter, z.strictObject({ id: dossierId }), nothing),
  'intake.preview': method(counter, draft, intakePreview),
  /** Commits, and queues the receipt where one is needed. Called again with the same draft it answers with the same dossier. */
  'intake.receive': method(
    counter,
    z.strictObject({ draft, paper: receiptPaper }),
    z.strictObject({
      id: dossierId,
      code: z.string(),
      /** A receipt is on its way to the printer. */
      printed: z.boolean(),
      warnings: z.array(warning),
    }),
  ),
  /** Within 60 s of saving, by the officer who saved; the number is not used again. */
  'intake.undo': method(counter, z.strictObject({ id: dossierId }), dossierRow),
  'intake.recent': method(
    counter,
    nothing,
    z.strictObject({
      today: z.int().nonnegative(),
      rows: z.array(dossierRow.extend({ undoableForS: z.int().nonnegative() })),
    }),
  ),
  /**
   * Paper 02 for a form that is not complete: lists the unticked papers and `more`. Called again with the same
   * form and words it prints nothing and answers the same; the form is kept until the citizen comes back.
   */
  'intake.requestSupplement': method(
    counter,
    z.strictObject({ draft, more: z.array(z.string().max(500)).max(20), reason }),
    petition,
  ),
  /** Paper 03 for what the office may not take. Called again with the same form and reason it answers the same. */
  'intake.refuse': method(counter, z.strictObject({ draft, reason }), petition),
  /** Who was asked for more and has not come back, newest slip first. */
  'petition.list': method(
    counter,
    z.strictObject({ query: z.string().max(120) }),
    z.strictObject({ rows: z.array(petitionRow), waiting: z.int().nonnegative() }),
  ),
  /** The form to go on with: as it was typed here, or as far as the facts tell. */
  'petition.resume': method(counter, petition, z.strictObject({ draft })),
  /** The last slip once more, marked as a reprint. */
  'petition.print': method(counter, petition, nothing),
  /** The citizen did not come back. Called again it answers the same. */
  'petition.lapse': method(counter, petition, nothing),
} as const;
