import type { Approver } from '../../../shared/contract/dossier/second-person.ts';
import type { StepName, StepRequest } from '../../../shared/contract/dossier/steps.ts';
import type { DossierDetail } from '../../../shared/contract/dossier/views.ts';
import { type Refusal, refuse } from '../../../shared/contract/refusal.ts';
import { dateOf, type LocalDateTime } from '../../../shared/domain/base/local-date.ts';
import { readVnd } from '../../../shared/domain/base/money.ts';
import { unreachable } from '../../../shared/result.ts';
import { readMoment } from '../../parts/typed-values.ts';

export type StepField =
  | 'unit'
  | 'note'
  | 'reason'
  | 'missing'
  | 'request'
  | 'items'
  | 'itemsReceived'
  | 'legalBasis'
  | 'answerBy'
  | 'amountVnd'
  | 'refundVnd'
  | 'symbol'
  | 'serial'
  | 'newDueAt'
  | 'resultNumber'
  | 'resultAbstract';

/** What each step asks for, in the order of the form. */
export const stepFields: Readonly<Record<StepName, readonly StepField[]>> = {
  'dossier.forwarded': ['unit', 'note'],
  'dossier.recalled': ['reason'],
  'dossier.sentToAgency': [],
  'dossier.agencyReturned': ['missing', 'note'],
  'dossier.supplementRequested': ['items', 'reason', 'legalBasis', 'answerBy'],
  'dossier.supplementReceived': ['itemsReceived'],
  'dossier.paymentRequested': ['amountVnd', 'reason'],
  'dossier.paymentReceived': ['symbol', 'serial'],
  'dossier.refunded': ['refundVnd', 'reason'],
  'dossier.suspended': ['reason'],
  'dossier.resumed': [],
  'dossier.submittedForApproval': ['note'],
  'dossier.signed': ['note'],
  'dossier.sentBack': ['reason'],
  'dossier.resultTakenBack': ['reason'],
  'dossier.resultReady': ['resultNumber', 'resultAbstract'],
  'dossier.returnedWithoutResult': ['reason'],
  'dossier.withdrawn': ['request'],
  'dossier.rescheduled': ['newDueAt', 'reason'],
};

export type StepTexts = Readonly<Partial<Record<StepField, string>>>;

/** A field whose text cannot be read: nothing was asked of the desk. */
export interface Unread {
  readonly unread: 'newDueAt' | 'answerBy' | 'amountVnd' | 'refundVnd';
  /** Why an amount cannot be read; null for a date. */
  readonly refusal: Refusal | null;
}

/**
 * The request that the typed texts make; dates and money are read as they are elsewhere.
 * @param approver the second person, null while nobody was chosen
 */
export function stepRequestOf(
  step: StepName,
  detail: DossierDetail,
  texts: StepTexts,
  now: LocalDateTime,
  approver: Approver | null,
): StepRequest | Unread {
  const { id } = detail.row;
  const text = (field: StepField): string => texts[field]?.trim() ?? '';
  switch (step) {
    case 'dossier.forwarded':
      return { id, step, unit: text('unit'), officer: null, note: text('note') };
    case 'dossier.recalled':
    case 'dossier.suspended':
    case 'dossier.sentBack':
    case 'dossier.resultTakenBack':
    case 'dossier.returnedWithoutResult':
      return { id, step, reason: text('reason') };
    case 'dossier.sentToAgency':
      return {
        id,
        step,
        leg: Math.max(
          0,
          detail.legs.findIndex(({ sentAt }) => sentAt === null),
        ),
      };
    case 'dossier.agencyReturned':
      return { id, step, leg: outLeg(detail), missing: text('missing'), note: text('note') };
    case 'dossier.supplementRequested': {
      const typed = text('answerBy');
      const answerBy = typed === '' ? null : readMoment(typed, '17:00', now);
      if (answerBy === null && typed !== '') return { unread: 'answerBy', refusal: null };
      return {
        id,
        step,
        items: linesOf(text('items')),
        reason: text('reason'),
        legalBasis: text('legalBasis'),
        answerBy: answerBy === null ? null : dateOf(answerBy),
        approver,
      };
    }
    case 'dossier.supplementReceived':
      return { id, step, items: linesOf(text('itemsReceived')) };
    case 'dossier.refunded': {
      // Left empty: all that is held.
      const typed = text('refundVnd');
      const read = readVnd(typed === '' ? '0' : typed, 'refundVnd');
      if (!read.ok) return { unread: 'refundVnd', refusal: read.error };
      // A nought that was typed is no wish to give everything back.
      if (typed !== '' && read.value === 0)
        return { unread: 'refundVnd', refusal: refuse('amount-nothing', 'refundVnd') };
      return { id, step, amountVnd: read.value, reason: text('reason') };
    }
    case 'dossier.paymentRequested': {
      const read = readVnd(text('amountVnd'), 'amountVnd');
      if (!read.ok) return { unread: 'amountVnd', refusal: read.error };
      return { id, step, amountVnd: read.value, reason: text('reason') };
    }
    case 'dossier.paymentReceived':
      return { id, step, symbol: text('symbol'), serial: text('serial') };
    case 'dossier.resumed':
      return { id, step };
    case 'dossier.submittedForApproval':
    case 'dossier.signed':
      return { id, step, note: text('note') };
    case 'dossier.resultReady':
      return { id, step, number: text('resultNumber'), abstract: text('resultAbstract') };
    case 'dossier.withdrawn':
      return { id, step, request: text('request') };
    case 'dossier.rescheduled': {
      const newDueAt = newDueOf(text('newDueAt'), now);
      if (newDueAt === null) return { unread: 'newDueAt', refusal: null };
      return { id, step, reason: text('reason'), newDueAt };
    }
    default:
      return unreachable(step);
  }
}

/** A day, and an hour where one is typed; null while it cannot be read. */
export function newDueOf(typed: string, now: LocalDateTime): LocalDateTime | null {
  const [day = '', time = '17:00'] = typed.trim().split(/\s+/);
  return readMoment(day, time, now);
}

/** What was typed one a line, without the empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const outLeg = ({ legs }: DossierDetail): number =>
  Math.max(
    0,
    legs.findIndex(({ sentAt, returnedAt }) => sentAt !== null && returnedAt === null),
  );
