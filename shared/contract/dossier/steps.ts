import { z } from 'zod';
import { dossierId, officerId, vnd } from '../../domain/base/ids.ts';
import { localDate, localDateTime } from '../../domain/base/local-date.ts';
import { approver } from './second-person.ts';

/** What a screen asks for at each step; the desk adds the hour, the dates and who decided. */
const id = dossierId;
const reason = z.string().max(1000);
const note = z.string().max(1000);
const items = z.array(z.string().min(1).max(500)).max(60);
const step = <S extends string, F extends z.core.$ZodLooseShape>(name: S, fields: F) =>
  z.strictObject({ id, step: z.literal(name), ...fields });

export const stepRequest = z.discriminatedUnion('step', [
  step('dossier.forwarded', { unit: z.string().max(200), officer: officerId.nullable(), note }),
  step('dossier.recalled', { reason }),
  step('dossier.sentToAgency', { leg: z.int().nonnegative() }),
  step('dossier.agencyReturned', { leg: z.int().nonnegative(), missing: note, note }),
  /** `answerBy` null: the term of the rule set, counted by the desk. `approver` null where the officer's own word is enough. */
  step('dossier.supplementRequested', {
    items,
    reason,
    legalBasis: z.string().max(300),
    answerBy: localDate.nullable(),
    approver: approver.nullable(),
  }),
  step('dossier.supplementReceived', { items }),
  step('dossier.paymentRequested', { amountVnd: vnd, reason }),
  step('dossier.paymentReceived', { symbol: z.string().max(20), serial: z.string().max(12) }),
  /** `amountVnd` 0 is all that is held. */
  step('dossier.refunded', { amountVnd: vnd, reason }),
  step('dossier.suspended', { reason }),
  step('dossier.resumed', {}),
  step('dossier.submittedForApproval', { note }),
  step('dossier.signed', { note }),
  step('dossier.sentBack', { reason }),
  /** The result's own number and abstract; its kind is the procedure's. */
  step('dossier.resultReady', { number: z.string().max(60), abstract: z.string().max(300) }),
  step('dossier.resultTakenBack', { reason }),
  step('dossier.returnedWithoutResult', { reason }),
  step('dossier.withdrawn', { request: reason }),
  step('dossier.rescheduled', { reason, newDueAt: localDateTime }),
]);
export type StepRequest = z.infer<typeof stepRequest>;
export type StepName = StepRequest['step'];

export const stepNames: readonly StepName[] = stepRequest.options.map((one) => one.shape.step.value);
