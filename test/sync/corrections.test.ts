import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { receiptCode } from '../../shared/domain/dossier/receipt-code.ts';
import { noCorrection } from '../support/corrections.ts';
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
/** Leader and supervisor, at the first desk. */
let quy: Officer;
const signs = { officer: 'quy', pin: '112233' };

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

async function settle(): Promise<void> {
  for (const counter of [one, two, one, two]) await counter.officer.call('sync.now', {});
}
const scan = (text: string) => two.officer.call('dossier.byReceipt', { text });
const detail = (id: string) => one.officer.call('dossier.get', { id });
const types = async (id: string): Promise<string[]> =>
  (await detail(id)).journal.map(({ type, actorName }) => `${type} ${actorName}`);

async function expectAgreement(): Promise<void> {
  await settle();
  const { digest } = await town.figures();
  expect(deskFigures(one.dataDir).digest).toBe(digest);
  expect(deskFigures(two.dataDir).digest).toBe(digest);
}

describe('a correction', () => {
  test('of the procedure moves date, fee and paper; the old paper says that it is void', async () => {
    const { id, code } = await receive(one.officer, madeUpPerson(1));
    const before = await detail(id);
    const asked = { ...noCorrection, procedureCode: '1.004873' };
    const preview = await one.officer.call('dossier.correctPreview', { id, asked });
    expect(preview).toMatchObject({
      needsConsent: true,
      approvers: [{ id: 'quy' }],
      changes: { procedure: { code: '1.004873' }, applicant: null },
    });
    clock.nowMs += 60_000;
    const corrected = await one.officer.call('dossier.correct', {
      id,
      asked,
      reason: 'Chọn nhầm thủ tục',
      approver: signs,
    });
    expect(corrected.received.procedure.code).toBe('1.004873');
    expect(corrected.dueAt > before.dueAt).toBe(true);
    expect(corrected.promisedAt).toBe(before.promisedAt);
    await one.officer.call('print.retry', {});
    const slip = one.printer.drawn.at(-1);
    expect(slip).toMatchObject({
      marks: ['CẤP LẠI LẦN 1 – THAY GIẤY CŨ'],
      qr: { text: receiptCode(code, 1) },
    });
    expect(await types(id)).toEqual([
      'dossier.corrected Đỗ Thu Trang',
      'consent.given Nguyễn Văn Quý',
      'dossier.received Đỗ Thu Trang',
    ]);

    await expectAgreement();
    expect(await scan(receiptCode(code))).toMatchObject({
      id,
      paper: { kind: 'replaced', issue: 1, at: '2026-11-16T09:01' },
    });
    expect(await scan(receiptCode(code, 1))).toMatchObject({ id, paper: { kind: 'valid' } });
    expect(await scan(code)).toMatchObject({ id, paper: { kind: 'valid' } });
    expect((await detail(id)).row.needsReview).toBe(false);
  });

  test('a superior corrects another’s dossier alone, and needs somebody for the date of his own', async () => {
    const { id } = await receive(one.officer, madeUpPerson(2), '1.004873');
    const asked = { ...noCorrection, note: 'Đã đối chiếu bản chính' };
    await quy.call('dossier.correct', { id, asked, reason: 'Thiếu ghi chú', approver: null });
    expect((await types(id))[0]).toBe('dossier.corrected Nguyễn Văn Quý');

    const own = await receive(quy, madeUpPerson(3), '1.004873');
    const { dueAt } = await detail(own.id);
    const later = { ...noCorrection, dueAt: `2026-12-01T${dueAt.slice(11)}` as typeof dueAt };
    const alone = await quy.ask('dossier.correct', {
      id: own.id,
      asked: later,
      reason: 'Nhầm',
      approver: null,
    });
    expect(alone).toMatchObject({
      ok: false,
      error: [{ code: 'consent-needed', field: 'approver.officer' }],
    });
    const himself = await quy.ask('dossier.correct', {
      id: own.id,
      asked: later,
      reason: 'Nhầm',
      approver: signs,
    });
    expect(himself).toMatchObject({ ok: false, error: [{ code: 'consent-wrong-person' }] });
    const trang = { officer: 'trang', pin: '135790' };
    const both = await quy.call('dossier.correct', {
      id: own.id,
      asked: later,
      reason: 'Nhầm',
      approver: trang,
    });
    expect(both.dueAt).toBe(later.dueAt);
    await expectAgreement();
  });

  test.each([
    { what: 'nobody', approver: null, error: { code: 'consent-needed', field: 'approver.officer' } },
    {
      what: 'a wrong PIN',
      approver: { ...signs, pin: '000000' },
      error: { code: 'wrong-pin', field: 'approver.pin' },
    },
    {
      what: 'somebody who may not',
      approver: { officer: 'hanh', pin: '246810' },
      error: { code: 'consent-wrong-person', field: 'approver.officer' },
    },
    {
      what: 'a stranger',
      approver: { officer: 'khach', pin: '1' },
      error: { code: 'unknown-officer', field: 'approver.officer' },
    },
  ])('with $what nothing is recorded and nothing printed', async ({ approver, error }) => {
    const { id } = await receive(one.officer, madeUpPerson(4));
    await one.officer.call('print.retry', {});
    const printed = one.printer.printed.length;
    const asked = { ...noCorrection, note: 'x' };
    const answer = await one.officer.ask('dossier.correct', { id, asked, reason: 'sai', approver });
    expect(answer).toMatchObject({ ok: false, error: [error] });
    expect(await types(id)).toHaveLength(1);
    await one.officer.call('print.retry', {});
    expect(one.printer.printed).toHaveLength(printed);
  });

  test('without a reason, or of nothing, it is declined before anybody is asked', async () => {
    const { id } = await receive(one.officer, madeUpPerson(5));
    const asked = { ...noCorrection, note: 'x' };
    expect(
      await one.officer.ask('dossier.correct', { id, asked, reason: ' ', approver: null }),
    ).toMatchObject({
      error: [{ code: 'reason-missing', field: 'reason' }],
    });
    expect(
      await one.officer.ask('dossier.correct', { id, asked: noCorrection, reason: 'sai', approver: signs }),
    ).toMatchObject({ error: [{ code: 'nothing-changed' }] });
  });

  test('the procedure is fixed once an agency has it', async () => {
    const interlinked = await one.officer.call('procedure.find', { query: 'liên thông' });
    const found = interlinked.find((procedure) => procedure.interlinked);
    if (found === undefined) throw new Error('No interlinked procedure in the seed');
    const { id } = await receive(one.officer, madeUpPerson(6), found.code);
    await quy.call('dossier.step', {
      id,
      step: 'dossier.forwarded',
      unit: 'Tư pháp',
      officer: null,
      note: '',
    });
    await quy.call('dossier.step', { id, step: 'dossier.sentToAgency', leg: 0 });
    const asked = { ...noCorrection, procedureCode: '1.004873' };
    const answer = await quy.ask('dossier.correct', { id, asked, reason: 'nhầm', approver: null });
    expect(answer).toMatchObject({ ok: false, error: [{ code: 'procedure-fixed' }] });
  });
});

