import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { moment } from '../../../shared/domain/base/local-date.ts';
import { absent, type Dossier, isAccepted, legMark } from '../../../shared/domain/dossier/dossier.ts';
import type { DossierEventType } from '../../../shared/domain/dossier/dossier-events.ts';
import { evolve } from '../../../shared/domain/dossier/evolve.ts';
import { markReady } from '../../../shared/domain/dossier/hand-over.ts';
import type { Status } from '../../../shared/domain/dossier/lifecycle.ts';
import { misfitOf } from '../../../shared/domain/dossier/misfit.ts';
import { isOpenStep } from '../../../shared/domain/dossier/processing.ts';
import { everyType, factOf, originAt, tell, wayTo } from './every-fact.ts';
import { anyLife, brokenIn } from './life-model.ts';

/** The table of the rules, written down apart from the code: from, what happened, to. */
const allowed = `
  absent                -> intake.supplementRequested     -> intakeSupplement
  absent                -> intake.refused                 -> refused
  absent                -> dossier.received               -> received
  intakeSupplement      -> intake.supplementRequested     -> intakeSupplement
  intakeSupplement      -> intake.refused                 -> refused
  intakeSupplement      -> intake.lapsed                  -> lapsed
  intakeSupplement      -> dossier.received               -> received
  received              -> dossier.forwarded              -> processing
  received              -> dossier.resultReady            -> resultReady
  received              -> dossier.withdrawn              -> withdrawn
  received              -> dossier.cancelled              -> cancelled
  received              -> dossier.rescheduled            -> received
  processing            -> dossier.forwarded              -> processing
  processing            -> dossier.recalled               -> received
  processing            -> dossier.sentToAgency           -> interlinked
  processing            -> dossier.supplementRequested    -> awaitingSupplement
  processing            -> dossier.paymentRequested       -> awaitingPayment
  processing            -> dossier.suspended              -> suspended
  processing            -> dossier.submittedForApproval   -> awaitingApproval
  processing            -> dossier.withdrawn              -> withdrawn
  processing            -> dossier.returnedWithoutResult  -> returnedWithoutResult
  processing            -> dossier.rescheduled            -> processing
  interlinked           -> dossier.agencyReturned         -> processing
  interlinked           -> dossier.supplementRequested    -> awaitingSupplement
  interlinked           -> dossier.withdrawn              -> withdrawn
  interlinked           -> dossier.submittedForApproval   -> awaitingApproval
  interlinked           -> dossier.rescheduled            -> interlinked
  awaitingSupplement    -> dossier.supplementReceived     -> processing
  awaitingSupplement    -> dossier.withdrawn              -> withdrawn
  awaitingSupplement    -> dossier.returnedWithoutResult  -> returnedWithoutResult
  awaitingPayment       -> dossier.paymentReceived        -> processing
  awaitingPayment       -> dossier.withdrawn              -> withdrawn
  awaitingPayment       -> dossier.returnedWithoutResult  -> returnedWithoutResult
  suspended             -> dossier.resumed                -> processing
  suspended             -> dossier.withdrawn              -> withdrawn
  suspended             -> dossier.returnedWithoutResult  -> returnedWithoutResult
  awaitingApproval      -> dossier.withdrawn              -> withdrawn
  awaitingApproval      -> dossier.resultReady            -> resultReady
  awaitingApproval      -> dossier.recalled               -> processing
  awaitingApproval      -> dossier.signed                 -> awaitingApproval
  resultReady           -> dossier.resultTakenBack        -> received
  awaitingApproval      -> dossier.sentBack               -> processing
  awaitingApproval      -> dossier.returnedWithoutResult  -> returnedWithoutResult
  awaitingApproval      -> dossier.rescheduled            -> awaitingApproval
  received              -> dossier.redated                -> received
  processing            -> dossier.redated                -> processing
  interlinked           -> dossier.redated                -> interlinked
  awaitingSupplement    -> dossier.redated                -> awaitingSupplement
  awaitingPayment       -> dossier.redated                -> awaitingPayment
  suspended             -> dossier.redated                -> suspended
  awaitingApproval      -> dossier.redated                -> awaitingApproval
  resultReady           -> dossier.delivered              -> delivered
  delivered             -> dossier.receiptAssigned        -> delivered
  returnedWithoutResult -> dossier.delivered              -> delivered
`;
const table = new Map(
  allowed
    .trim()
    .split('\n')
    .map((line) => line.split('->').map((part) => part.trim()))
    .map(([from, type, to]) => [`${from} ${type}`, to]),
);

/** These change what is known of an accepted, uncancelled dossier, whatever its state. */
const anytime: readonly DossierEventType[] = ['dossier.corrected', 'consent.given', 'receipt.reprinted'];
const everyState = Object.keys(wayTo) as (Status | 'absent')[];

const legsAfter = (...types: readonly DossierEventType[]) => {
  const { status, legs } = tell(absent, [...wayTo.interlinked, ...types]) as Dossier;
  const [{ sentAt, returnedAt } = { sentAt: null, returnedAt: null }] = legs;
  return {
    status,
    isOut: sentAt !== null && returnedAt === null,
    isBack: returnedAt !== null,
  };
};

