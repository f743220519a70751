import { describe, expect, test } from 'vitest';
import { day, moment } from '../../../shared/domain/base/local-date.ts';
import { workCalendar } from '../../../shared/domain/calendar/work-calendar.ts';
import {
  differences,
  isOffered,
  notOfferedRefusal,
  withChanges,
} from '../../../shared/domain/catalogue/catalogue.ts';
import { type EditionKind, editionKinds, readEdition } from '../../../shared/domain/catalogue/edition.ts';
import { stepsFitTerm, termHours } from '../../../shared/domain/catalogue/internal-steps.ts';
import type { CatalogueEdition, Procedure } from '../../../shared/domain/catalogue/procedure.ts';
import { decree61 } from '../../../shared/domain/catalogue/rule-set.ts';
import { affectedDue } from '../../../shared/domain/dossier/affected.ts';
import { absent, type Dossier } from '../../../shared/domain/dossier/dossier.ts';
import { legsOf } from '../../../shared/domain/intake/intake.ts';
import { defaultFormOptions } from '../../../shared/forms/base/form-options.ts';
import { canonical } from '../../../shared/protocol/canonical.ts';
import {
  seedAgencyList,
  seedCalendar,
  seedCatalogue,
  seedCatalogues,
  seedFormSets,
} from '../../../shared/seed/editions.ts';
import { tell } from '../dossier/every-fact.ts';

const seed = seedCatalogue();
const calendar = workCalendar(seedCalendar());
const find = (code: string, within: CatalogueEdition = seed): Procedure => {
  const found = within.procedures.find((one) => one.code === code);
  if (found === undefined) throw new Error(`No ${code}`);
  return found;
};
const decision = { number: '12/QĐ-UBND', date: day('2026-11-01'), agency: 'UBND thành phố Hà Nội' };
const ended = (kind: 'abolished' | 'replaced', successor: string | null): Procedure => ({
  ...find('1.004873'),
  change: { kind, decision, effectiveOn: day('2026-12-01'), successor },
});

