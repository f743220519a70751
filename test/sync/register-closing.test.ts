import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoStream } from '../../district/demo.ts';
import type { LocalDate } from '../../shared/domain/base/local-date.ts';
import { type Counter, openCounter } from '../support/counter.ts';
import { atCounter, filledDraft, type Officer, receive } from '../support/desk-driver.ts';
import { madeUpPerson } from '../support/people.ts';
import { clockAt, type HandClock } from '../support/test-desk.ts';
import { openTestDistrict, type TestDistrict } from '../support/test-district.ts';

let clock: HandClock;
let town: TestDistrict;
let first: Counter;
let second: Counter;
let leader: Officer;
beforeEach(async () => {
  clock = clockAt('2026-12-31T16:00');
  town = await openTestDistrict(clock);
  first = await openCounter(town, clock, 0);
  second = await openCounter(town, clock, 1);
  leader = atCounter(first.desk);
  await leader.call('session.signIn', { officer: 'quy', pin: '112233' });
});
afterEach(async () => {
  for (const one of [first, second]) await one.close();
  await town.district.close();
});

const volume = '1/2026';
const newYear = () => {
  clock.nowMs = clockAt('2027-01-04T08:00').nowMs;
};
const bookAt = async (officer: Officer, of = volume) => {
  const { volumes } = await officer.call('books.view', { day: '2026-12-31' as LocalDate });
  return volumes.find((one) => one.volume === of);
};
const verdicts = () =>
  town.district.db
    .selectFrom('event')
    .select(['type', 'outcome', 'code'])
    .where('stream', '=', demoStream)
    .where('type', 'like', 'register.%')
    .orderBy('feed_seq')
    .execute();

test('when the year is over a leader closes the register: recorded, printed, and found right by the district', async () => {
  await receive(first.officer, madeUpPerson(1));
  const { id } = await receive(first.officer, madeUpPerson(2));
  await first.officer.call('intake.undo', { id });
  expect(await leader.ask('books.close', { volume })).toMatchObject({
    ok: false,
    error: [{ code: 'year-not-over', values: { year: 2026 } }],
  });
  newYear();
  expect(await bookAt(first.officer)).toMatchObject({ due: true, may: 'nothing', closing: null });
  expect(await bookAt(leader)).toMatchObject({ due: true, may: 'close' });
  expect(await first.officer.ask('books.close', { volume })).toMatchObject({
    ok: false,
    error: [{ code: 'not-permitted' }],
  });

  expect(await leader.call('books.close', { volume })).toEqual({ papers: 1 });
  await first.officer.call('print.retry', {});
  const [page] = first.printer.drawn.slice(-1);
  expect(page).toMatchObject({ form: 'list', kind: 'registerClosing' });
  expect(JSON.stringify(page)).toContain('Nguyễn Văn Quý');
  expect(await bookAt(leader)).toMatchObject({
    due: false,
    may: 'nothing',
    closing: { byName: 'Nguyễn Văn Quý', lastNumber: 2, pages: 1, later: 0, inDoubt: false },
  });
  expect(await leader.ask('books.close', { volume })).toMatchObject({
    ok: false,
    error: [{ code: 'register-closed-already' }],
  });

  await first.officer.call('sync.now', {});
  expect(await verdicts()).toEqual([{ type: 'register.closed', outcome: 'accepted', code: '' }]);
  await second.officer.call('sync.now', {});
  expect(await bookAt(second.officer)).toMatchObject({ closing: { byName: 'Nguyễn Văn Quý' } });

  const next = await receive(first.officer, madeUpPerson(3));
  const { received } = await first.officer.call('dossier.get', { id: next.id });
  expect(received.register).toEqual({ volume: '1/2027', number: 1 });
});

test('a counter closes its own register only', async () => {
  await receive(second.officer, madeUpPerson(1));
  await second.officer.call('sync.now', {});
  await first.officer.call('sync.now', {});
  newYear();
  expect(await leader.ask('books.close', { volume: '2/2026' })).toMatchObject({
    ok: false,
    error: [{ code: 'register-elsewhere', values: { counter: 2 } }],
  });
});

test('a register closed by a clock of next year takes nobody, until a leader opens it again and says why', async () => {
  first.line.trouble = 'down';
  await receive(first.officer, madeUpPerson(1));
  newYear();
  await leader.call('books.close', { volume });
  clock.nowMs = clockAt('2026-12-31T16:30').nowMs;
  await leader.call('clock.confirm', { reason: 'Đồng hồ chạy trước' });
  const draft = await filledDraft(first.officer, madeUpPerson(2), '2.000815');
  const preview = await first.officer.call('intake.preview', draft);
  expect(preview.refusals).toContainEqual({ code: 'register-closed', values: { volume } });
  expect(await first.officer.ask('intake.receive', { draft, paper: 'a5' })).toMatchObject({
    ok: false,
    error: [{ code: 'register-closed' }],
  });

  expect(await bookAt(leader)).toMatchObject({ may: 'reopen' });
  await leader.call('books.reopen', { volume, reason: 'Đồng hồ máy sai năm' });
  await first.officer.call('intake.receive', { draft, paper: 'a5' });
  first.line.trouble = 'none';
  await first.officer.call('sync.now', {});
  expect(await verdicts()).toEqual([
    { type: 'register.closed', outcome: 'needsReview', code: 'year-not-over' },
    { type: 'register.reopened', outcome: 'accepted', code: '' },
  ]);
  await first.officer.call('sync.now', {});
  const { rows } = await first.officer.call('dossier.list', { filter: 'all', query: '', after: null });
  expect(rows.map(({ needsReview }) => needsReview)).toEqual([false, false]);
});
