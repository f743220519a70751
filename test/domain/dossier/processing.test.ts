import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, at, dateOf, day, moment, weekday } from '../../../shared/domain/base/local-date.ts';
import type { Role } from '../../../shared/domain/base/roles.ts';
import { dueAfterPause, dueAfterSupplement } from '../../../shared/domain/calendar/paused-due.ts';
import {
  nextWorkingDay,
  workCalendar,
  workingDaysBetween,
} from '../../../shared/domain/calendar/work-calendar.ts';
import { decree61 } from '../../../shared/domain/catalogue/rule-set.ts';
import { absent, isAccepted } from '../../../shared/domain/dossier/dossier.ts';
import type { DossierFact } from '../../../shared/domain/dossier/dossier-events.ts';
import { evolve } from '../../../shared/domain/dossier/evolve.ts';
import { transitions } from '../../../shared/domain/dossier/lifecycle.ts';
import { misfitOf } from '../../../shared/domain/dossier/misfit.ts';
import { decideStep, isOpenStep, type PlainStep } from '../../../shared/domain/dossier/processing.ts';
import { seedCalendar } from '../../../shared/seed/editions.ts';
import { everyType, factOf, originAt, tell, wayTo } from './every-fact.ts';

const calendar = workCalendar(seedCalendar());
const step = (type: PlainStep['type'], change: object = {}): PlainStep => {
  const fact = factOf(type) as PlainStep;
  return { ...fact, body: { ...fact.body, ...change } } as PlainStep;
};

describe('deciding a step', () => {
  test.each([
    { name: 'possible', state: wayTo.processing, fact: step('dossier.suspended'), code: null },
    { name: 'not at this step', state: wayTo.received, fact: step('dossier.sentBack'), code: 'not-now' },
    { name: 'closed', state: wayTo.delivered, fact: step('dossier.suspended'), code: 'closed' },
    { name: 'unknown', state: wayTo.absent, fact: step('dossier.suspended'), code: 'dossier-unknown' },
    {
      name: 'without a reason',
      state: wayTo.processing,
      fact: step('dossier.suspended', { reason: ' ' }),
      code: 'reason-missing',
    },
    {
      name: 'a second supplement',
      state: [...wayTo.awaitingSupplement, 'dossier.supplementReceived'] as const,
      fact: step('dossier.supplementRequested'),
      code: 'supplement-limit',
    },
    {
      name: 'a second new date',
      state: ['dossier.received', 'dossier.rescheduled'] as const,
      fact: step('dossier.rescheduled', { oldDueAt: '2025-05-23T17:30', newDueAt: '2025-05-29T17:30' }),
      code: 'reschedule-limit',
    },
    {
      name: 'a new date that is not later',
      state: wayTo.received,
      fact: step('dossier.rescheduled', { newDueAt: '2025-05-20T17:30' }),
      code: 'new-due-not-later',
    },
    {
      name: 'a new date that is over as it is given',
      state: wayTo.received,
      fact: step('dossier.rescheduled', { at: '2025-06-20T09:00', newDueAt: '2025-06-18T10:00' }),
      code: 'due-in-past',
    },
    {
      name: 'a date counted from something else than the promise that stands',
      state: wayTo.suspended,
      fact: step('dossier.resumed', { oldDueAt: '2025-05-01T17:30' }),
      code: 'not-now',
    },
    {
      name: 'a leg that is not out',
      state: [...wayTo.interlinked, 'dossier.agencyReturned', 'dossier.sentToAgency'] as const,
      fact: step('dossier.sentToAgency'),
      code: 'not-now',
    },
  ])('$name: $code', ({ state, fact, code }) => {
    const decided = decideStep(tell(absent, state), fact, originAt(9, fact.type), decree61);
    expect(decided.ok ? null : decided.error.code).toBe(code);
  });
});

