import { expect, test } from 'vitest';
import { groupByDue } from '../../../renderer/dossier/list/groups.ts';
import type { DossierRow } from '../../../shared/contract/dossier/views.ts';
import { moment } from '../../../shared/domain/base/local-date.ts';
import { now, rows } from '../support/sample.ts';

test('a result waiting to be fetched does not split the dossiers due before today', () => {
  const [one] = rows;
  if (one === undefined) throw new Error('No sample');
  const past = (status: DossierRow['status'], day: string): DossierRow => ({
    ...one,
    status,
    dueAt: moment(`${day}T16:30`),
    overdueDays: status === 'received' ? 1 : 0,
  });
  const groups = groupByDue(
    [past('received', '2025-05-15'), past('resultReady', '2025-05-16'), past('received', '2025-05-19')],
    now,
  );
  expect(groups.map((group) => [group.kind, group.rows.length])).toEqual([['past', 3]]);
});
