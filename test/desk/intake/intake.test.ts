import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { seedCatalogue } from '../../../shared/seed/editions.ts';
import { type Counter, openCounter } from '../../support/counter.ts';
import { filledDraft, receive, signIn } from '../../support/desk-driver.ts';
import { cardText, madeUpPerson } from '../../support/people.ts';
import { clockAt, type HandClock } from '../../support/test-desk.ts';
import { openTestDistrict, type TestDistrict } from '../../support/test-district.ts';

let clock: HandClock;
let town: TestDistrict;
let counter: Counter;

beforeAll(async () => {
  clock = clockAt('2026-11-20T08:00');
  town = await openTestDistrict(clock);
  counter = await openCounter(town, clock, 0);
});
afterAll(async () => {
  await counter.close();
  await town.district.close();
});
beforeEach(() => {
  clock.nowMs += 120_000;
});

describe('receiving a dossier', () => {
  test('gives the code, the due date and the fee that the preview promised', async () => {
    const draft = await filledDraft(counter.officer, madeUpPerson(1), '2.000815');
    const preview = await counter.officer.call('intake.preview', draft);
    const { id, code } = await counter.officer.call('intake.receive', { draft, paper: 'a5' });
    const { received } = await counter.officer.call('dossier.get', { id });
    expect(preview).toMatchObject({ code, dueAt: received.dueAt, feeVnd: received.feeVnd, refusals: [] });
    expect(received).toMatchObject({
      feeVnd: 22_000,
      dueAt: '2026-11-20T17:30',
      certified: [
        { name: 'Giấy khai sinh', pages: 1, copies: 3, feeVnd: 6000 },
        { name: 'Học bạ', pages: 6, copies: 2, feeVnd: 16_000 },
      ],
    });
    expect(code).toBe('H26.25.39-261120-1001');
  });

  test('keeps which of several fees it was, with its reason, and says on the receipt only what it is called', async () => {
    const draft = await filledDraft(counter.officer, madeUpPerson(6), '1.004194', {
      feeChoice: 'exempt-poor',
    });
    const { id } = await counter.officer.call('intake.receive', { draft, paper: 'a5' });
    const { received, fee } = await counter.officer.call('dossier.get', { id });
    expect(fee?.kind).toBe('choices');
    expect(received).toMatchObject({
      feeVnd: 0,
      channel: 'direct',
      feeChoice: { key: 'exempt-poor', label: 'Miễn lệ phí', condition: expect.stringContaining('hộ nghèo') },
    });
    await vi.waitFor(() =>
      expect(counter.printer.drawn.at(-1)).toMatchObject({
        fee: { value: 'Không thu', note: 'Miễn lệ phí' },
      }),
    );
    const online = {
      ...(await filledDraft(counter.officer, madeUpPerson(7), '1.004194')),
      feeChoice: 'online',
    };
    const answer = await counter.officer.call('intake.receive', { draft: online, paper: 'a5' });
    const second = await counter.officer.call('dossier.get', { id: answer.id });
    expect(second.received).toMatchObject({ feeVnd: 7000, channel: 'online' });
  });

  test('a fee that hangs on the case is asked for, never taken for none', async () => {
    const draft = { ...(await filledDraft(counter.officer, madeUpPerson(8), '1.001193')), feeChoice: null };
    const preview = await counter.officer.call('intake.preview', draft);
    expect(preview).toMatchObject({
      feeVnd: null,
      refusals: [{ code: 'fee-choice-missing', field: 'feeChoice' }],
    });
    expect(await counter.officer.ask('intake.receive', { draft, paper: 'a5' })).toMatchObject({
      ok: false,
      error: [{ code: 'fee-choice-missing' }],
    });
  });

  test('a date that a person types meets the calendar: past is refused, a day off doubted, an unknown year said', async () => {
    const staged = seedCatalogue().procedures.find(({ term }) => term.unit === 'by_stage');
    const draft = await filledDraft(counter.officer, madeUpPerson(3), staged?.code ?? '');
    const dated = async (enteredDueAt: string) => {
      const { warnings, refusals } = await counter.officer.call('intake.preview', {
        ...draft,
        enteredDueAt: enteredDueAt as typeof draft.enteredDueAt,
      });
      return [...refusals, ...warnings.filter(({ code }) => code.startsWith('due-'))];
    };
    expect(await dated('2026-11-23T10:00')).toEqual([]);
    expect(await dated('2026-11-19T10:00')).toMatchObject([{ code: 'due-in-past', field: 'enteredDueAt' }]);
    expect(await dated('2026-11-24T10:00')).toMatchObject([
      { code: 'due-day-off', values: { nearest: '2026-11-25T10:00' } },
    ]);
    expect(await dated('2026-11-23T23:00')).toMatchObject([
      { code: 'due-outside-hours', values: { nearest: '2026-11-23T17:30' } },
    ]);
    expect(await dated('2036-11-24T10:00')).toMatchObject([
      { code: 'due-day-off' },
      { code: 'due-past-calendar', values: { year: '2036' } },
    ]);
  });

  test('a term of days keeps its minute, while screen and receipt say the end of the half day', async () => {
    const draft = await filledDraft(counter.officer, madeUpPerson(5), '1.004873');
    const { dueAt, shownDueAt } = await counter.officer.call('intake.preview', draft);
    expect(dueAt).toMatch(/T08:\d\d$/);
    expect(shownDueAt).toBe(`${dueAt?.slice(0, 11)}12:00`);
    const { id } = await counter.officer.call('intake.receive', { draft, paper: 'a5' });
    const detail = await counter.officer.call('dossier.get', { id });
    expect(detail).toMatchObject({ dueAt, shown: { dueAt: shownDueAt, promisedAt: shownDueAt } });
    const { rows } = await counter.officer.call('dossier.list', {
      filter: 'all',
      query: detail.row.code,
      after: null,
    });
    const [found] = await counter.officer.call('dossier.find', { query: madeUpPerson(5).name });
    const recent = (await counter.officer.call('intake.recent', {})).rows[0];
    for (const row of [rows[0], found, recent]) expect(row).toMatchObject({ dueAt, shownDueAt });
    const early = await counter.officer.ask('dossier.handOver', {
      id: detail.row.id,
      receiver: { kind: 'applicant', name: '', idNumber: '', relation: '', authorisation: '' },
      feeCollectedVnd: 0,
      receipt: null,
    });
    expect(early).toMatchObject({ error: [{ code: 'not-ready-yet', values: { due: shownDueAt } }] });
    await vi.waitFor(() => expect(JSON.stringify(counter.printer.drawn.at(-1))).toContain('12 giờ 00, thứ'));
  });

  test('a counted date in a year whose days off nobody has announced says so', async () => {
    // 60 days that run through.
    const draft = await filledDraft(counter.officer, madeUpPerson(4), '1.003596');
    const { warnings } = await counter.officer.call('intake.preview', draft);
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'due-not-announced', values: { year: '2027' } }),
    );
  });

  test('saved twice is saved once: the same draft answers with the same dossier', async () => {
    const draft = await filledDraft(counter.officer, madeUpPerson(2), '1.001193');
    const first = await counter.officer.call('intake.receive', { draft, paper: 'a5' });
    const again = await counter.officer.call('intake.receive', { draft, paper: 'a5' });
    expect(again).toMatchObject({ id: first.id, code: first.code });
    expect((await counter.officer.call('dossier.get', { id: first.id })).journal).toHaveLength(1);
  });

  test('numbers follow one another through the day and begin anew the next', async () => {
    const codes: string[] = [];
    for (let index = 10; index < 13; index += 1)
      codes.push((await receive(counter.officer, madeUpPerson(index))).code);
    const serials = codes.map((code) => Number(code.slice(-3)));
    expect(serials).toEqual([serials[0], (serials[0] ?? 0) + 1, (serials[0] ?? 0) + 2]);
    clock.nowMs += 3 * 86_400_000;
    expect((await receive(counter.officer, madeUpPerson(14))).code).toBe('H26.25.39-261123-1001');
  });

  test('a draft survives the desk, and is offered again', async () => {
    const draft = await filledDraft(counter.officer, madeUpPerson(20), '2.000815');
    await counter.officer.call('intake.saveDraft', draft);
    await counter.close();
    const reopened = await counter.reopen();
    counter = { ...counter, ...reopened, officer: await signIn(reopened.desk) };
    const opened = await counter.officer.call('intake.open', {});
    expect(opened.recovered?.draft).toEqual(draft);
    await counter.officer.call('intake.receive', { draft, paper: 'a5' });
    expect((await counter.officer.call('intake.open', {})).recovered).toBeNull();
  });

  test('undone within a minute it is cancelled, its number stays used and its paper is withdrawn', async () => {
    counter.printer.fault = 'paper-out';
    const { id, code } = await receive(counter.officer, madeUpPerson(30));
    const undone = await counter.officer.call('intake.undo', { id });
    expect(undone.status).toBe('cancelled');
    counter.printer.fault = null;
    await counter.officer.call('print.retry', {});
    expect(counter.printer.printed.some((job) => job.jobName.endsWith(code.slice(-11)))).toBe(false);
    expect((await receive(counter.officer, madeUpPerson(31))).code).not.toBe(code);
  });

  test('after a minute it is too late to undo', async () => {
    const { id } = await receive(counter.officer, madeUpPerson(32));
    clock.nowMs += 61_000;
    expect(await counter.officer.ask('intake.undo', { id })).toMatchObject({
      ok: false,
      error: [{ code: 'undo-too-late' }],
    });
  });

  test.each([
    { name: 'no name', change: { name: '' }, code: 'no-name' },
    { name: 'an 11-digit number', change: { idNumber: '00118901234' }, code: 'id-length' },
    { name: 'a 7-digit phone', change: { phone: '0912345' }, code: 'phone-length' },
    { name: 'a day that does not exist', change: { birthDate: '1989-02-30' }, code: 'birth-date-bad' },
  ])('$name is refused and nothing is recorded', async ({ change, code }) => {
    const draft = await filledDraft(counter.officer, { ...madeUpPerson(40), ...change }, '2.000815');
    const answer = await counter.officer.ask('intake.receive', { draft, paper: 'a5' });
    expect(answer).toMatchObject({ ok: false, error: [{ code }] });
    expect(await counter.officer.ask('dossier.get', { id: draft.id })).toMatchObject({ ok: false });
    await counter.officer.call('intake.saveDraft', draft);
    expect((await counter.officer.call('intake.open', {})).recovered?.draft.id).toBe(draft.id);
    await counter.officer.call('intake.dropDraft', { id: draft.id });
  });

  test.each([
    { name: 'an unknown procedure', extra: { procedureCode: '9.999999' }, code: 'procedure-unknown' },
    { name: 'no procedure', extra: { procedureCode: null }, code: 'no-procedure' },
    { name: 'a row nobody understands', extra: { rows: [{ text: 'gks 1x' }] }, code: 'row-not-understood' },
  ])('$name is refused', async ({ extra, code }) => {
    const draft = await filledDraft(counter.officer, madeUpPerson(41), '2.000815', extra);
    const answer = await counter.officer.ask('intake.receive', { draft, paper: 'a5' });
    expect(answer).toMatchObject({ ok: false, error: [{ code }] });
  });

  test('a clock set back before the last event blocks intake, with the minutes in the sentence', async () => {
    await receive(counter.officer, madeUpPerson(50));
    clock.nowMs -= 3_600_000;
    const draft = await filledDraft(counter.officer, madeUpPerson(51), '2.000815');
    const answer = await counter.officer.ask('intake.receive', { draft, paper: 'a5' });
    expect(answer).toMatchObject({ ok: false, error: [{ code: 'clock-behind', values: { minutes: 60 } }] });
    clock.nowMs += 3_600_000;
  });

  test('the same person and procedure on the same day is pointed out, not blocked', async () => {
    const person = madeUpPerson(60);
    const before = await receive(counter.officer, person);
    const draft = await filledDraft(counter.officer, person, '2.000815');
    const { warnings } = await counter.officer.call('intake.preview', draft);
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'same-day-duplicate', dossier: before.id }),
    );
    expect(await counter.officer.ask('intake.receive', { draft, paper: 'a5' })).toMatchObject({ ok: true });
  });

  test('the same procedure that is still being processed is pointed out on a later day', async () => {
    const person = madeUpPerson(62);
    const before = await receive(counter.officer, person, '1.004873');
    const step = {
      id: before.id,
      step: 'dossier.forwarded',
      unit: 'Tư pháp',
      officer: null,
      note: '',
    } as const;
    await counter.officer.call('dossier.step', step);
    clock.nowMs += 86_400_000;
    const draft = await filledDraft(counter.officer, person, '1.004873');
    const { warnings } = await counter.officer.call('intake.preview', draft);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'open-duplicate', dossier: before.id }));
  });

  test('what another office decides is received here, and every paper names that office', async () => {
    const draft = await filledDraft(counter.officer, madeUpPerson(63), '1.004873');
    const asked = { ...draft, competentAgency: ' UBND xã Sen Phương ' };
    const { id } = await counter.officer.call('intake.receive', { draft: asked, paper: 'a5' });
    const { received } = await counter.officer.call('dossier.get', { id });
    expect(received.competentAgency).toBe('UBND xã Sen Phương');
    await counter.officer.call('dossier.print', { id, paper: 'control' });
    await counter.officer.call('print.retry', {});
    for (const form of counter.printer.drawn.slice(-2))
      expect(JSON.stringify(form)).toContain('UBND xã Sen Phương');
  });

  test('a card scanned again brings the phone of the last visit', async () => {
    const person = madeUpPerson(61);
    await receive(counter.officer, person);
    const seen = await counter.officer.call('person.scan', { text: cardText(person), lettersTrusted: true });
    expect(seen.person).toMatchObject({ visits: 1, applicant: { phone: person.phone, name: person.name } });
  });

  test('a torn card code is refused with a sentence', async () => {
    const answer = await counter.officer.ask('person.scan', { text: '001189|half', lettersTrusted: true });
    expect(answer).toMatchObject({ ok: false, error: [{ code: 'scan-unreadable' }] });
  });

  test('every procedure of the catalogue can be received', async () => {
    for (const [index, { code }] of seedCatalogue().procedures.entries()) {
      clock.nowMs += 1000;
      await receive(counter.officer, madeUpPerson(100 + index), code);
    }
    await counter.officer.call('print.retry', {});
    expect((await counter.officer.call('print.state', {})).unprinted).toBe(0);
  });
});