const offered = (type: PlainStep['type'], roles: readonly Role[], legs: 'both' | 'none' = 'both') => {
  const told = tell(absent, type === 'dossier.agencyReturned' ? wayTo.interlinked : wayTo.processing);
  if (!isAccepted(told)) throw new Error('the way leads to an accepted dossier');
  return isOpenStep(legs === 'both' ? told : { ...told, legs: [] }, type, { officer: 'me', roles });
};

/** Every step that asks somebody for words, and a state in which it is possible. */
const worded: readonly (readonly [PlainStep['type'], keyof typeof wayTo, string])[] = [
  ['dossier.forwarded', 'received', 'unit'],
  ['dossier.supplementRequested', 'processing', 'reason'],
  ['dossier.supplementRequested', 'interlinked', 'legalBasis'],
  ['dossier.suspended', 'processing', 'reason'],
  ['dossier.sentBack', 'awaitingApproval', 'reason'],
  ['dossier.resultTakenBack', 'resultReady', 'reason'],
  ['dossier.returnedWithoutResult', 'processing', 'reason'],
  ['dossier.withdrawn', 'interlinked', 'request'],
  ['dossier.rescheduled', 'processing', 'reason'],
  ['dossier.redated', 'processing', 'reason'],
  ['dossier.refunded', 'processing', 'reason'],
];

describe('blank is none', () => {
  test.each(worded)('%s from %s without %s', (type, from, field) => {
    const state = tell(absent, wayTo[from]);
    for (const blank of ['', '   ', '\n\t', '\u00a0']) {
      const decided = decideStep(state, step(type, { [field]: blank }), originAt(9, type), decree61);
      expect(decided.ok ? null : decided.error).toMatchObject({ code: 'reason-missing', field });
    }
  });

  test('every step with a reason stands in the table, but those whose reason is a note', () => {
    const asked = everyType.filter((type) => 'reason' in factOf(type).body && type.startsWith('dossier.'));
    const notes = ['dossier.paymentRequested', 'dossier.recalled'];
    const guarded = ['dossier.corrected', 'dossier.cancelled'];
    expect(
      [
        ...worded.flatMap(([type, , field]) => (field === 'reason' ? [type] : [])),
        ...notes,
        ...guarded,
      ].toSorted(),
    ).toEqual(asked.toSorted());
  });

  test.each([
    ['before the day of asking', '2025-05-19', 'answer-in-past'],
    ['the day of asking', '2025-05-20', null],
  ] as const)('a day for the citizen %s: %s %s', (_, answerBy, code) => {
    const state = tell(absent, wayTo.processing);
    const decided = decideStep(
      state,
      step('dossier.supplementRequested', { answerBy }),
      originAt(9),
      decree61,
    );
    expect(decided.ok ? null : decided.error.code).toBe(code);
  });

  test('a supplement lists something', () => {
    const state = tell(absent, wayTo.processing);
    const decided = decideStep(
      state,
      step('dossier.supplementRequested', { items: [' '] }),
      originAt(9),
      decree61,
    );
    expect(decided.ok ? null : decided.error).toMatchObject({ code: 'reason-missing', field: 'items' });
  });
});

describe('offering a step', () => {
  test.each([
    { name: 'an agency while one waits', type: 'dossier.sentToAgency', roles: ['reception'], open: true },
    { name: 'a return while one is out', type: 'dossier.agencyReturned', roles: ['reception'], open: true },
    { name: 'a stop to a leader', type: 'dossier.suspended', roles: ['leader'], open: true },
    { name: 'no stop to the counter', type: 'dossier.suspended', roles: ['reception'], open: false },
    {
      name: 'no approval where it cannot be sent back',
      type: 'dossier.sentBack',
      roles: ['leader'],
      open: false,
    },
  ] as const)('$name', ({ type, roles, open }) => {
    expect(offered(type, roles)).toBe(open);
  });

  test('no agency where the procedure has none, or none is out', () => {
    expect(offered('dossier.sentToAgency', ['reception'], 'none')).toBe(false);
    expect(offered('dossier.agencyReturned', ['reception'], 'none')).toBe(false);
  });
});