describe('editions', () => {
  test('every kind has one canonical text: what travels reads back as itself', () => {
    const validFrom = day('2026-12-01');
    const all = {
      catalogue: seed,
      calendar: { validFrom, edition: seedCalendar() },
      rules: { validFrom, edition: decree61 },
      forms: { validFrom, edition: defaultFormOptions },
      formSets: { validFrom, edition: seedFormSets() },
      agencies: { validFrom, edition: seedAgencyList() },
    };
    for (const [kind, edition] of Object.entries(all)) {
      const text = canonical(edition);
      expect(readEdition(kind as EditionKind, text)).toEqual(edition);
    }
  });

  test.each(['{', '{}', 'null', '[]', '{"edition":1}'])('%s is no edition of any kind', (text) => {
    for (const kind of editionKinds) expect(readEdition(kind, text)).toBeNull();
  });

  test('changes take the place of their codes, new ones are added, nothing goes', () => {
    const renamed = { ...find('2.000815'), shortName: 'Sao y' };
    const fresh = { ...find('2.000815'), code: '9.000001' };
    const changes = { ...seed, edition: '2027-01', base: seed.edition, procedures: [renamed, fresh] };
    const whole = withChanges(seed, changes);
    expect(whole.procedures).toHaveLength(seed.procedures.length + 1);
    expect(whole).toMatchObject({ edition: '2027-01', base: null });
    expect(find('2.000815', whole).shortName).toBe('Sao y');
    expect(differences(seed, whole)).toEqual([
      { code: '2.000815', name: 'Sao y', what: 'changed' },
      { code: '9.000001', name: fresh.shortName, what: 'added' },
    ]);
  });

  test.each([
    ['2026-11-30', true],
    ['2026-12-01', false],
    ['2027-01-01', false],
  ])('a procedure that ends on 1 December 2026 is offered on %s: %s', (on, offered) => {
    for (const kind of ['abolished', 'replaced'] as const)
      expect(isOffered(ended(kind, null), day(on))).toBe(offered);
  });

  test('who asks for it later is told what took its place', () => {
    const on = day('2026-12-02');
    expect(notOfferedRefusal(ended('replaced', '2.000815'), on, (code) => find(code))).toMatchObject({
      code: 'procedure-replaced',
      values: { successor: find('2.000815').shortName },
    });
    expect(notOfferedRefusal(ended('abolished', null), on, () => null)).toMatchObject({
      code: 'procedure-ended',
    });
    expect(notOfferedRefusal(find('1.004873'), on, () => null)).toBeNull();
  });

  test.each([
    ['2025-06-30', 'procedure-not-yet', '01/07/2025'],
    ['2025-07-01', undefined, undefined],
    ['2030-12-31', undefined, undefined],
    ['2031-01-01', 'procedure-elsewhere', undefined],
  ])('what communes receive from one day to another: on %s %s', (on, code, from) => {
    const household: Procedure = {
      ...find('1.001612'),
      handledBy: [
        { level: 'district', from: null, until: day('2025-06-30') },
        { level: 'commune', from: day('2025-07-01'), until: day('2030-12-31') },
        { level: 'province', from: day('2031-01-01'), until: null },
      ],
    };
    const refusal = notOfferedRefusal(household, day(on), () => null);
    expect(refusal?.code).toBe(code);
    expect(refusal?.values?.['from']).toBe(from);
    expect(isOffered(household, day(on))).toBe(code === undefined);
  });

  test('what is announced begins on its day', () => {
    const announced: Procedure = {
      ...find('1.004873'),
      change: { kind: 'announced', decision, effectiveOn: day('2026-12-01'), successor: null },
    };
    expect(isOffered(announced, day('2026-11-30'))).toBe(false);
    expect(isOffered(announced, day('2026-12-01'))).toBe(true);
    expect(notOfferedRefusal(announced, day('2026-11-30'), () => null)).toMatchObject({
      code: 'procedure-not-yet',
      values: { from: '01/12/2026' },
    });
  });

  test('that communes have long received it is no news; that they begin or end is', () => {
    const [before, levels] = seedCatalogues();
    if (before === undefined || levels === undefined) throw new Error('No seeds');
    expect(differences(before, withChanges(before, levels))).toEqual([]);
    const ends = (until: string): CatalogueEdition => ({
      ...seed,
      procedures: [{ ...find('1.004873'), handledBy: [{ level: 'commune', from: null, until: day(until) }] }],
    });
    expect(differences(seed, ends('2026-10-31'))).toMatchObject([{ what: 'ended' }]);
    const begins = differences(withChanges(seed, ends('2026-10-31')), seed);
    expect(begins).toMatchObject([{ code: '1.004873', what: 'added' }]);
  });

  test('an ended procedure is said as ended', () => {
    const changes = {
      ...seed,
      edition: 'b',
      validFrom: day('2026-12-01'),
      procedures: [ended('abolished', null)],
    };
    expect(differences(seed, withChanges(seed, changes))).toMatchObject([
      { code: '1.004873', what: 'ended' },
    ]);
  });
});

/** Received Tuesday 20 May 2025, three working days: Friday the 23rd. */
const dossier = (part: Partial<Dossier> = {}): Dossier => {
  const one = tell(absent, ['dossier.received', 'dossier.forwarded']) as Dossier;
  const current = {
    ...one.current,
    receivedAt: moment('2025-05-20T09:00'),
    dueAt: moment('2025-05-23T09:00'),
    dueReason: 'counted' as const,
  };
  return { ...one, current, dueAt: current.dueAt, measuredDueAt: current.dueAt, ...part };
};
const procedure = { term: { unit: 'working_day' as const, value: 3 }, interlinkedWith: [] };
const off = (date: string) =>
  workCalendar({
    ...seedCalendar(),
    edition: 'b',
    exceptions: [...seedCalendar().exceptions, { date: day(date), kind: 'compensatory', name: 'nghỉ bù' }],
  });

