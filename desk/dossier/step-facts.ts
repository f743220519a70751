import type { Caller, SignedIn } from '../../shared/contract/dispatch.ts';
import type { StepRequest } from '../../shared/contract/dossier/steps.ts';
import { type Refusal, refuse } from '../../shared/contract/refusal.ts';
import type { LocalDateTime } from '../../shared/domain/base/local-date.ts';
import { notAskedRefusal } from '../../shared/domain/catalogue/dated-papers.ts';
import { promiseAfter } from '../../shared/domain/dossier/counted-promise.ts';
import { type Dossier, heldVnd } from '../../shared/domain/dossier/dossier.ts';
import { answerDay } from '../../shared/domain/dossier/duties.ts';
import { type PlainStep } from '../../shared/domain/dossier/processing.ts';
import { feeReceipt } from '../../shared/domain/dossier/taking.ts';
import { err, ok, type Result, unreachable } from '../../shared/result.ts';
import { openShiftOf, refundShiftOf } from '../cash/cash.ts';
import { procedureAtIntake } from '../catalogue/intake-edition.ts';
import { type DeskContext, now, rulesToday, today } from '../context.ts';
import { resultOf } from './results.ts';

/** Who takes a step, in the role it is recorded under, and who agrees to it where somebody must. */
export interface Deciding {
  readonly acting: Caller;
  readonly second: SignedIn | null;
}

/** The request with what only the desk knows: the hour, the dates, who decided. */
export function factOf(
  desk: DeskContext,
  dossier: Dossier,
  request: StepRequest,
  { acting: by, second }: Deciding,
): Result<PlainStep, Refusal> {
  const at = now(desk);
  const base = { dossier: request.id } as const;
  switch (request.step) {
    case 'dossier.forwarded':
      return ok({
        ...base,
        type: request.step,
        body: { at, unit: request.unit.trim(), officer: request.officer, note: request.note },
      });
    case 'dossier.recalled':
      return ok({ ...base, type: request.step, body: { at, reason: request.reason } });
    case 'dossier.sentToAgency':
      return ok({ ...base, type: request.step, body: { at, leg: request.leg } });
    case 'dossier.agencyReturned':
      return ok({
        ...base,
        type: request.step,
        body: { at, leg: request.leg, missing: request.missing.trim(), note: request.note },
      });
    case 'dossier.supplementRequested':
      if (request.items.length === 0) return err(refuse('reason-missing', 'items'));
      return (
        askable(desk, dossier, request.items) ??
        ok(supplementOf(desk, request.id, request, second?.id ?? by.officer))
      );
    case 'dossier.supplementReceived':
      return ok({
        ...base,
        type: request.step,
        body: {
          at,
          items: request.items,
          policy: rulesToday(desk).rules.supplementPolicy,
          ...afterPause(desk, dossier, at, rulesToday(desk).rules.supplementPolicy),
        },
      });
    case 'dossier.paymentRequested':
      return ok({
        ...base,
        type: request.step,
        body: { at, amountVnd: request.amountVnd, reason: request.reason },
      });
    case 'dossier.paymentReceived':
      return paymentReceived(desk, dossier, request, by);
    case 'dossier.refunded': {
      const vnd = request.amountVnd === 0 ? heldVnd(dossier) : request.amountVnd;
      const shift = refundShiftOf(desk, by.officer, vnd);
      return ok({ ...base, type: request.step, body: { at, vnd, reason: request.reason, shift } });
    }
    case 'dossier.suspended':
    case 'dossier.returnedWithoutResult':
      return ok({ ...base, type: request.step, body: { at, reason: request.reason, decidedBy: by.officer } });
    case 'dossier.resumed':
      return ok({ ...base, type: request.step, body: { at, ...afterPause(desk, dossier, at) } });
    case 'dossier.submittedForApproval':
      return ok({ ...base, type: request.step, body: { at, note: request.note } });
    case 'dossier.signed':
      return ok({ ...base, type: request.step, body: { at, note: request.note } });
    case 'dossier.resultTakenBack':
      return ok({ ...base, type: request.step, body: { at, reason: request.reason } });
    case 'dossier.sentBack':
      return ok({ ...base, type: request.step, body: { at, reason: request.reason } });
    case 'dossier.resultReady': {
      const { number, abstract } = request;
      const result = resultOf(desk, dossier, { number: number.trim(), abstract: abstract.trim() });
      return ok({ ...base, type: request.step, body: { at, note: '', result } });
    }
    case 'dossier.withdrawn':
      return ok({ ...base, type: request.step, body: { at, request: request.request } });
    case 'dossier.rescheduled':
      return ok({
        ...base,
        type: request.step,
        body: {
          at,
          reason: request.reason,
          signedBy: by.officer,
          oldDueAt: dossier.dueAt,
          newDueAt: request.newDueAt,
        },
      });
    default:
      return unreachable(request);
  }
}