describe('the promise after a pause', () => {
  const anyDay = fc.integer({ min: 0, max: 2500 }).map((days) => addDays(day('2018-03-01'), days));
  const workday = anyDay.map((date) => (calendar.isWorkingDay(date) ? date : nextWorkingDay(date, calendar)));

  test('moves by as many working days as the pause lasted, and never to a day off', () => {
    fc.assert(
      fc.property(workday, workday, fc.integer({ min: 0, max: 60 }), (due, from, length) => {
        const until = addDays(from, length);
        const pause = { from: at(from, 9 * 60), until: at(until, 15 * 60) };
        const moved = dueAfterPause(at(due, 17 * 60 + 30), pause, calendar, 'working_day');
        expect(workingDaysBetween(due, dateOf(moved), calendar)).toBe(
          workingDaysBetween(from, until, calendar),
        );
        expect(calendar.isWorkingDay(dateOf(moved))).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  test.each([
    {
      policy: 'restart' as const,
      due: '2018-10-24T10:00',
      why: 'the term is counted anew from the complete dossier',
    },
    { policy: 'resume' as const, due: '2018-10-19T09:30', why: 'it goes on where it stopped' },
  ])('after a supplement, $policy: $why', ({ policy, due }) => {
    const moved = dueAfterSupplement(
      moment('2018-10-16T09:30'),
      { from: moment('2018-10-16T08:00'), until: moment('2018-10-19T10:00') },
      { policy, term: { unit: 'working_day', value: 3 }, calendar },
    );
    expect(moved).toBe(due);
    expect(weekday(dateOf(moved))).toBeGreaterThan(0);
  });
});

describe('acts by somebody who may not', () => {
  const everyRole: readonly Role[] = ['reception', 'specialist', 'leader', 'supervisor', 'admin'];
  const steps = everyType.filter(
    (type) =>
      type.startsWith('dossier.') &&
      !['dossier.recalled', 'dossier.refunded', 'dossier.receiptAssigned'].includes(type),
  );

  test.each(steps)('%s is kept and not applied outside the roles of the table', (type) => {
    const from = (Object.keys(wayTo) as (keyof typeof wayTo)[]).find(
      (status) => misfitOf(tell(absent, wayTo[status]), factOf(type), originAt(9, type)) === null,
    );
    if (from === undefined) throw new Error(`${type} is never possible`);
    const state = tell(absent, wayTo[from]);
    for (const role of everyRole.filter((one) => !transitions[type].by.includes(one)))
      expect(misfitOf(state, factOf(type), { actor: 'somebody', role }), role).toBe('not-permitted');
  });
});

const forwarded = (unit: string, officer: string) =>
  ({
    ...factOf('dossier.forwarded'),
    body: { at: '2025-05-20T16:00', unit, officer, note: '' },
  }) as DossierFact;
const by = (actor: string, role: Role) => ({ ...originAt(5), actor, role });

describe('calling back', () => {
  const withNam = [forwarded('Tư pháp', 'hanh'), forwarded('Địa chính', 'nam')].reduce(
    (state, fact, n) => evolve(state, fact, n === 0 ? by('trang', 'reception') : by('hanh', 'specialist')),
    tell(absent, ['dossier.received']),
  );
  const recall = step('dossier.recalled');

  test.each([
    { who: 'the sender', actor: 'hanh', role: 'specialist', code: null },
    { who: 'a leader', actor: 'quy', role: 'leader', code: null },
    { who: 'the supervisor', actor: 'mai', role: 'supervisor', code: null },
    {
      who: 'the counter that passed it on before',
      actor: 'trang',
      role: 'reception',
      code: 'recall-not-yours',
    },
    { who: 'whoever has it now', actor: 'nam', role: 'specialist', code: 'recall-not-yours' },
  ] as const)('$who: $code', ({ actor, role, code }) => {
    const decided = decideStep(withNam, recall, by(actor, role), decree61);
    expect(decided.ok ? null : decided.error.code).toBe(code);
    expect(misfitOf(withNam, recall, by(actor, role))).toBe(code === null ? null : 'not-permitted');
    if (isAccepted(withNam))
      expect(isOpenStep(withNam, 'dossier.recalled', { officer: actor, roles: [role] })).toBe(code === null);
  });

  test('from Nam it goes back to Hạnh, being processed', () => {
    expect(evolve(withNam, recall, by('hanh', 'specialist'))).toMatchObject({
      status: 'processing',
      holder: { unit: 'Tư pháp', officer: 'hanh' },
      handedOn: null,
      reviews: [],
    });
  });

  test('what the counter passed on is the counter’s again', () => {
    const taken = evolve(
      tell(absent, ['dossier.received']),
      forwarded('Tư pháp', 'hanh'),
      by('trang', 'reception'),
    );
    expect(evolve(taken, recall, by('trang', 'reception'))).toMatchObject({
      status: 'received',
      holder: null,
    });
  });

  test('a submission is called back to whoever submitted it', () => {
    const submitted = evolve(withNam, factOf('dossier.submittedForApproval'), by('nam', 'specialist'));
    expect(misfitOf(submitted, recall, by('hanh', 'specialist'))).toBe('not-permitted');
    expect(evolve(submitted, recall, by('nam', 'specialist'))).toMatchObject({
      status: 'processing',
      holder: { unit: 'Địa chính', officer: 'nam' },
    });
  });

  test('not once the next one has begun, nor twice', () => {
    const begun = evolve(withNam, factOf('dossier.suspended'), by('quy', 'leader'));
    const going = evolve(begun, factOf('dossier.resumed'), by('quy', 'leader'));
    expect(misfitOf(going, recall, by('hanh', 'specialist'))).toBe('out-of-order');
    const back = evolve(withNam, recall, by('hanh', 'specialist'));
    expect(misfitOf(back, recall, by('quy', 'leader'))).toBe('out-of-order');
  });
});

describe('the leader’s signature', () => {
  const submitted = tell(absent, wayTo.awaitingApproval);
  const signed = tell(submitted, ['dossier.signed']);
  const ready = step('dossier.resultReady');
  const codeOf = (state: typeof submitted, fact: PlainStep) => {
    const decided = decideStep(state, fact, originAt(9, fact.type), decree61);
    return decided.ok ? null : decided.error.code;
  };

  test('stands before a result is ready', () => {
    expect(codeOf(submitted, ready)).toBe('not-signed');
    expect(codeOf(signed, ready)).toBeNull();
    expect(codeOf(signed, step('dossier.signed'))).toBe('not-now');
    expect(codeOf(tell(absent, ['dossier.received']), ready)).toBeNull();
  });

  test.each([
    ['reception', false, false],
    ['reception', true, true],
    ['specialist', false, false],
    ['leader', false, true],
  ] as const)('%s is offered to say that it is ready, signed %s: %s', (role, isSigned, open) => {
    const state = isSigned ? signed : submitted;
    if (!isAccepted(state)) throw new Error('the way leads to an accepted dossier');
    expect(isOpenStep(state, 'dossier.resultReady', { officer: 'me', roles: [role] })).toBe(open);
  });

  test.each(['dossier.sentBack', 'dossier.recalled'] as const)('does not outlast %s', (type) => {
    const again = tell(signed, [type, 'dossier.submittedForApproval']);
    expect(codeOf(again, ready)).toBe('not-signed');
  });

  test('is given anew after a result was taken back', () => {
    const back = tell(signed, ['dossier.resultReady', 'dossier.resultTakenBack']);
    expect(back).toMatchObject({ status: 'awaitingApproval', readyAt: null, finishedAt: null, reviews: [] });
    expect(codeOf(back, ready)).toBe('not-signed');
    expect(codeOf(tell(back, ['dossier.signed']), ready)).toBeNull();
  });

  test('no result is taken back that was handed over', () => {
    expect(codeOf(tell(absent, wayTo.delivered), step('dossier.resultTakenBack'))).toBe('closed');
  });
});
