import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vnd } from '../../../shared/domain/base/ids.ts';
import { moment } from '../../../shared/domain/base/local-date.ts';
import { type CashFact, cashEvents, denominations } from '../../../shared/domain/cash/cash-events.ts';
import {
  closeShift,
  countedVnd,
  expectedVnd,
  foldShifts,
  nextReceipt,
  openShift,
  type Shift,
  serialWarning,
  voidReceipt,
} from '../../../shared/domain/cash/cash-shift.ts';
import type { FeeReceipt, Taking } from '../../../shared/domain/dossier/taking.ts';

const at = moment('2025-05-20T08:00');
const id = (n: number): string => `0196ec00-0000-7000-8000-${String(n).padStart(12, '0')}`;
const book = { symbol: '28AA-17T', from: '0001201', to: '0001205' };
const opened = (n = 1): CashFact => ({
  type: 'cash.shiftOpened',
  body: { at, shift: id(n), openingVnd: 200_000, books: [book] },
});
const receipt = (serial: string): FeeReceipt => ({ symbol: book.symbol, serial });
const spoilt = (serial: string, n = 1): CashFact => ({
  type: 'cash.receiptVoided',
  body: { at, shift: id(n), receipt: receipt(serial), reason: 'kẹt giấy' },
});
const shiftOf = (...facts: CashFact[]): Shift => {
  const shift = foldShifts(facts.map((fact) => ({ fact, actor: 'trang' }))).get(id(1));
  if (shift === undefined) throw new Error('No shift');
  return shift;
};
const taking = (vnd: number, serial: string | null = null): Taking => ({
  vnd,
  receipt: serial === null ? null : receipt(serial),
});
const codeOf = (result: { ok: boolean; error?: { code: string } }): string | null =>
  result.ok ? null : (result.error?.code ?? '');

describe('the drawer', () => {
  test('must hold what lay in it and what was taken, nothing else', () => {
    expect(expectedVnd(shiftOf(opened()), [taking(22_000), taking(8000)])).toBe(230_000);
  });

  test('offers the form on top of the book; a spoilt one is passed over, a full book offers none', () => {
    expect(nextReceipt(shiftOf(opened()), [])).toEqual(receipt('0001201'));
    expect(nextReceipt(shiftOf(opened(), spoilt('0001202')), [taking(1, '0001201')])).toEqual(
      receipt('0001203'),
    );
    expect(nextReceipt(shiftOf(opened()), [taking(1, '0001205')])).toBeNull();
  });

  test.each([
    ['0001201', 'used'],
    ['0001202', null],
    ['0001204', 'gap'],
    ['0009999', 'not-in-books'],
    ['1202', 'not-in-books'],
  ])('serial %s after the first: %s', (serial, warning) => {
    expect(serialWarning(shiftOf(opened()), [taking(1, '0001201')], receipt(serial))).toBe(warning);
  });

  test('what comes after it was closed is kept as a misfit, what names no drawer is left out', () => {
    const closed: CashFact = {
      type: 'cash.shiftClosed',
      body: { at, shift: id(1), pieces: [], countedVnd: 0, expectedVnd: 0, explanation: '', handedTo: null },
    };
    const shift = shiftOf(opened(), closed, spoilt('0001201'), opened());
    expect(shift).toMatchObject({ misfits: 2, voided: [], closed: { countedVnd: 0 } });
    expect(foldShifts([{ fact: spoilt('0001201', 9), actor: 'trang' }]).size).toBe(0);
  });
});

