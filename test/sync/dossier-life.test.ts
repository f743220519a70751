import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StepRequest } from '../../shared/contract/dossier/steps.ts';
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
/** Specialist and reception at the second desk, leader and supervisor at the first. */
let hanh: Officer;
let quy: Officer;

const dayMs = 86_400_000;

beforeAll(async () => {
  clock = clockAt('2026-11-16T09:00');
  town = await openTestDistrict(clock);
  one = await openCounter(town, clock, 0);
  two = await openCounter(town, clock, 1);
  hanh = two.officer;
  quy = atCounter(one.desk);
  await quy.call('session.signIn', { officer: 'quy', pin: '112233' });
});
afterAll(async () => {
  await one.close();
  await two.close();
  await town.district.close();
});

async function settle(): Promise<void> {
  for (const counter of [one, two, one, two]) await counter.officer.call('sync.now', {});
}

type Without<T> = T extends { id: string } ? Omit<T, 'id'> : never;
const take = async (who: Officer, id: string, request: Without<StepRequest>) => {
  clock.nowMs += 60_000;
  const answer = await who.ask('dossier.step', { id, ...request });
  await settle();
  return answer;
};

describe('a dossier between receipt and result, at two desks', () => {
  test('is passed on, waits for a supplement, is signed and handed over; every paper is printed', async () => {
    const { id } = await receive(one.officer, madeUpPerson(1), '1.004873');
    const promised = (await one.officer.call('dossier.get', { id })).promisedAt;
    await settle();

    await take(hanh, id, { step: 'dossier.forwarded', unit: 'Tư pháp – Hộ tịch', officer: null, note: '' });
    const items = ['Trích lục ghi chú ly hôn'];
    await take(hanh, id, {
      step: 'dossier.supplementRequested',
      items,
      reason: 'Còn thiếu một giấy',
      legalBasis: 'Điều 36 Luật Hộ tịch',
      answerBy: null,
      approver: { officer: 'quy', pin: '112233' },
    });
    expect((await one.officer.call('dossier.get', { id })).row).toMatchObject({
      status: 'awaitingSupplement',
      clock: 'stopped',
      overdueDays: 0,
    });

    clock.nowMs += 3 * dayMs;
    await take(hanh, id, { step: 'dossier.supplementReceived', items });
    const resumed = await one.officer.call('dossier.get', { id });
    expect(resumed.promisedAt).toBe(promised);
    expect(resumed.dueAt > promised).toBe(true);
    expect(resumed.pauses).toMatchObject([{ cause: 'supplement' }]);

    await take(hanh, id, { step: 'dossier.submittedForApproval', note: '' });
    const signed = { number: '218/UBND-XNHN', abstract: 'Xác nhận tình trạng hôn nhân' };
    await take(quy, id, { step: 'dossier.resultReady', ...signed });
    const receiver = {
      kind: 'applicant',
      name: madeUpPerson(1).name,
      idNumber: '',
      relation: '',
      authorisation: '',
    } as const;
    await hanh.call('dossier.handOver', { id, receiver, feeCollectedVnd: 0, receipt: null });
    for (const paper of ['control', 'progress', 'resultReceipt'] as const)
      await hanh.call('dossier.print', { id, paper });
    await settle();
    await hanh.call('print.retry', {});

    const seen = await one.officer.call('dossier.get', { id });
    expect(seen.row).toMatchObject({ status: 'delivered', needsReview: false });
    expect(seen.journal.map(({ type, role }) => `${type} ${role}`).toReversed()).toEqual([
      'dossier.received reception',
      'dossier.forwarded specialist',
      'consent.given supervisor',
      'dossier.supplementRequested specialist',
      'dossier.supplementReceived specialist',
      'dossier.submittedForApproval specialist',
      'dossier.signed leader',
      'dossier.resultReady leader',
      'dossier.delivered reception',
    ]);
    const titles = two.printer.drawn.map((form) => ('title' in form ? form.title : form.form));
    expect(titles).toEqual([
      'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
      'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ',
      'QUÁ TRÌNH XỬ LÝ HỒ SƠ',
      'GIẤY BIÊN NHẬN TRẢ KẾT QUẢ',
    ]);
    expect(JSON.stringify(two.printer.drawn.at(-1))).toContain(signed.number);
    expect(JSON.stringify(two.printer.drawn.at(-1))).toContain('Giấy xác nhận tình trạng hôn nhân');
    const theirs = await town.figures();
    expect(deskFigures(one.dataDir).digest).toBe(theirs.digest);
    expect(deskFigures(two.dataDir).digest).toBe(theirs.digest);
  });

  test('a passing on is called back by the sender alone, to whoever had it; a wrong result is taken back and signed again', async () => {
    const { id } = await receive(one.officer, madeUpPerson(6), '1.004873');
    await settle();
    const forwarded = { step: 'dossier.forwarded', unit: 'Tư pháp – Hộ tịch', note: '' } as const;
    await take(one.officer, id, { ...forwarded, officer: 'hanh' });
    await take(hanh, id, { ...forwarded, unit: 'Địa chính', officer: 'quy' });
    const recalled = { step: 'dossier.recalled', reason: 'Chuyển nhầm' } as const;
    expect(await take(one.officer, id, recalled)).toMatchObject({
      ok: false,
      error: [{ code: 'recall-not-yours' }],
    });
    expect(await take(hanh, id, recalled)).toMatchObject({
      ok: true,
      value: {
        row: { status: 'processing' },
        holder: { unit: 'Tư pháp – Hộ tịch', officerName: 'Kiều Thị Hạnh' },
      },
    });

    await take(hanh, id, { step: 'dossier.submittedForApproval', note: '' });
    const ready = { step: 'dossier.resultReady', number: '219/UBND', abstract: '' } as const;
    expect(await take(hanh, id, ready)).toMatchObject({ ok: false, error: [{ code: 'not-signed' }] });
    await take(quy, id, { step: 'dossier.signed', note: '' });
    await take(hanh, id, ready);
    const back = { step: 'dossier.resultTakenBack', reason: 'Sai tên người nộp' } as const;
    expect(await take(hanh, id, back)).toMatchObject({ ok: false, error: [{ code: 'not-permitted' }] });
    expect(await take(quy, id, { ...back, reason: ' ' })).toMatchObject({
      ok: false,
      error: [{ code: 'reason-missing' }],
    });
    expect(await take(quy, id, back)).toMatchObject({
      ok: true,
      value: { row: { status: 'awaitingApproval' } },
    });
    await one.officer.call('print.retry', {});
    expect(JSON.stringify(one.printer.drawn.at(-1))).toContain('Lấy lại kết quả để sửa');
    expect(await take(quy, id, { ...ready, number: '220/UBND' })).toMatchObject({
      ok: true,
      value: { row: { status: 'resultReady', needsReview: false } },
    });
    expect((await two.officer.call('dossier.get', { id })).row).toMatchObject({
      status: 'resultReady',
      needsReview: false,
    });
    const theirs = await town.figures();
    expect(deskFigures(one.dataDir).digest).toBe(theirs.digest);
    expect(deskFigures(two.dataDir).digest).toBe(theirs.digest);
  });

  test('a refusal after appraisal is the result: form 03 with the code prints with it, and it is handed over', async () => {
    const { id, code } = await receive(one.officer, madeUpPerson(7), '1.004873');
    await settle();
    await take(hanh, id, { step: 'dossier.forwarded', unit: 'Tư pháp', officer: null, note: '' });
    const refused = { step: 'dossier.returnedWithoutResult', reason: 'Không đủ điều kiện' } as const;
    expect(await take(quy, id, refused)).toMatchObject({
      ok: true,
      value: { row: { status: 'returnedWithoutResult' }, actions: expect.arrayContaining(['handOver']) },
    });
    await one.officer.call('print.retry', {});
    expect(one.printer.drawn.at(-1)).toMatchObject({
      title: 'PHIẾU TỪ CHỐI GIẢI QUYẾT HỒ SƠ',
      subtitle: `Mã hồ sơ: ${code}`,
    });
    expect(JSON.stringify(one.printer.drawn.at(-1))).toContain(refused.reason);
  });

  test('an apology moves the date once, and the promise on the receipt stays', async () => {
    const { id } = await receive(one.officer, madeUpPerson(2), '1.004873');
    const { promisedAt } = await one.officer.call('dossier.get', { id });
    const newDueAt = `2027-01-15T${promisedAt.slice(11)}` as typeof promisedAt;
    const apology = {
      step: 'dossier.rescheduled',
      reason: 'Chờ xác minh nơi cư trú trước',
      newDueAt,
    } as const;
    expect(await take(quy, id, apology)).toMatchObject({ ok: true, value: { promisedAt, dueAt: newDueAt } });
    const again = { ...apology, newDueAt: '2027-02-15T17:30' as typeof promisedAt };
    expect(await take(quy, id, again)).toMatchObject({ ok: false, error: [{ code: 'reschedule-limit' }] });
    await quy.call('print.retry', {}).catch(() => one.officer.call('print.retry', {}));
    expect(one.printer.drawn.at(-1)).toMatchObject({ title: expect.stringContaining('XIN LỖI') });
  });

  test('a correction issues the receipt again, names who approved it, and keeps what was first recorded', async () => {
    const person = madeUpPerson(3);
    const { id } = await receive(one.officer, person, '1.004873');
    const { received } = await one.officer.call('dossier.get', { id });
    const applicant = { ...received.applicant, name: 'Kiều Văn Đúng' };
    const asked = { ...noCorrection, applicant };
    const corrected = await quy.ask('dossier.correct', { id, asked, reason: 'Gõ sai tên', approver: null });
    await settle();
    expect(corrected).toMatchObject({ ok: true, value: { row: { applicantName: 'Kiều Văn Đúng' } } });
    const [newest, first] = (await one.officer.call('dossier.get', { id })).journal;
    expect(newest).toMatchObject({ type: 'dossier.corrected', body: { approvedBy: 'quy' } });
    expect(first).toMatchObject({ body: { applicant: { name: person.name } } });
    await one.officer.call('print.retry', {});
    const slip = one.printer.drawn.at(-1);
    expect(JSON.stringify(slip)).toContain('KIỀU VĂN ĐÚNG');
    const found = await two.officer.call('dossier.list', {
      filter: 'all',
      query: 'kieu van dung',
      after: null,
    });
    expect(found.rows.map((row) => row.id)).toEqual([id]);
  });

  test.each([
    {
      name: 'an officer of the counter does not suspend',
      who: () => one.officer,
      request: { step: 'dossier.suspended', reason: 'x' },
      code: 'not-permitted',
    },
    {
      name: 'a leader does not send back what was not submitted',
      who: () => quy,
      request: { step: 'dossier.sentBack', reason: 'x' },
      code: 'not-now',
    },
    {
      name: 'nobody refuses without a reason',
      who: () => hanh,
      request: {
        step: 'dossier.supplementRequested',
        items: [],
        reason: '',
        legalBasis: '',
        answerBy: null,
        approver: null,
      },
      code: 'not-now',
    },
  ] as const)('$name', async ({ who, request, code }) => {
    const { id } = await receive(one.officer, madeUpPerson(4), '1.004873');
    await settle();
    expect(await take(who(), id, request as Without<StepRequest>)).toMatchObject({
      ok: false,
      error: [{ code }],
    });
  });

  test('suspended at one desk and withdrawn at the other without a line: both are kept, the one that ends it wins', async () => {
    const { id } = await receive(one.officer, madeUpPerson(5), '1.004873');
    await settle();
    await take(hanh, id, { step: 'dossier.forwarded', unit: 'Tư pháp', officer: null, note: '' });
    one.line.trouble = 'down';
    two.line.trouble = 'down';
    await take(hanh, id, { step: 'dossier.withdrawn', request: 'Đơn của người nộp' });
    await take(quy, id, { step: 'dossier.suspended', reason: 'Chờ bản án' });
    one.line.trouble = 'none';
    two.line.trouble = 'none';
    await settle();
    const seen = [await one.officer.call('dossier.get', { id }), await hanh.call('dossier.get', { id })];
    for (const { row, journal, reviews } of seen) {
      expect(row.status).toBe('withdrawn');
      expect(journal).toHaveLength(4);
      expect(reviews).toEqual([]);
    }
    const theirs = await town.figures();
    expect(deskFigures(one.dataDir).digest).toBe(theirs.digest);
    expect(deskFigures(two.dataDir).digest).toBe(theirs.digest);
  });
});
