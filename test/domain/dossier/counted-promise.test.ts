import { describe, expect, test } from 'vitest';
import { dateOf, moment } from '../../../shared/domain/base/local-date.ts';
import type { Term } from '../../../shared/domain/calendar/due-date.ts';
import { workCalendar } from '../../../shared/domain/calendar/work-calendar.ts';
import { legDueAt } from '../../../shared/domain/catalogue/internal-steps.ts';
import { countedPromise } from '../../../shared/domain/dossier/counted-promise.ts';
import { absent, type Dossier, legMark, type Pause } from '../../../shared/domain/dossier/dossier.ts';
import type { DossierFact } from '../../../shared/domain/dossier/dossier-events.ts';
import { evolve } from '../../../shared/domain/dossier/evolve.ts';
import { punctuality } from '../../../shared/domain/dossier/punctuality.ts';
import { seedCalendar } from '../../../shared/seed/editions.ts';
import { dossier as id, originAt, tell } from './every-fact.ts';
import { aReceivedDossier } from './example.ts';

const calendar = workCalendar(seedCalendar());
const counted = (receivedAt: string, term: Term, pauses: readonly Pause[]) =>
  countedPromise(
    { receivedAt: moment(receivedAt), pauses },
    { procedure: { term, interlinkedWith: [] }, calendar },
  );
const pause = (from: string, until: string, part: Partial<Pause> = {}): Pause => ({
  cause: 'payment',
  from: moment(from),
  until: moment(until),
  policy: null,
  ...part,
});

describe('a pause moves the promise by what the term is counted in', () => {
  test.each<{ name: string; from: string; term: Term; stood: Pause; due: string }>([
    {
      name: 'days that run through by days that run through',
      from: '2026-10-05T09:00',
      term: { unit: 'calendar_day', value: 15 },
      stood: pause('2026-10-09T10:00', '2026-10-19T10:00'),
      due: '2026-10-30T17:30',
    },
    {
      name: 'days that run through end on a working day',
      from: '2026-10-05T09:00',
      term: { unit: 'calendar_day', value: 15 },
      stood: pause('2026-10-09T10:00', '2026-10-13T10:00'),
      due: '2026-10-26T17:30',
    },
    {
      name: 'hours by the hours the desk was open',
      from: '2026-10-05T08:00',
      term: { unit: 'hour', value: 4 },
      stood: pause('2026-10-05T08:30', '2026-10-05T11:30'),
      due: '2026-10-05T16:30',
    },
    {
      name: 'half days too, over lunch and night',
      from: '2026-10-05T08:00',
      term: { unit: 'half_day', value: 1 },
      stood: pause('2026-10-05T11:00', '2026-10-06T09:00'),
      due: '2026-10-06T10:00',
    },
    {
      name: 'working days by working days, at the same hour',
      from: '2026-10-05T09:00',
      term: { unit: 'working_day', value: 5 },
      stood: pause('2026-10-07T08:00', '2026-10-12T16:00'),
      due: '2026-10-15T09:00',
    },
    {
      name: 'a supplement that makes the term run anew',
      from: '2026-10-21T10:10',
      term: { unit: 'working_day', value: 5 },
      stood: pause('2026-10-22T09:00', '2026-10-29T10:00', { cause: 'supplement', policy: 'restart' }),
      due: '2026-11-05T10:00',
    },
  ])('$name', ({ from, term, stood, due }) => {
    expect(counted(from, term, [stood])?.due.at).toBe(due);
  });

  test('a pause that still lasts moves nothing yet', () => {
    const lasting = { ...pause('2026-10-07T08:00', '2026-10-07T08:00'), until: null };
    expect(counted('2026-10-05T09:00', { unit: 'working_day', value: 3 }, [lasting])?.due.at).toBe(
      '2026-10-08T09:00',
    );
  });
});

const asked = (at: string) => ({
  type: 'dossier.supplementRequested' as const,
  body: { at: moment(at), items: ['x'], reason: 'thiếu', legalBasis: '', approvedBy: 'quy', answerBy: null },
});
const brought = (at: string, newDueAt: string) => ({
  type: 'dossier.supplementReceived' as const,
  body: {
    at: moment(at),
    items: [],
    policy: 'restart' as const,
    oldDueAt: moment('2026-10-08T09:00'),
    newDueAt: moment(newDueAt),
    legsDueAt: [],
  },
});
const markOn = (one: Dossier, day: string) =>
  punctuality(dateOf(moment(`${day}T09:00`)), dateOf(one.measuredDueAt));