describe('receipts that a new calendar makes wrong', () => {
  const due = (date: string, part: Partial<Dossier> = {}) =>
    affectedDue(dossier(part), { procedure, calendar: off(date) })?.newDueAt ?? null;

  test.each([
    ['a day off within the term moves it by a day', '2025-05-22', '2025-05-26T09:00'],
    ['a day off on the promised day too', '2025-05-23', '2025-05-26T09:00'],
    ['one after it does not', '2025-05-26', null],
    ['nor one before the receipt', '2025-05-19', null],
  ])('%s', (_, date, expected) => expect(due(date)).toBe(expected));

  test('pauses that have ended are counted with the new calendar as well', () => {
    const pauses = [
      {
        cause: 'suspension' as const,
        from: moment('2025-05-21T10:00'),
        until: moment('2025-05-23T10:00'),
        policy: null,
      },
    ];
    const dueAt = moment('2025-05-27T09:00');
    expect(due('2025-06-30', { pauses, dueAt })).toBeNull();
    expect(due('2025-05-26', { pauses, dueAt })).toBe('2025-05-28T09:00');
  });

  test('a pause that still lasts leaves the promise to be counted when it ends, and hides no new day off', () => {
    const open = { cause: 'payment' as const, from: moment('2025-05-21T10:00'), until: null, policy: null };
    const waiting = { status: 'awaitingPayment', pauses: [open], stoppedAt: open.from } as const;
    expect(due('2025-06-30', waiting)).toBeNull();
    expect(due('2025-05-22', waiting)).toBe('2025-05-26T09:00');
  });

  test('a date counted past the end of the old calendar is found by the next one', () => {
    const current = {
      ...dossier().current,
      receivedAt: moment('2027-02-03T09:00'),
      dueAt: moment('2027-02-08T09:00'),
    };
    const next = { procedure, calendar: workCalendar(seedCalendar()) };
    expect(affectedDue(dossier({ current, dueAt: current.dueAt }), next)?.newDueAt).toBe('2027-02-15T09:00');
  });

  test.each<[string, Partial<Dossier>]>([
    ['an entered date', { current: { ...dossier().current, dueReason: 'entered' } }],
    ['a promise moved by an apology', { reschedules: 1 }],
    ['what is resolved', { status: 'resultReady' }],
  ])('%s is never counted anew', (_, part) => expect(due('2025-05-22', part)).toBeNull());

  test('a procedure that is not in the catalogue of its day stays as it is', () => {
    expect(affectedDue(dossier(), null)).toBeNull();
  });
});

describe('the internal procedure', () => {
  const planned = seed.procedures.filter(({ steps }) => steps !== undefined);

  test.each(planned.map((one) => [one.shortName, one] as const))(
    '%s: the hours of its steps are its term',
    (_, one) => {
      expect(stepsFitTerm(one, calendar)).toBe(true);
    },
  );

  test('some procedures have one', () => expect(planned.length).toBeGreaterThanOrEqual(5));

  test('hours that do not add up are found', () => {
    const [one] = planned;
    if (one?.steps === undefined) throw new Error('No steps');
    const [first, ...rest] = one.steps;
    if (first === undefined) throw new Error('No steps');
    expect(stepsFitTerm({ ...one, steps: [{ ...first, hours: first.hours + 1 }, ...rest] }, calendar)).toBe(
      false,
    );
  });

  test.each([
    [{ unit: 'working_day', value: 3 }, 24],
    [{ unit: 'half_day', value: 3 }, 12],
    [{ unit: 'hour', value: 5 }, 5],
    [{ unit: 'calendar_day', value: 3 }, null],
    [{ unit: 'by_stage' }, null],
  ] as const)('%o is %s working hours', (term, hours) => expect(termHours({ term }, calendar)).toBe(hours));

  test('each agency has until the end of its own step, the last ones never beyond the whole', () => {
    const whole = {
      receivedAt: moment('2026-11-02T08:00'),
      dueAt: moment('2026-12-03T08:00'),
      calendar,
    };
    expect(legsOf(find('1.001776'), whole)).toEqual([
      { agency: 'Phòng LĐ-TB&XH', termText: '56 giờ làm việc', dueAt: '2026-11-30T08:00' },
      { agency: 'UBND cấp huyện', termText: '16 giờ làm việc', dueAt: '2026-12-02T08:00' },
    ]);
    expect(legsOf(find('2.000986'), whole).map(({ dueAt }) => dueAt)).toEqual([whole.dueAt, whole.dueAt]);
  });
});
