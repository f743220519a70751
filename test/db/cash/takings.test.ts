import { beforeEach, expect, test } from 'vitest';
import type { Stores } from '../../../desk/stores.ts';
import { moment } from '../../../shared/domain/base/local-date.ts';
import { factOf, originAt } from '../../domain/dossier/every-fact.ts';
import { emptyStores, keep } from '../../support/sync-stores.ts';
import { given, step } from '../given.ts';

let stores: Stores;
beforeEach(() => {
  stores = emptyStores();
});

const shift = '0197b000-0000-7000-8000-000000000001';

/** Hands the `n`-th dossier over for 6.000 đồng. @param serial of the finance receipt, null for none */
function paid(n: number, time: string, serial: string | null, into: string | null = shift): string {
  const id = given(stores, n);
  step(stores, id, 'dossier.resultReady');
  const { body } = factOf('dossier.delivered');
  const receipt = serial === null ? null : { symbol: 'BL/25', serial };
  const said = { ...body, at: moment(`2025-05-20T${time}`), receipt, shift: into };
  const { actor, role } = originAt(1, 'dossier.delivered');
  keep(stores, { type: 'dossier.delivered', dossier: id, body: said }, { actor, role });
  return id;
}

test('a shift lists its own takings in the order in which they were taken', () => {
  const later = paid(1, '16:30', '0000002');
  const earlier = paid(2, '16:10', null);
  paid(3, '16:20', '0000003', '0197b000-0000-7000-8000-000000000002');
  expect(stores.takings.ofShift(shift)).toMatchObject([
    { dossierId: earlier, vnd: 6000, receipt: null },
    { dossierId: later, vnd: 6000, receipt: { symbol: 'BL/25', serial: '0000002' } },
  ]);
});

test('a serial stands as used twice where two takings bear it, in any drawer; none is not a serial', () => {
  paid(1, '16:10', '0000002');
  expect(stores.takings.usedTwice()).toEqual([]);
  paid(2, '16:20', '0000002', '0197b000-0000-7000-8000-000000000002');
  paid(3, '16:30', null);
  paid(4, '16:40', null);
  expect(stores.takings.usedTwice()).toEqual([{ symbol: 'BL/25', serial: '0000002' }]);
});

const shown = (shifts: readonly string[], digit: number) =>
  stores.takings.unnumbered(shifts, digit).map(({ dossierId }) => dossierId);

test('without a receipt is what own drawers took, and this counter without a drawer, in its order', () => {
  const bare = paid(2, '16:20', null, null);
  const own = paid(1, '16:10', null);
  paid(3, '16:30', '0000003');
  paid(4, '16:40', null, '0197b000-0000-7000-8000-000000000002');
  expect(shown([shift], 1)).toEqual([own, bare]);
  expect(shown([shift], 2)).toEqual([own]);
  expect(shown([], 1)).toEqual([bare]);
});

test('a serial is used where it stands on a taking of its book', () => {
  paid(1, '16:10', '0000002');
  const isUsed = (symbol: string, serial: string) => stores.takings.isUsed({ symbol, serial });
  expect(isUsed('BL/25', '0000002')).toBe(true);
  expect(isUsed('BL/25', '0000003')).toBe(false);
  expect(isUsed('BL/26', '0000002')).toBe(false);
  expect(stores.takings.numbered(['BL/25'])).toEqual([
    { vnd: 0, receipt: { symbol: 'BL/25', serial: '0000002' } },
  ]);
  expect(stores.takings.numbered(['BL/26'])).toEqual([]);
});
