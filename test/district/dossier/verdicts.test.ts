import { describe, expect, test } from 'vitest';
import { putOfficer } from '../../../district/machine/officers.ts';
import { moment } from '../../../shared/domain/base/local-date.ts';
import type { Role } from '../../../shared/domain/base/roles.ts';
import type { DossierReceived } from '../../../shared/domain/dossier/dossier-events.ts';
import type { FeeReceipt } from '../../../shared/domain/dossier/taking.ts';
import type { TestDevice } from '../device.ts';
import { deliver, dossierId, ready, receive } from '../facts.ts';
import { districtForFile } from '../support.ts';

const district = districtForFile();

/** What the district says of the last event that was pushed. */
async function verdictOf(device: TestDevice): Promise<string> {
  const answer = await device.push();
  if (answer.status !== 'ack') throw new Error(answer.status);
  const last = answer.ack.verdicts.at(-1);
  return last === undefined ? 'none' : last.outcome === 'accepted' ? 'accepted' : last.code;
}

const enter = (stream: string, id: string, roles: Role[], since: string, active = true) =>
  district.open.db
    .transaction()
    .execute((tx) => putOfficer(tx, stream, { id, name: id, roles, pinVerifier: 'x', active }, since));

describe('what a counter may not say, although its signature is good', () => {
  test.each<[string, Partial<DossierReceived>, string]>([
    ['its own code', {}, 'accepted'],
    ['another agency’s code', { code: 'H26.25.40-250520-1001' }, 'other-counter'],
    ['another counter’s digit', { code: 'H26.25.39-250520-2001', deskDigit: 2 }, 'other-counter'],
    ['a code of another day', { code: 'H26.25.39-250519-1001' }, 'other-counter'],
    ['a number that is not the code’s', { serial: 7 }, 'other-counter'],
    ['a promise before the receipt', { dueAt: moment('2025-05-19T09:00') }, 'due-before-receipt'],
  ])('%s: %o', async (_, changed, verdict) => {
    const device = await district.device();
    receive(device, 1, changed);
    expect(await verdictOf(device)).toBe(verdict);
  });

  test.each<[string, Record<string, unknown>]>([
    ['a day that no calendar has', { receivedAt: '2025-02-30T09:00' }],
    ['a number beyond all counters', { serial: Number.MAX_SAFE_INTEGER }],
    ['money beyond all drawers', { feeVnd: Number.MAX_SAFE_INTEGER }],
  ])('%s is no body at all', async (_, changed) => {
    const device = await district.device();
    receive(device, 1, changed);
    expect(await verdictOf(device)).toBe('bad-body');
  });

  test('a code that another dossier has, in the same batch or a later one', async () => {
    const device = await district.device();
    receive(device, 1);
    receive(device, 2, { code: 'H26.25.39-250520-1001', serial: 1 });
    expect(await verdictOf(device)).toBe('code-twice');
    receive(device, 3, { code: 'H26.25.39-250520-1001', serial: 1 });
    expect(await verdictOf(device)).toBe('code-twice');
  });

  test('an officer who does not exist, and a role that is not held', async () => {
    const device = await district.device();
    receive(device, 1);
    device.write({ ...reprinted(1), actor: 'nobody' });
    expect(await verdictOf(device)).toBe('officer-unknown');
    device.write({ ...reprinted(1), role: 'supervisor' });
    expect(await verdictOf(device)).toBe('role-not-held');
    await enter(device.stream, 'mai', ['specialist'], '1970-01-01T00:00:00.000Z');
    device.write({ ...reprinted(1), actor: 'mai', role: 'specialist' });
    expect(await verdictOf(device)).toBe('not-permitted');
  });

  test('who has left is judged by the hour of the act: what was done before stays accepted', async () => {
    const device = await district.device();
    receive(device, 1);
    await enter(device.stream, 'mai', ['reception'], '2025-01-01T00:00:00.000Z');
    await enter(device.stream, 'mai', ['reception'], '2025-05-20T05:00:00.000Z', false);
    device.write({ ...reprinted(1), actor: 'mai', deviceTime: '2025-05-20T04:59:00.000Z' });
    expect(await verdictOf(device)).toBe('accepted');
    device.write({ ...reprinted(2), actor: 'mai', deviceTime: '2025-05-20T05:01:00.000Z' });
    expect(await verdictOf(device)).toBe('officer-left');
  });

  test('a void whose consenting person never was', async () => {
    const device = await district.device();
    receive(device, 1);
    const body = { at: '2025-05-20T16:00', reason: 'ghi nhầm' };
    const basedOn = { dossier: dossierId(1), version: 1 };
    device.write({
      type: 'consent.given',
      basedOn,
      body: { at: body.at, to: { act: 'dossier.cancelled', body } },
      actor: 'giamdoc',
      role: 'supervisor',
    });
    device.write({ type: 'dossier.cancelled', basedOn, body });
    expect(await verdictOf(device)).toBe('consent-doubtful');
  });

  test('a receipt of the finance office that another payment or a spoilt form has, at any counter', async () => {
    const one = await district.device();
    const two = await district.device(one.stream, 2);
    const pay = (device: TestDevice, n: number, receipt: FeeReceipt) => {
      receive(device, n);
      ready(device, n);
      deliver(device, n, receipt);
      return verdictOf(device);
    };
    const [first, second] = ['0000001', '0000002'].map((serial) => ({ symbol: '28AA-17T', serial }));
    if (first === undefined || second === undefined) throw new Error('no receipts');
    expect(await pay(one, 1, first)).toBe('accepted');
    expect(await pay(one, 2, { ...first, symbol: '28AB-17T' })).toBe('accepted');
    expect(await pay(one, 3, first)).toBe('serial-twice');
    expect(await pay(two, 4, first)).toBe('serial-twice');
    const spoilt = { at: '2025-05-20T16:00', shift: shiftOf(1), receipt: second, reason: 'rách' };
    two.write({ type: 'cash.receiptVoided', body: spoilt });
    expect(await verdictOf(two)).toBe('accepted');
    expect(await pay(one, 5, second)).toBe('serial-twice');
    two.write({ type: 'cash.receiptVoided', body: { ...spoilt, receipt: first } });
    expect(await verdictOf(two)).toBe('serial-twice');
  });

  test('a receipt in a fact that is none uses up no number', async () => {
    const device = await district.device();
    const receipt = { symbol: '28AA-17T', serial: '0000009' };
    device.write({ type: 'cash.receiptVoided', body: { receipt } });
    expect(await verdictOf(device)).toBe('bad-body');
    receive(device, 1);
    ready(device, 1);
    deliver(device, 1, receipt);
    expect(await verdictOf(device)).toBe('accepted');
  });

  test('an honest counter is told nothing', async () => {
    const device = await district.device();
    receive(device, 1);
    ready(device, 1);
    expect(await verdictOf(device)).toBe('accepted');
  });
});

