import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTown, type Town } from '../../support/town.ts';

let town: Town;

beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

test('a spoilt form is noted with its reason, without the blanks around it', async () => {
  const { officer } = town.counter;
  const books = [{ symbol: '28AA-17T', from: '0001201', to: '0001250' }];
  await officer.call('cash.open', { openingVnd: 0, books });
  const { shift } = await officer.call('cash.voidReceipt', {
    symbol: '28AA-17T',
    serial: '0001201',
    reason: '  Rách khi in ',
  });
  expect(shift?.voided).toEqual([{ symbol: '28AA-17T', serial: '0001201', reason: 'Rách khi in' }]);
});
