import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Stores } from '../../../desk/stores.ts';
import { factOf } from '../../domain/dossier/every-fact.ts';
import { aReceivedDossier } from '../../domain/dossier/example.ts';
import { emptyStores, keep } from '../../support/sync-stores.ts';
import { cancelled, given } from '../given.ts';

const codes = ['2.000815', '1.004873', '1.001193'] as const;
const { procedure } = aReceivedDossier();

const act = fc.oneof(
  fc.record({
    kind: fc.constant('receive' as const),
    desk: fc.integer({ min: 1, max: 2 }),
    day: fc.integer({ min: 18, max: 20 }),
    code: fc.constantFrom(...codes),
  }),
  fc.record({ kind: fc.constant('cancel' as const), which: fc.nat(30) }),
  fc.record({ kind: fc.constant('correct' as const), which: fc.nat(30), code: fc.constantFrom(...codes) }),
  fc.record({ kind: fc.constant('rebuild' as const) }),
);

const codeOf = ({ db }: Stores, id: string): string | undefined =>
  db.prepare<[string], { code: string }>('SELECT procedure_code AS code FROM dossier WHERE id = ?').get(id)
    ?.code;

/** Kept beside the dossiers, and counted among them. */
function totalsOf({ db }: Stores): readonly unknown[] {
  const kept = db.prepare('SELECT dossiers AS n FROM dossier_total').get();
  const counted = db.prepare('SELECT count(*) AS n FROM dossier').get();
  const used = db
    .prepare('SELECT desk_digit, day, procedure_code, n FROM procedure_use WHERE n <> 0 ORDER BY 1, 2, 3')
    .all();
  const recount = db
    .prepare(
      `SELECT desk_digit, day, procedure_code, count(*) AS n FROM dossier WHERE status <> 'cancelled'
        GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    )
    .all();
  return [
    [kept, counted],
    [used, recount],
  ];
}

test('totals kept with the dossiers are what a recount says, whatever was received, corrected, voided and made again', () => {
  let moved = 0;
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      const stores = emptyStores();
      const ids: string[] = [];
      for (const [n, one] of acts.entries()) {
        if (one.kind === 'rebuild') stores.projections.rebuild();
        else if (one.kind === 'receive') {
          const part = { procedure: { ...procedure, code: one.code } };
          ids.push(given(stores, n + 1, { day: one.day, desk: one.desk, part }));
        } else {
          const id = ids[one.which % Math.max(1, ids.length)];
          if (id === undefined) continue;
          if (one.kind === 'cancel') cancelled(stores, id);
          else {
            const fact = factOf('dossier.corrected');
            if (fact.type !== 'dossier.corrected') throw new Error('Not a correction');
            const changes = { ...fact.body.changes, procedure: { ...procedure, code: one.code } };
            const before = codeOf(stores, id);
            keep(
              stores,
              { ...fact, dossier: id, body: { ...fact.body, changes } },
              { actor: 'quy', role: 'leader' },
            );
            moved += codeOf(stores, id) === before ? 0 : 1;
          }
        }
        for (const [kept, counted] of totalsOf(stores) as readonly (readonly [unknown, unknown])[])
          expect(kept).toEqual(counted);
      }
      stores.db.close();
    }),
    { numRuns: 100, seed: 7 },
  );
  expect(moved).toBeGreaterThan(20);
});