const reprinted = (copy: number) => ({
  type: 'receipt.reprinted',
  basedOn: { dossier: dossierId(1), version: 1 },
  body: { at: '2025-05-20T16:00', copy, reason: 'lost' },
});

const shiftOf = (n: number): string => dossierId(9000 + n);

describe('a fee', () => {
  const residence = {
    code: '1.004194',
    name: 'Đăng ký tạm trú',
    field: 'Cư trú',
    termText: '03 ngày làm việc',
  };
  const birth = { code: '1.001193', name: 'Đăng ký khai sinh', field: 'Hộ tịch', termText: 'trong ngày' };
  const online = { key: 'online', label: 'Nộp trực tuyến', condition: '' };
  const day = {
    code: 'H26.25.39-261120-1001',
    receivedAt: moment('2026-11-20T09:00'),
    dueAt: moment('2026-11-25T17:30'),
  };
  const now = {
    ...day,
    certified: [],
    procedure: residence,
    channel: 'online' as const,
    feeVnd: 7000,
    feeChoice: online,
  };
  test.each<[string, Partial<DossierReceived>, string, string]>([
    ['that the edition has', now, '2026-11-1', 'accepted'],
    ['of another amount', { ...now, feeVnd: 0 }, '2026-11-1', 'fee-not-of-edition'],
    ['of another channel', { ...now, channel: 'direct' }, '2026-11-1', 'fee-not-of-edition'],
    [
      'by another name',
      { ...now, feeChoice: { ...online, label: 'Miễn lệ phí' } },
      '2026-11-1',
      'fee-not-of-edition',
    ],
    [
      'that nobody has heard of',
      { ...now, feeChoice: { ...online, key: 'half' } },
      '2026-11-1',
      'fee-not-of-edition',
    ],
    [
      'of none though it hangs on the case',
      { ...now, procedure: birth, feeVnd: 0, feeChoice: null },
      '2026-11-1',
      'fee-not-of-edition',
    ],
    [
      'of none by an edition that knew no choices',
      { certified: [], procedure: birth, feeVnd: 0 },
      '2026-11',
      'accepted',
    ],
    [
      'that the council sets',
      {
        certified: [],
        procedure: birth,
        feeVnd: 5000,
        feeChoice: { key: 'late', label: 'Đăng ký quá hạn', condition: '' },
      },
      '2026-11-1',
      'accepted',
    ],
    ['of pages that come to something else', { feeVnd: 19_000 }, '2026-11-1', 'fee-not-of-edition'],
    ['by an edition that is not known here', { ...now, feeVnd: 1 }, '2031-01', 'accepted'],
  ])('%s', async (_, changed, catalogueEdition, verdict) => {
    const device = await district.device();
    receive(device, 1, changed, { catalogueEdition });
    expect(await verdictOf(device)).toBe(verdict);
  });
});