describe('what lateness is measured by', () => {
  const received = aReceivedDossier({
    receivedAt: moment('2026-10-05T09:00'),
    dueAt: moment('2026-10-08T09:00'),
    dueReason: 'counted',
  });
  const lived = (facts: readonly Partial<DossierFact>[]): Dossier =>
    facts.reduce(
      (state, fact, n) =>
        evolve(state, { dossier: id, ...fact } as DossierFact, originAt(n + 2, (fact as DossierFact).type)),
      evolve(
        absent,
        { type: 'dossier.received', dossier: id, body: received },
        originAt(1, 'dossier.received'),
      ),
    ) as Dossier;
  const forwarded = {
    type: 'dossier.forwarded' as const,
    body: { at: moment('2026-10-05T10:00'), unit: 'Tư pháp', officer: null, note: '' },
  };

  test('a supplement asked and brought after the promised day mends no lateness', () => {
    const one = lived([
      forwarded,
      asked('2026-10-20T09:00'),
      brought('2026-10-20T09:05', '2026-10-23T09:05'),
    ]);
    expect(one).toMatchObject({ dueAt: '2026-10-23T09:05', measuredDueAt: '2026-10-08T09:00' });
    expect(markOn(one, '2026-10-21')).toBe('late');
  });

  test('one asked on the promised day itself still moves it', () => {
    const one = lived([
      forwarded,
      asked('2026-10-08T16:00'),
      brought('2026-10-12T09:00', '2026-10-15T09:00'),
    ]);
    expect(markOn(one, '2026-10-15')).toBe('onTime');
  });

  test('once parted, no later pause joins the two dates again', () => {
    const one = lived([
      forwarded,
      asked('2026-10-20T09:00'),
      brought('2026-10-20T09:05', '2026-10-23T09:05'),
      { type: 'dossier.suspended', body: { at: moment('2026-10-21T09:00'), reason: 'x', decidedBy: 'quy' } },
      {
        type: 'dossier.resumed',
        body: {
          at: moment('2026-10-22T09:00'),
          oldDueAt: moment('2026-10-23T09:05'),
          newDueAt: moment('2026-10-26T09:05'),
          legsDueAt: [],
        },
      },
    ]);
    expect(one).toMatchObject({ dueAt: '2026-10-26T09:05', measuredDueAt: '2026-10-08T09:00' });
  });

  test('a payment moves both dates, as every pause in time does', () => {
    const [due, later] = [moment('2025-05-20T17:30'), moment('2025-05-23T17:30')];
    const one = tell(absent, [
      'dossier.received',
      'dossier.forwarded',
      'dossier.paymentRequested',
      'dossier.paymentReceived',
    ]) as Dossier;
    expect(one.current.dueAt <= due).toBe(true);
    expect(one).toMatchObject({ dueAt: later, measuredDueAt: later, stoppedAt: null });
  });
});

describe('an agency’s share', () => {
  const procedure = {
    term: { unit: 'working_day' as const, value: 5 },
    interlinkedWith: ['Chi nhánh VPĐK'],
    steps: [
      { name: 'Thẩm định', unit: 'x', hours: 32, agency: 'Chi nhánh VPĐK' },
      { name: 'Trả', unit: 'x', hours: 8, agency: null },
    ],
  };

  test('that is received at the opening loses nothing', () => {
    const whole = { receivedAt: moment('2026-11-16T08:00'), dueAt: moment('2026-11-23T08:00'), calendar };
    expect(legDueAt('Chi nhánh VPĐK', procedure, whole)).toBe('2026-11-20T08:00');
  });

  test('moves with the whole while the citizen is waited for, and is then judged by that date', () => {
    const promise = countedPromise(
      {
        receivedAt: moment('2026-10-01T08:00'),
        pauses: [pause('2026-10-05T09:00', '2026-10-19T09:00', { cause: 'supplement', policy: 'resume' })],
      },
      { procedure, calendar },
    );
    const dueAt = promise?.legsDueAt[0];
    expect(dueAt).toBe('2026-10-21T08:00');
    const leg = {
      agency: 'Chi nhánh VPĐK',
      dueAt: dueAt ?? moment('2026-10-07T08:00'),
      sentAt: moment('2026-10-19T10:00'),
      returnedAt: moment('2026-10-20T10:00'),
    };
    expect(legMark(leg)).toBe('early');
  });

  test('begins anew where the term does', () => {
    const promise = countedPromise(
      {
        receivedAt: moment('2026-10-01T08:00'),
        pauses: [pause('2026-10-05T09:00', '2026-10-19T09:00', { cause: 'supplement', policy: 'restart' })],
      },
      { procedure, calendar },
    );
    expect(promise).toMatchObject({ due: { at: '2026-10-26T09:00' }, legsDueAt: ['2026-10-23T09:00'] });
  });
});
