import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Draft } from '../../../shared/domain/intake/draft.ts';
import { filledDraft, receive } from '../../support/desk-driver.ts';
import { type MadeUpPerson, madeUpPerson } from '../../support/people.ts';
import { clockAt } from '../../support/test-desk.ts';
import { openTown, type Town } from '../../support/town.ts';

/** The counter's clock, apart from the district's. */
const own = clockAt('2026-11-20T08:00');
let town: Town;
beforeAll(async () => {
  town = await openTown('2026-11-20T08:00', { clock: own });
});
afterAll(() => town.close());

const warnedOf = async (
  person: Partial<MadeUpPerson> & { readonly name: string },
  extra: Partial<Draft> = {},
  procedure = '2.000815',
): Promise<readonly string[]> => {
  const draft = await filledDraft(town.counter.officer, person, procedure, extra);
  return (await town.counter.officer.call('intake.preview', draft)).warnings.map(({ code }) => code);
};
const person = madeUpPerson(1);

describe('a form is warned about', () => {
  test('not at all where nothing is unusual', async () => {
    expect(await warnedOf(person)).toEqual([]);
  });

  test.each<{ name: string; who: Partial<MadeUpPerson> & { name: string }; code: string }>([
    { name: 'no phone', who: { ...person, phone: '' }, code: 'phone-missing' },
    {
      name: 'a year of birth that the number contradicts',
      who: { ...person, birthDate: '1999-01-01' },
      code: 'id-other-birth-year',
    },
    {
      name: 'a number that looks like a tax number',
      who: { ...person, idNumber: '0123456789' },
      code: 'id-like-tax',
    },
  ])('for $name', async ({ who, code }) => {
    expect(await warnedOf(who)).toEqual([code]);
  });

  test('for a fee that the province sets and nobody has entered', async () => {
    expect(await warnedOf(person, {}, '1.004873')).toEqual(['fee-unknown']);
    expect(await warnedOf(person, { enteredFeeVnd: 0 }, '1.004873')).toEqual([]);
  });

  test('for no phone only once there is a name', async () => {
    expect(await warnedOf({ name: '' })).toEqual([]);
  });

  test('for marks that a scanner may have lost, and not for what an officer typed', async () => {
    const who = { ...person, name: 'Nguyen Thi Minh Nguyet' };
    expect(await warnedOf(who, { applicantSource: 'scan' })).toEqual(['name-lost-marks']);
    expect(await warnedOf(who, { applicantSource: 'typed' })).toEqual([]);
  });

  test.each([
    { required: true, present: true, ticked: false, warned: true },
    { required: true, present: true, ticked: true, warned: false },
    { required: false, present: true, ticked: false, warned: false },
    { required: true, present: false, ticked: false, warned: false },
  ])(
    'for a paper required: $required, there: $present, ticked: $ticked: $warned',
    async ({ warned, ...state }) => {
      const { papers } = await filledDraft(town.counter.officer, person, '1.004873');
      const one = papers.map((paper, n) => (n === 0 ? { ...paper, ...state } : paper));
      expect((await warnedOf(person, { papers: one }, '1.004873')).includes('paper-missing')).toBe(warned);
    },
  );
});

test('a clock is off from more than five minutes beside the district’s signed time', async () => {
  const district = town.clock.nowMs;
  for (const [n, { seconds, off }] of [
    { seconds: 0, off: false },
    { seconds: 300, off: false },
    { seconds: 301, off: true },
  ].entries()) {
    own.nowMs = district + seconds * 1000;
    await receive(town.counter.officer, madeUpPerson(10 + n));
    await town.counter.officer.call('sync.now', {});
    expect((await warnedOf(madeUpPerson(20))).includes('clock-off'), `${seconds} s`).toBe(off);
  }
});