describe('a receipt that is given later', () => {
  const book = { symbol: '28AA-17T', from: '0001201', to: '0001250' };
  const taken = async (): Promise<TestDevice> => {
    const device = await district.device();
    const body = { at: '2025-05-20T08:00', shift: shiftOf(1), openingVnd: 0, books: [book] };
    device.write({ type: 'cash.shiftOpened', basedOn: null, body });
    receive(device, 1);
    ready(device, 1);
    deliver(device, 1);
    return device;
  };
  const assign = (device: TestDevice, n: number, serial: string): void => {
    const receipt = { symbol: book.symbol, serial };
    const body = {
      at: '2025-05-20T16:30',
      takenAt: '2025-05-23T08:30',
      vnd: 20_000,
      receipt,
      shift: shiftOf(1),
    };
    device.write({ type: 'dossier.receiptAssigned', basedOn: { dossier: dossierId(n), version: 3 }, body });
  };

  test.each<[string, string]>([
    ['0001210', 'accepted'],
    ['0009999', 'serial-not-in-books'],
  ])('of number %s is %s, in the same batch and in a later one', async (serial, verdict) => {
    const device = await taken();
    assign(device, 1, serial);
    expect(await verdictOf(device)).toBe(verdict);
    const again = await taken();
    await again.push();
    assign(again, 1, serial);
    expect(await verdictOf(again)).toBe(verdict);
  });

  test('of a number that another citizen has, or for money that has one, waits for a person', async () => {
    const device = await taken();
    assign(device, 1, '0001211');
    assign(device, 1, '0001212');
    expect(await verdictOf(device)).toBe('receipt-known');
    receive(device, 2);
    ready(device, 2);
    deliver(device, 2);
    assign(device, 2, '0001211');
    expect(await verdictOf(device)).toBe('serial-twice');
    assign(device, 3, '0001213');
    expect(await verdictOf(device)).toBe('unknown-dossier');
  });
});

const enterLine = (device: TestDevice, n: number, number: number) =>
  receive(device, n, { register: { volume: '1/2024', number } });

async function withLeader(): Promise<TestDevice> {
  const device = await district.device();
  await enter(device.stream, 'mai', ['leader'], '1970-01-01T00:00:00.000Z');
  enterLine(device, 1, 1);
  enterLine(device, 2, 2);
  return device;
}

describe('a register that is closed', () => {
  const closing = {
    at: '2025-05-20T09:00',
    volume: '1/2024',
    lastNumber: 2,
    entries: 2,
    pages: 1,
    rowsPerPage: 10,
  };
  const close = (device: TestDevice, change: Partial<typeof closing> = {}) =>
    device.write({
      type: 'register.closed',
      basedOn: null,
      actor: 'mai',
      role: 'leader',
      body: { ...closing, ...change },
    });
  test('is closed by who may, as the district knows it, in one batch with its lines', async () => {
    const device = await withLeader();
    close(device);
    expect(await verdictOf(device)).toBe('accepted');
  });

  test.each<[string, Partial<typeof closing>, string]>([
    ['with a line that never came', { entries: 3, lastNumber: 3 }, 'register-differs'],
    ['of another counter', { volume: '2/2024' }, 'other-counter'],
    ['of a year that is not over', { volume: '1/2025' }, 'year-not-over'],
    ['of no page', { pages: 0 }, 'bad-body'],
  ])('%s is looked at', async (_, change, verdict) => {
    const device = await withLeader();
    close(device, change);
    expect(await verdictOf(device)).toBe(verdict);
  });

  test('a line that comes later is kept and marked, in the same batch or a later one', async () => {
    const device = await withLeader();
    close(device);
    enterLine(device, 3, 3);
    expect(await verdictOf(device)).toBe('register-closed');
    enterLine(device, 4, 4);
    expect(await verdictOf(device)).toBe('register-closed');
  });

  test('what a stranger closed is not', async () => {
    const device = await district.device();
    close(device);
    expect(await verdictOf(device)).toBe('officer-unknown');
    enterLine(device, 1, 1);
    expect(await verdictOf(device)).toBe('accepted');
  });

  test('a serial holds one dossier', async () => {
    const device = await withLeader();
    enterLine(device, 3, 2);
    expect(await verdictOf(device)).toBe('register-line-twice');
  });
});
