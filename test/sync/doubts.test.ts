import { afterAll, beforeAll, expect, test } from 'vitest';
import { moment } from '../../shared/domain/base/local-date.ts';
import { TestDevice } from '../district/device.ts';
import { dossierId, receive as receiveAt } from '../district/facts.ts';
import { type Counter, openCounter } from '../support/counter.ts';
import { receive } from '../support/desk-driver.ts';
import { madeUpPerson } from '../support/people.ts';
import { clockAt } from '../support/test-desk.ts';
import { openTestDistrict, type TestDistrict } from '../support/test-district.ts';

let town: TestDistrict;
let counter: Counter;
let stranger: TestDevice;

beforeAll(async () => {
  const clock = clockAt('2026-11-16T08:00');
  town = await openTestDistrict(clock);
  counter = await openCounter(town, clock, 0);
  stranger = await TestDevice.enrol(town.district.app, town.codes[1] ?? '');
});
afterAll(async () => {
  await counter.close();
  await town.district.close();
});

const seenAs = async (id: string) => {
  const detail = await counter.officer.call('dossier.get', { id });
  const { rows } = await counter.officer.call('dossier.list', { filter: 'all', query: '', after: null });
  const { needsReview } = await counter.officer.call('sync.view', {});
  return { reviews: detail?.reviews, row: rows.find((row) => row.id === id)?.needsReview, needsReview };
};

test('what only the district has doubts about is looked at by a person: row, count and sentence, and stays', async () => {
  const { id } = await receive(counter.officer, madeUpPerson(1));
  await counter.officer.call('sync.now', {});
  expect(await seenAs(id)).toEqual({ reviews: [], row: false, needsReview: 0 });

  const basedOn = { dossier: id, version: 1 };
  stranger.write({ type: 'dossier.resultReady', basedOn, body: { at: '2026-02-30T09:00', note: 7 } });
  await stranger.push();
  await counter.officer.call('sync.now', {});
  expect(await seenAs(id)).toEqual({ reviews: ['bad-body'], row: true, needsReview: 1 });

  await counter.officer.call('receipt.reprint', { id, reason: 'lost', paper: 'a5' });
  expect(await seenAs(id)).toEqual({ reviews: ['bad-body'], row: true, needsReview: 1 });
});

/** The number behind the counter's digit. */
const serialOf = (text: string): number => Number(text.slice(text.lastIndexOf('-') + 2));

test('a forged dossier under another counter’s digit is seen as such, and stops no counter’s numbers', async () => {
  const { code } = await receive(counter.officer, madeUpPerson(2));
  const forged = code.replace(/-1(\d+)$/, '-1999');
  receiveAt(stranger, 77, {
    code: forged,
    deskDigit: 1,
    serial: 999,
    receivedAt: moment('2026-11-16T09:00'),
  });
  await stranger.push();
  await counter.officer.call('sync.now', {});
  expect(await seenAs(dossierId(77))).toMatchObject({ reviews: ['other-counter'], row: true });
  const next = await receive(counter.officer, madeUpPerson(3));
  expect(serialOf(next.code)).toBe(serialOf(code) + 1);
});
