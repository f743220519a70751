import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Counter } from '../../support/counter.ts';
import { receive } from '../../support/desk-driver.ts';
import { cardText, madeUpPerson } from '../../support/people.ts';
import { openTown, type Town } from '../../support/town.ts';

let town: Town;
let counter: Counter;

beforeAll(async () => {
  town = await openTown();
  ({ counter } = town);
});
afterAll(() => town.close());
beforeEach(() => {
  town.clock.nowMs += 120_000;
});

const scan = (text: string, lettersTrusted = true) =>
  counter.officer.call('person.scan', { text, lettersTrusted });

describe('letters of a card that are in doubt', () => {
  test.each([
    {
      name: 'dropped letters',
      number: 120,
      spoil: (text: string) => text.replaceAll(/[^\u0020-\u007E]/gu, ''),
    },
    { name: 'a lost vowel in the address', number: 121, spoil: (text: string) => text.replace(/ô|ụ/u, '') },
  ])('$name change nothing of a person met before', async ({ number, spoil }) => {
    const person = { ...madeUpPerson(number), address: 'Thôn Phúc Trạch, Võng Xuyên' };
    await receive(counter.officer, person);
    const garbled = spoil(cardText(person)).replace(/\|Thn?ôn |\|Thn /u, '|Thn ');
    const { person: seen, warnings } = await scan(garbled);
    const { name, address, sex } = person;
    expect(seen).toMatchObject({ visits: 1, applicant: { name, address, sex } });
    expect(warnings).toEqual([]);
  });

  test('whatever is scanned throws nothing, and changes no name, address or sex of a person met without a word', async () => {
    const person = { ...madeUpPerson(123), address: 'Thôn Phúc Trạch, Võng Xuyên' };
    await receive(counter.officer, person);
    const text = cardText(person);
    const damage = fc.tuple(
      fc.nat({ max: text.length }),
      fc.nat({ max: 3 }),
      fc.oneof(
        fc.constant(''),
        fc.string({ unit: 'binary', maxLength: 3 }),
        fc.constantFrom('?', 'Ã', 'e', 'ệ'),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { maxLength: 4 }), fc.boolean(), async (damages, trusted) => {
        const damaged = damages.reduce(
          (now, [at, cut, put]) => now.slice(0, at) + put + now.slice(at + cut),
          text,
        );
        const answer = await counter.officer.ask('person.scan', { text: damaged, lettersTrusted: trusted });
        if (!answer.ok || answer.value.person.visits === 0) return;
        const { person: seen, warnings } = answer.value;
        const { name, address, sex } = seen.applicant;
        const isAsBefore = name === person.name && address === person.address;
        expect(isAsBefore || warnings.some(({ code }) => code === 'card-differs')).toBe(true);
        expect(sex).toBe(person.sex);
      }),
      { numRuns: 300 },
    );
  });

  test('are told of a person never met', async () => {
    const garbled = cardText(madeUpPerson(122)).replaceAll(/[^\u0020-\u007E]/gu, '');
    expect((await scan(garbled)).warnings).toMatchObject([{ code: 'card-letters-doubtful' }]);
  });
});
