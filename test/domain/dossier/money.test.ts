import { describe, expect, test } from 'vitest';
import { assignReceipt } from '../../../shared/domain/cash/assign-receipt.ts';
import { absent, type Dossier, heldVnd, stillDueVnd } from '../../../shared/domain/dossier/dossier.ts';
import type { DossierFact } from '../../../shared/domain/dossier/dossier-events.ts';
import { evolve } from '../../../shared/domain/dossier/evolve.ts';
import { misfitOf } from '../../../shared/domain/dossier/misfit.ts';
import { factOf, originAt, tell, wayTo } from './every-fact.ts';

const delivered = tell(absent, wayTo.delivered) as Dossier;
const assigned = factOf('dossier.receiptAssigned') as Extract<
  DossierFact,
  { type: 'dossier.receiptAssigned' }
>;
const by = originAt(50, 'dossier.receiptAssigned');
const meaning = (part: object): DossierFact => ({ ...assigned, body: { ...assigned.body, ...part } });
const refund = (vnd: number): DossierFact =>
  ({ ...factOf('dossier.refunded'), body: { ...factOf('dossier.refunded').body, vnd } }) as DossierFact;

describe('a receipt that is given later', () => {
  test('stands on the taking from then on, and is not written over', () => {
    const after = evolve(delivered, assigned, by) as Dossier;
    expect(after.takings).toMatchObject([{ vnd: 6000, receipt: assigned.body.receipt }]);
    const other = meaning({ receipt: { symbol: '28AA-17T', serial: '0001299' } });
    expect(misfitOf(after, other, by)).toBe('receipt-known');
    const twice = evolve(after, other, by) as Dossier;
    expect(twice.takings).toEqual(after.takings);
    expect(twice.reviews.map(({ code }) => code)).toEqual(['receipt-known']);
  });

  test.each<[string, Dossier, DossierFact, string | null]>([
    ['money that was taken', delivered, assigned, null],
    ['another amount', delivered, meaning({ vnd: 7000 }), 'no-taking'],
    ['another minute', delivered, meaning({ takenAt: '2025-05-19T08:00' }), 'no-taking'],
    ['money that went back', evolve(delivered, refund(6000), by) as Dossier, assigned, 'no-taking'],
    ['a dossier nothing was taken for', tell(absent, wayTo.resultReady) as Dossier, assigned, 'no-taking'],
  ])('for %s', (_name, state, fact, misfit) => expect(misfitOf(state, fact, by)).toBe(misfit));

  const books = [{ symbol: '28AA-17T', from: '0001201', to: '0001250' }];
  test.each<[string, { books?: typeof books; used?: boolean; serial?: string }, string | null]>([
    ['within the book', { books }, null],
    ['outside it', { books, serial: '0001251' }, 'serial-not-in-books'],
    ['of fewer digits', { books, serial: '1201' }, 'serial-not-in-books'],
    ['where no book was noted', {}, null],
    ['that went to somebody', { books, used: true }, 'serial-used'],
  ])('a serial %s', (_name, { books: noted = [], used = false, serial = '0001201' }, code) => {
    const body = { ...assigned.body, receipt: { symbol: '28AA-17T', serial } };
    const shift = { id: '0196ec00-0000-7000-8000-000000000001', books: noted };
    const answer = assignReceipt(delivered, body, { shift, isUsed: () => used });
    expect(answer.ok ? null : answer.error.code).toBe(code);
    if (answer.ok) expect(answer.value.body.shift).toBe(shift.id);
  });
});

describe('money that was taken', () => {
  test('with a second hand-over lies in the drawer all the same, and can be given back once', () => {
    const twice = evolve(
      delivered,
      factOf('dossier.delivered'),
      originAt(51, 'dossier.delivered'),
    ) as Dossier;
    expect(twice.reviews.map(({ code }) => code)).toEqual(['delivered-twice']);
    expect(heldVnd(twice)).toBe(12_000);
    expect(misfitOf(twice, refund(12_001), by)).toBe('refund-too-much');
    const back = evolve(twice, refund(12_000), by) as Dossier;
    expect(heldVnd(back)).toBe(0);
    expect(misfitOf(back, refund(1), by)).toBe('refund-too-much');
  });

  test('for what was not asked for is kept and counted, and the step is not', () => {
    const ready = tell(absent, wayTo.resultReady) as Dossier;
    const paid = evolve(
      ready,
      factOf('dossier.paymentReceived'),
      originAt(52, 'dossier.paymentReceived'),
    ) as Dossier;
    expect(paid.status).toBe('resultReady');
    expect(heldVnd(paid)).toBeGreaterThan(0);
    expect(paid.takings[0]?.receipt).not.toBeNull();
  });
});

const taking = (vnd: number) => ({ at: assigned.body.takenAt, vnd, receipt: null, shift: null });
const refunded = (vnd: number) => ({ at: assigned.body.at, vnd, reason: 'x', shift: null });

describe('what is still to be taken at the hand-over', () => {
  test.each<[string, number | null, number[], number[], number | null]>([
    ['the fee, while nothing was taken', 8000, [], [], 8000],
    ['nothing of a fee that was paid while the work went on', 8000, [8000], [], 0],
    ['the rest of it', 8000, [5000], [], 3000],
    ['never less than nothing', 8000, [20_000], [], 0],
    ['the fee again that was given back', 8000, [8000], [8000], 8000],
    ['nobody knows, where the province sets it', null, [], [], null],
    ['nothing more, where it was asked for and paid', null, [50_000], [], 0],
  ])('%s', (_name, feeVnd, takings, refunds, due) => {
    const current = { ...delivered.current, feeVnd };
    const state = { current, takings: takings.map(taking), refunds: refunds.map(refunded) };
    expect(stillDueVnd(state)).toBe(due);
  });
});