describe('the steps of a dossier', () => {
  test.each(everyState)('from %s: those of the table and no other', (from) => {
    const before = tell(absent, wayTo[from]);
    expect(before.status).toBe(from);
    for (const type of everyType) {
      const accepted = isAccepted(before) && before.status !== 'cancelled';
      const to = anytime.includes(type) ? (accepted ? from : undefined) : table.get(`${from} ${type}`);
      const after = evolve(before, factOf(type), originAt(99, type));
      expect(misfitOf(before, factOf(type), originAt(99, type)) === null, `${from} ${type}`).toBe(
        to !== undefined,
      );
      expect(after.status, `${from} ${type}`).toBe(to ?? from);
    }
  });

  test('whatever happens in whatever order, the fold is total and every misfit is kept', () => {
    fc.assert(
      fc.property(anyLife, (types) => {
        expect(brokenIn(types)).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['same-day', true],
    ['after-cutoff', true],
    ['next-working-day', true],
    ['on-receipt', true],
    ['counted', false],
    ['next-opening', false],
    ['moved-from-rest-day', false],
    ['entered', false],
  ] as const)('straight from received, a date that is %s may have its result: %s', (dueReason, may) => {
    const received = factOf('dossier.received');
    const state = evolve(
      absent,
      { ...received, body: { ...received.body, dueReason } } as never,
      originAt(1),
    ) as Dossier;
    const ready = factOf('dossier.resultReady');
    expect(misfitOf(state, ready, originAt(2, 'dossier.resultReady'))).toBe(may ? null : 'out-of-order');
    expect(isOpenStep(state, 'dossier.resultReady', { officer: 'me', roles: ['leader'] })).toBe(may);
    const answer = markReady(state, {
      at: moment('2025-05-20T16:00'),
      note: '',
      result: { kind: '', number: '', abstract: '' },
    });
    expect(answer.ok ? null : answer.error.code).toBe(may ? null : 'not-processed');
    const processed = tell(state, ['dossier.forwarded', 'dossier.submittedForApproval']);
    expect(misfitOf(processed, ready, originAt(4, 'dossier.resultReady'))).toBeNull();
  });

  test.each([
    {
      name: 'supplement asked while out',
      after: ['supplementRequested'],
      is: ['awaitingSupplement', true, false],
    },
    {
      name: 'brought: still with the agency',
      after: ['supplementRequested', 'supplementReceived'],
      is: ['interlinked', true, false],
    },
    {
      name: 'brought, then the answer',
      after: ['supplementRequested', 'supplementReceived', 'agencyReturned'],
      is: ['processing', false, true],
    },
    {
      name: 'answered before it is brought',
      after: ['supplementRequested', 'agencyReturned'],
      is: ['awaitingSupplement', false, true],
    },
    {
      name: 'answered before, then brought',
      after: ['supplementRequested', 'agencyReturned', 'supplementReceived'],
      is: ['processing', false, true],
    },
    {
      name: 'answered while it awaits approval',
      after: ['submittedForApproval', 'agencyReturned'],
      is: ['awaitingApproval', false, true],
    },
    {
      name: 'sent back while out',
      after: ['submittedForApproval', 'sentBack'],
      is: ['interlinked', true, false],
    },
  ] as const)('an agency and a supplement, $name', ({ after, is }) => {
    const { status, isOut, isBack } = legsAfter(...after.map((one) => `dossier.${one}` as const));
    expect([status, isOut, isBack]).toEqual(is);
  });

  test('a share that came back for a missing paper goes out again, and is marked when it is done', () => {
    const out = tell(absent, wayTo.interlinked);
    const lacking = { at: '2025-05-20T16:00', leg: 0, missing: 'Trích lục', note: '' };
    const lacked = evolve(
      out,
      { ...factOf('dossier.agencyReturned'), body: lacking } as never,
      originAt(9),
    ) as Dossier;
    expect(lacked).toMatchObject({ status: 'processing', reviews: [] });
    expect(legMark(lacked.legs[0] as never)).toBeNull();
    expect(isOpenStep(lacked, 'dossier.sentToAgency', { officer: 'me', roles: ['reception'] })).toBe(true);
    const done = tell(lacked, [
      'dossier.supplementRequested',
      'dossier.supplementReceived',
      'dossier.sentToAgency',
      'dossier.agencyReturned',
    ]) as Dossier;
    expect(done).toMatchObject({ status: 'processing', reviews: [] });
    expect(legMark(done.legs[0] as never)).toBe('onTime');
  });

  test('a dossier out with two agencies is back when the last one has returned it', () => {
    const out = tell(absent, wayTo.interlinked);
    const both = evolve(
      out,
      { ...factOf('dossier.sentToAgency'), body: { at: '2025-05-20T16:00', leg: 1 } } as never,
      originAt(4),
    );
    const one = evolve(both, factOf('dossier.agencyReturned'), originAt(5));
    expect(one.status).toBe('interlinked');
    const all = evolve(
      one,
      {
        ...factOf('dossier.agencyReturned'),
        body: { at: '2025-05-23T16:00', leg: 1, missing: '', note: '' },
      } as never,
      originAt(6),
    );
    expect(all.status).toBe('processing');
    expect((all as Dossier).legs.map(legMark)).toEqual(['onTime', 'onTime']);
  });

  test('a correction shows the new name and keeps what was first recorded', () => {
    const state = tell(absent, ['dossier.received', 'dossier.corrected']) as Dossier;
    expect(state.current.applicant.name).toBe('Khuất Thị Minh Nguyệt Ánh');
    expect(state.received.applicant.name).toBe('Khuất Thị Minh Nguyệt');
  });

  test('a new date does not undo the promise on the first receipt', () => {
    const state = tell(absent, ['dossier.received', 'dossier.rescheduled']) as Dossier;
    expect(state).toMatchObject({ dueAt: '2025-05-23T17:30', reschedules: 1 });
    expect(state.received.dueAt).toBe('2025-05-20T17:30');
  });
});
