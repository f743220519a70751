import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDatabase, transact } from '../../../db/open.ts';
import { openQueue } from '../../../db/sync/queue.ts';

const chain = { device: '0196ec00-0000-7000-8000-0000000000d1', epoch: 1 };

/** Appends, acks, restored districts and rolled back recordings, in any order. */
const act = fc.oneof(
  fc.record({
    kind: fc.constant('append' as const),
    dossier: fc.integer({ min: 0, max: 4 }),
    day: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    kind: fc.constant('lost' as const),
    dossier: fc.integer({ min: 0, max: 4 }),
    day: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constant('held' as const), share: fc.integer({ min: 0, max: 10 }) }),
);

test('what is carried on from question to question is what a count from the beginning says', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const db = openDatabase(':memory:');
      const queue = openQueue(db);
      const insert = db.prepare(
        `INSERT INTO event (device, epoch, seq, hash, line, type, dossier_id) VALUES (?, ?, ?, ?, ?, 'dossier.received', ?)`,
      );
      let seq = 0;
      let made = 0;
      let held = 0;
      const append = (dossier: number, day: number): void => {
        made += 1;
        const line = JSON.stringify({ deviceTime: `2026-11-2${day}T18:00:00.000Z` });
        insert.run(
          chain.device,
          chain.epoch,
          seq + 1,
          String(made).padStart(64, '0'),
          line,
          dossier === 0 ? null : `d${dossier}`,
        );
        seq += 1;
      };
      for (const one of acts) {
        if (one.kind === 'append') append(one.dossier, one.day);
        else if (one.kind === 'held') held = Math.floor((seq * one.share) / 10);
        else {
          const before = seq;
          const undo = (): void =>
            transact(db, () => {
              append(one.dossier, one.day);
              queue.size(chain, held);
              throw new Error('rolled back');
            });
          expect(undo).toThrow('rolled back');
          seq = before;
        }
        const fresh = openQueue(db);
        expect(queue.size(chain, held)).toEqual(fresh.size(chain, held));
        expect(queue.byDay(chain, held)).toEqual(fresh.byDay(chain, held));
        expect(fresh.size(chain, held).events).toBe(seq - held);
      }
      db.close();
    }),
    { numRuns: 60 },
  );
});

test('a district that holds less than before has everything after it counted again', () => {
  const db = openDatabase(':memory:');
  const queue = openQueue(db);
  const line = JSON.stringify({ deviceTime: '2026-11-20T18:00:00.000Z' });
  for (const seq of [1, 2, 3]) {
    db.prepare(
      `INSERT INTO event (device, epoch, seq, hash, line, type, dossier_id) VALUES (?, ?, ?, ?, ?, 'x', 'd')`,
    ).run(chain.device, chain.epoch, seq, String(seq).padStart(64, '0'), line);
  }
  expect(queue.size(chain, 3)).toEqual({ events: 0, dossiers: 0 });
  expect(queue.size(chain, 1)).toEqual({ events: 2, dossiers: 1 });
  expect(queue.byDay(chain, 1)).toEqual([{ day: '2026-11-21', events: 2 }]);
  db.close();
});