describe('a void', () => {
  test('beyond the first minute takes a reason and a superior; the receipt is worth nothing then', async () => {
    const { id, code } = await receive(one.officer, madeUpPerson(7));
    expect((await detail(id)).actions).toContain('undo');
    clock.nowMs += 61_000;
    const { actions } = await detail(id);
    expect(actions).toContain('void');
    expect(actions).not.toContain('undo');
    expect(await one.officer.call('dossier.voidPreview', { id })).toMatchObject({
      needsConsent: true,
      approvers: [{ id: 'quy' }],
    });
    expect(
      await one.officer.ask('dossier.void', { id, reason: 'Ghi nhầm người', approver: null }),
    ).toMatchObject({
      error: [{ code: 'consent-needed' }],
    });
    const voided = await one.officer.call('dossier.void', { id, reason: 'Ghi nhầm người', approver: signs });
    expect(voided.row.status).toBe('cancelled');
    await expectAgreement();
    expect(await two.officer.call('dossier.byReceipt', { text: receiptCode(code) })).toMatchObject({
      paper: { kind: 'void' },
    });
    const next = await receive(one.officer, madeUpPerson(8));
    expect(next.code).not.toBe(code);
  });

  test('the day after it is too late, and a forwarded dossier is not voided at all', async () => {
    const { id } = await receive(one.officer, madeUpPerson(9), '1.004873');
    const other = await receive(one.officer, madeUpPerson(10), '1.004873');
    await quy.call('dossier.step', {
      id: other.id,
      step: 'dossier.forwarded',
      unit: 'Tư pháp',
      officer: null,
      note: '',
    });
    expect(await quy.ask('dossier.void', { id: other.id, reason: 'nhầm', approver: null })).toMatchObject({
      error: [{ code: 'not-now' }],
    });
    clock.nowMs += 86_400_000;
    expect((await detail(id)).actions).not.toContain('void');
    expect(await quy.ask('dossier.void', { id, reason: 'nhầm', approver: null })).toMatchObject({
      error: [{ code: 'void-too-late' }],
    });
    await expectAgreement();
  });
});
