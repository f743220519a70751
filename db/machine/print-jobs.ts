import type { Database } from 'better-sqlite3';
import { type FormDocument, formDocument } from '../../shared/forms/base/form.ts';

export interface PrintJob {
  readonly id: number;
  readonly dossierId: string;
  readonly copy: number;
  readonly form: FormDocument;
}

interface Row {
  readonly id: number;
  readonly dossier_id: string;
  readonly copy: number;
  readonly form: string;
}

/** Word for word the condition of the index of what has not come out: a statement finds it by that. */
const waits = `status IN ('queued', 'sending', 'failed')`;

export type PrintJobs = ReturnType<typeof openPrintJobs>;

/**
 * Papers on their way to the printer. A job is queued in the transaction that records why it is printed;
 * `sent` means the spooler has it, never that paper came out.
 */
export function openPrintJobs(db: Database) {
  const queue = db.prepare<[string, number, string, string, number]>(
    `INSERT INTO print_job (dossier_id, copy, paper, form, status, queued_at) VALUES (?, ?, ?, ?, 'queued', ?)`,
  );
  const next = db.prepare<[], Row>(
    `SELECT id, dossier_id, copy, form FROM print_job WHERE ${waits} AND status = 'queued' ORDER BY id LIMIT 1`,
  );
  const sending = db.prepare<[string, number]>(
    `UPDATE print_job SET status = 'sending', pdf_sha256 = ? WHERE id = ? AND status = 'queued'`,
  );
  const sent = db.prepare<[number, number]>(
    `UPDATE print_job SET status = 'sent', fault = NULL, sent_at = ? WHERE id = ?`,
  );
  const failed = db.prepare<[string, number]>(
    `UPDATE print_job SET status = 'failed', fault = ? WHERE id = ?`,
  );
  const requeue = db.prepare(
    `UPDATE print_job SET status = 'queued' WHERE ${waits} AND status = 'failed' AND fault <> 'interrupted'`,
  );
  const requeueAll = db.prepare(
    `UPDATE print_job SET status = 'queued' WHERE ${waits} AND status = 'failed'`,
  );
  const interrupted = db.prepare(
    `UPDATE print_job SET status = 'failed', fault = 'interrupted' WHERE ${waits} AND status = 'sending'`,
  );
  const voided = db.prepare<[string]>(
    `UPDATE print_job SET status = 'void' WHERE dossier_id = ? AND status IN ('queued', 'failed')`,
  );
  const voidWaiting = db.prepare(`UPDATE print_job SET status = 'void' WHERE ${waits}`);
  const waiting = db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM print_job WHERE ${waits}`);
  const lastFault = db.prepare<[], { fault: string }>(
    `SELECT fault FROM print_job WHERE ${waits} AND status = 'failed' AND fault IS NOT NULL ORDER BY id DESC LIMIT 1`,
  );
  const copies = db.prepare<[string], { n: number }>(
    `SELECT count(*) AS n FROM print_job
      WHERE dossier_id = ? AND status <> 'void' AND json_extract(form, '$.form') IN ('receipt', 'receiptLeaves')`,
  );
  const reprints = db.prepare<[string], { n: number }>(
    `SELECT count(*) AS n FROM print_job WHERE dossier_id = ? AND copy > 0`,
  );

  return {
    queue: (dossierId: string, copy: number, form: FormDocument, queuedAt: number): void =>
      void queue.run(dossierId, copy, form.paper, JSON.stringify(form), queuedAt),
    /** The oldest job that waits for its turn, or null. */
    next: (): PrintJob | null => {
      const row = next.get();
      if (row === undefined) return null;
      return {
        id: row.id,
        dossierId: row.dossier_id,
        copy: row.copy,
        form: formDocument.parse(JSON.parse(row.form)),
      };
    },
    /** @returns false when the job was withdrawn while it was being drawn */
    markSending: (id: number, pdfSha256: string): boolean => sending.run(pdfSha256, id).changes === 1,
    markSent: (id: number, sentAt: number): void => void sent.run(sentAt, id),
    markFailed: (id: number, fault: string): void => void failed.run(fault, id),
    /** What failed gets another turn; what may have come out already only when a person asks. */
    requeueFailed: (askedByPerson: boolean): void => void (askedByPerson ? requeueAll : requeue).run(),
    /** After a crash: nobody knows whether these came out, so a person decides. */
    markInterrupted: (): void => void interrupted.run(),
    /** Withdraws what has not been handed to the printer. */
    withdraw: (dossierId: string): void => void voided.run(dossierId),
    /** Withdraws all of it, whoever it is for. */
    withdrawWaiting: (): void => void voidWaiting.run(),
    waiting: (): number => waiting.get()?.n ?? 0,
    lastFault: (): string | null => lastFault.get()?.fault ?? null,
    /** Receipts printed or on their way; other papers of the dossier do not count. */
    copiesOf: (dossierId: string): number => copies.get(dossierId)?.n ?? 0,
    /** Papers of this dossier that were asked for again here. */
    reprintsOf: (dossierId: string): number => reprints.get(dossierId)?.n ?? 0,
  };
}