/** By the papers of today: the law of asking changes while a dossier waits. */
function askable(
  desk: DeskContext,
  { current }: Dossier,
  items: readonly string[],
): Result<never, Refusal> | null {
  const refusal = notAskedRefusal(
    items,
    rulesToday(desk).written(current.procedure.code),
    today(desk),
    'items',
  );
  return refusal === null ? null : err(refusal);
}

/** @param answering who approves it */
export const supplementOf = (
  desk: DeskContext,
  dossier: string,
  {
    items,
    reason,
    legalBasis,
    answerBy,
  }: Pick<
    Extract<StepRequest, { step: 'dossier.supplementRequested' }>,
    'items' | 'reason' | 'legalBasis' | 'answerBy'
  >,
  answering: string,
): Extract<PlainStep, { type: 'dossier.supplementRequested' }> => ({
  type: 'dossier.supplementRequested',
  dossier,
  body: {
    at: now(desk),
    items,
    reason,
    legalBasis,
    approvedBy: answering,
    answerBy: answerBy ?? answerDay(today(desk), rulesToday(desk)),
  },
});

/** Money for a payment is taken against a receipt of the finance office, or not at all. */
function paymentReceived(
  desk: DeskContext,
  dossier: Dossier,
  { id, symbol, serial }: Extract<StepRequest, { step: 'dossier.paymentReceived' }>,
  by: Caller,
): Result<PlainStep, Refusal> {
  const receipt = feeReceipt.safeParse({ symbol: symbol.trim(), serial: serial.trim() });
  if (!receipt.success) return err(refuse('serial-wrong', 'serial'));
  const at = now(desk);
  return ok({
    type: 'dossier.paymentReceived',
    dossier: id,
    body: {
      at,
      receipt: receipt.data,
      collectedVnd: dossier.paymentVnd ?? 0,
      shift: openShiftOf(desk, by.officer)?.id ?? null,
      ...afterPause(desk, dossier, at),
    },
  });
}

interface MovedDues {
  readonly oldDueAt: LocalDateTime;
  readonly newDueAt: LocalDateTime;
  readonly legsDueAt: LocalDateTime[];
}

/** The dates once the pause that lasts now is over: a dossier whose clock stands has exactly one. */
function afterPause(
  desk: DeskContext,
  dossier: Dossier,
  until: LocalDateTime,
  policy: 'restart' | 'resume' | null = null,
): MovedDues {
  const { dueAt, measuredDueAt, stoppedAt, legs, current } = dossier;
  // What no catalogue tells the term of is carried on as working days are.
  const procedure = procedureAtIntake(desk, dossier) ?? untold;
  const counting = { procedure, calendar: rulesToday(desk).calendar };
  const promise = {
    due: { at: dueAt, reason: current.dueReason },
    measuredDueAt,
    legsDueAt: legs.map((leg) => leg.dueAt),
  };
  const moved = promiseAfter(promise, { from: stoppedAt ?? until, until, policy }, counting);
  return { oldDueAt: dueAt, newDueAt: moved.due.at, legsDueAt: [...moved.legsDueAt] };
}

const untold = { term: { unit: 'by_stage' as const }, steps: [], interlinkedWith: [] };
