import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StepRequest } from '../../shared/contract/dossier/steps.ts';
import { day } from '../../shared/domain/base/local-date.ts';
import { valueOf } from '../forms/labels.ts';
import { type Counter, openCounter } from '../support/counter.ts';
import { atCounter, type Officer, receive } from '../support/desk-driver.ts';
import { deskFigures } from '../support/figures.ts';
import { madeUpPerson } from '../support/people.ts';
import { clockAt, type HandClock } from '../support/test-desk.ts';
import { openTestDistrict, type TestDistrict } from '../support/test-district.ts';

let clock: HandClock;
let town: TestDistrict;
let one: Counter;
let two: Counter;
/** Leader and supervisor. */
let quy: Officer;
const signs = { officer: 'quy', pin: '112233' };
const dayMs = 86_400_000;

beforeAll(async () => {
  clock = clockAt('2026-11-16T09:00');
  town = await openTestDistrict(clock);
  one = await openCounter(town, clock, 0);
  two = await openCounter(town, clock, 1);
  quy = atCounter(one.desk);
  await quy.call('session.signIn', signs);
});
afterAll(async () => {
  await one.close();
  await two.close();
  await town.district.close();
});

async function processed(index: number): Promise<string> {
  const { id } = await receive(one.officer, madeUpPerson(index), '1.004873');
  const passed = { step: 'dossier.forwarded', unit: 'Tư pháp', officer: null, note: '' } as const;
  await one.officer.call('dossier.step', { id, ...passed });
  return id;
}

type Asked = Extract<StepRequest, { step: 'dossier.supplementRequested' }>;
const request = (id: string, part: Partial<Asked> = {}): Asked => ({
  id,
  step: 'dossier.supplementRequested',
  items: ['Trích lục ghi chú ly hôn'],
  reason: 'Còn thiếu một giấy',
  legalBasis: 'Điều 36 Luật Hộ tịch',
  answerBy: null,
  approver: signs,
  ...part,
});

const detail = (id: string, who = one.officer) => who.call('dossier.get', { id });
const listed = async (filter: 'unanswered' | 'overdue') =>
  (await two.officer.call('dossier.list', { filter, query: '', after: null })).rows.map(({ id }) => id);

async function settle(): Promise<void> {
  for (const counter of [one, two, one, two]) await counter.officer.call('sync.now', {});
  const { digest } = await town.figures();
  expect(deskFigures(one.dataDir).digest).toBe(digest);
  expect(deskFigures(two.dataDir).digest).toBe(digest);
}

describe('papers asked for while a dossier is processed', () => {
  test('take the second person who may approve it; the citizen is given a day that is printed, and missed at both desks', async () => {
    const id = await processed(1);
    expect(await one.officer.call('dossier.supplementPreview', { id })).toEqual({
      needsConsent: true,
      approvers: [{ id: 'quy', name: 'Nguyễn Văn Quý' }],
      answerBy: '2026-12-29',
    });
    await one.officer.call('dossier.step', request(id));
    const asked = await detail(id);
    expect(asked.row).toMatchObject({
      status: 'awaitingSupplement',
      answerBy: '2026-12-29',
      unanswered: false,
    });
    expect(asked.journal.slice(0, 2)).toMatchObject([
      { type: 'dossier.supplementRequested', actorName: 'Đỗ Thu Trang', body: { approvedBy: 'quy' } },
      { type: 'consent.given', actorName: 'Nguyễn Văn Quý', role: 'supervisor' },
    ]);
    await one.officer.call('print.retry', {});
    const slip = one.printer.drawn.at(-1);
    expect(slip).toMatchObject({ formNumber: '02' });
    expect(valueOf(slip as never, 'Thời hạn bổ sung, hoàn thiện:')).toBe('đến hết ngày 29/12/2026');
    await settle();
    expect((await detail(id)).reviews).toEqual([]);

    clock.nowMs += 43 * dayMs;
    expect(await listed('unanswered')).toEqual([]);
    clock.nowMs += dayMs;
    expect(await listed('unanswered')).toEqual([id]);
    expect(await listed('overdue')).toEqual([]);
    const missed = await detail(id, two.officer);
    expect(missed.row).toMatchObject({ unanswered: true, overdueDays: 0 });
    expect(missed.duties).toEqual([{ code: 'supplement-unanswered', by: '2026-12-29' }]);
    await one.officer.call('dossier.step', { id, step: 'dossier.supplementReceived', items: [] });
    expect((await detail(id)).row).toMatchObject({ answerBy: null, unanswered: false });
    await settle();
    expect(await listed('unanswered')).toEqual([]);
  });

  test('a superior asks alone, and may give another day', async () => {
    const id = await processed(2);
    expect(await quy.call('dossier.supplementPreview', { id })).toMatchObject({ needsConsent: false });
    const answerBy = day('2027-01-15');
    await quy.call('dossier.step', request(id, { approver: null, answerBy }));
    expect((await detail(id)).row.answerBy).toBe(answerBy);
    expect((await detail(id)).journal[0]?.body).toMatchObject({ approvedBy: 'quy', answerBy });
    await settle();
    expect((await detail(id)).reviews).toEqual([]);
  });

  test.each([
    ['nobody', { approver: null }, { code: 'consent-needed', field: 'approver.officer' }],
    ['a wrong PIN', { approver: { ...signs, pin: '0' } }, { code: 'wrong-pin', field: 'approver.pin' }],
    [
      'somebody who may not',
      { approver: { officer: 'hanh', pin: '246810' } },
      { code: 'consent-wrong-person', field: 'approver.officer' },
    ],
    [
      'a blank name',
      { approver: { officer: '', pin: '1' } },
      { code: 'bad-input', field: 'approver.officer' },
    ],
    ['a day that is over', { answerBy: day('2026-11-13') }, { code: 'answer-in-past', field: 'answerBy' }],
    ['no legal basis', { legalBasis: ' ' }, { code: 'reason-missing', field: 'legalBasis' }],
  ] as const)('with %s nothing is recorded and nothing printed', async (_, part, error) => {
    const id = await processed(3);
    const before = (await detail(id)).journal.length;
    await one.officer.call('print.retry', {});
    const printed = one.printer.printed.length;
    expect(await one.officer.ask('dossier.step', request(id, part))).toMatchObject({
      ok: false,
      error: [error],
    });
    expect((await detail(id)).journal).toHaveLength(before);
    await one.officer.call('print.retry', {});
    expect(one.printer.printed).toHaveLength(printed);
  });
});