describe('what is declined', () => {
  const open = shiftOf(opened());
  const body = { at, shift: id(2), openingVnd: 0, books: [book] };
  test.each([
    ['a second drawer', openShift(open, body), 'shift-open'],
    [
      'a book that runs backwards',
      openShift(null, { ...body, books: [{ ...book, to: '0001200' }] }),
      'book-wrong',
    ],
    ['a book of two widths', openShift(null, { ...body, books: [{ ...book, to: '1205' }] }), 'book-wrong'],
    [
      'a spoilt form without a drawer',
      voidReceipt(null, [], { at, receipt: receipt('0001201'), reason: 'x' }),
      'no-shift',
    ],
    [
      'one without a reason',
      voidReceipt(open, [], { at, receipt: receipt('0001201'), reason: ' ' }),
      'reason-missing',
    ],
    [
      'one that was given out',
      voidReceipt(open, [taking(1, '0001201')], { at, receipt: receipt('0001201'), reason: 'x' }),
      'serial-used',
    ],
    [
      'closing what is not open',
      closeShift(null, [], { at, pieces: [], explanation: '', handedTo: null }),
      'no-shift',
    ],
    [
      'a difference without a word',
      closeShift(open, [], { at, pieces: [], explanation: ' ', handedTo: null }),
      'difference-unexplained',
    ],
    [
      'handing over to oneself',
      closeShift(open, [], {
        at,
        pieces: [{ value: 200_000, count: 1 }],
        explanation: '',
        handedTo: 'trang',
      }),
      'hand-to-self',
    ],
    [
      'a note there is not',
      closeShift(open, [], { at, pieces: [{ value: 3000, count: 1 }], explanation: 'x', handedTo: null }),
      'pieces-wrong',
    ],
    [
      'a kind counted twice',
      closeShift(open, [], {
        at,
        pieces: [
          { value: 1000, count: 1 },
          { value: 1000, count: 2 },
        ],
        explanation: 'x',
        handedTo: null,
      }),
      'pieces-wrong',
    ],
  ])('%s: %s', (_, answer, code) => expect(codeOf(answer)).toBe(code));

  test('what is right is closed with both sums', () => {
    const answer = closeShift(open, [taking(22_000)], {
      at,
      pieces: [
        { value: 200_000, count: 1 },
        { value: 20_000, count: 1 },
      ],
      explanation: ' thiếu tiền lẻ ',
      handedTo: 'hanh',
    });
    expect(answer).toMatchObject({
      ok: true,
      value: {
        body: { countedVnd: 220_000, expectedVnd: 222_000, explanation: 'thiếu tiền lẻ', handedTo: 'hanh' },
      },
    });
  });
});

const foldedBy = (order: readonly CashFact[]) =>
  Object.fromEntries(foldShifts(order.map((fact) => ({ fact, actor: 'trang' }))));

describe('whatever happens in a shift', () => {
  const amounts = fc.array(fc.integer({ min: 0, max: 5_000_000 }), { maxLength: 40 });

  test('expected is the float and the sum of the takings', () => {
    fc.assert(
      fc.property(amounts, (vnds) => {
        const sum = vnds.reduce((total, vnd) => total + vnd, 200_000);
        expect(
          expectedVnd(
            shiftOf(opened()),
            vnds.map((vnd) => taking(vnd)),
          ),
        ).toBe(sum);
      }),
      { numRuns: 1000 },
    );
  });

  test('taking the form that is offered never uses one twice, nor one outside the book', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 12 }), (spoils) => {
        const facts: CashFact[] = [opened()];
        const takings: Taking[] = [];
        const used: string[] = [];
        for (const isSpoilt of spoils) {
          const next = nextReceipt(shiftOf(...facts), takings);
          if (next === null) break;
          expect(serialWarning(shiftOf(...facts), takings, next)).toBeNull();
          used.push(next.serial);
          if (isSpoilt) facts.push(spoilt(next.serial));
          else takings.push(taking(1000, next.serial));
        }
        expect(new Set(used).size).toBe(used.length);
        expect(used.every((serial) => serial >= book.from && serial <= book.to)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('drawers that have nothing to do with one another fold alike in any order', () => {
    const facts = [opened(1), spoilt('0001201', 1), opened(2), spoilt('0001202', 2)];
    const [a, b, c, d] = facts as [CashFact, CashFact, CashFact, CashFact];
    for (const order of [
      [a, c, b, d],
      [c, a, d, b],
      [c, d, a, b],
    ])
      expect(foldedBy(order)).toEqual(foldedBy(facts));
  });

  test('pieces add up', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(counts, (all) => {
        const pieces = denominations.map((value, n) => ({ value, count: all[n] ?? 0 }));
        const sum = pieces.reduce((total, { value, count }) => total + value * count, 0);
        return countedVnd(pieces) === sum && Number.isSafeInteger(sum);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the ceiling of money', () => {
  test.each([
    [1_000_000_000_000, true],
    [1_000_000_000_001, false],
    [Number.MAX_SAFE_INTEGER, false],
    [-1, false],
    [0.5, false],
  ])('%d đồng fits: %s', (amount, fits) => {
    expect(vnd.safeParse(amount).success).toBe(fits);
    const opened = cashEvents['cash.shiftOpened'].safeParse({
      at: '2026-11-20T08:00',
      shift: '0197a000-0000-7000-8000-000000000009',
      openingVnd: amount,
      books: [],
    });
    expect(opened.success).toBe(fits);
  });
});
