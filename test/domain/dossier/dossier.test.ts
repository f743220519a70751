import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Absent, absent, type DossierState } from '../../../shared/domain/dossier/dossier.ts';
import type { DossierEventType, DossierFact } from '../../../shared/domain/dossier/dossier-events.ts';
import { evolve } from '../../../shared/domain/dossier/evolve.ts';
import { misfitOf } from '../../../shared/domain/dossier/misfit.ts';
import { everyType, factOf, originAt } from './every-fact.ts';

const facts = Object.fromEntries(everyType.map((type) => [type, factOf(type)])) as Readonly<
  Record<DossierEventType, DossierFact>
>;

const told = (types: readonly DossierEventType[]): DossierState =>
  types.reduce<DossierState>(
    (state, type, index) => evolve(state, facts[type], originAt(index + 1, type)),
    absent,
  );

const isKnown = (state: DossierState): state is Exclude<DossierState, Absent> => state.status !== 'absent';
const reviewsOf = (state: DossierState) =>
  (isKnown(state) ? state.reviews : state.orphans).map((one) => one.code);

describe('what happened to a dossier', () => {
  const received = 'dossier.received';
  const ready = 'dossier.resultReady';
  const delivered = 'dossier.delivered';
  const cancelled = 'dossier.cancelled';
  test.each<{ name: string; types: DossierEventType[]; status: DossierState['status']; reviews: string[] }>([
    { name: 'nothing yet', types: [], status: 'absent', reviews: [] },
    { name: 'the whole way', types: [received, ready, delivered], status: 'delivered', reviews: [] },
    { name: 'taken back', types: [received, cancelled], status: 'cancelled', reviews: [] },
    {
      name: 'a fact before its dossier',
      types: [ready, received],
      status: 'received',
      reviews: ['unknown-dossier'],
    },
    { name: 'received twice', types: [received, received], status: 'received', reviews: ['received-twice'] },
    {
      name: 'delivered at two counters',
      types: [received, ready, delivered, delivered],
      status: 'delivered',
      reviews: ['delivered-twice'],
    },
    { name: 'ready twice', types: [received, ready, ready], status: 'resultReady', reviews: ['ready-twice'] },
    {
      name: 'delivered after it was voided elsewhere',
      types: [received, cancelled, delivered],
      status: 'cancelled',
      reviews: ['closed-elsewhere'],
    },
    {
      name: 'voided when the result was ready',
      types: [received, ready, cancelled],
      status: 'resultReady',
      reviews: ['not-cancellable'],
    },
  ])('$name', ({ types, status, reviews }) => {
    const state = told(types);
    expect(state.status).toBe(status);
    expect(reviewsOf(state)).toEqual(reviews);
  });

  test('a reprint counts and never closes anything', () => {
    const state = told([received, 'receipt.reprinted', 'receipt.reprinted', ready]);
    expect(state).toMatchObject({ status: 'resultReady', reprints: 1 });
  });
});

describe('whatever order facts arrive in', () => {
  const anyTypes = fc.array(fc.constantFrom(...(Object.keys(facts) as DossierEventType[])), {
    maxLength: 12,
  });

  test('every fact is counted, and every misfit is kept with its place in the chain', () => {
    fc.assert(
      fc.property(anyTypes, (types) => {
        let state: DossierState = absent;
        const misfits: { code: string; seq: number }[] = [];
        for (const [index, type] of types.entries()) {
          const misfit = misfitOf(state, facts[type], originAt(index + 1, type));
          if (misfit !== null) misfits.push({ code: misfit, seq: index + 1 });
          state = evolve(state, facts[type], originAt(index + 1, type));
        }
        const reviews = isKnown(state) ? state.reviews : state.orphans;
        expect(reviews.map(({ code, seq }) => ({ code, seq }))).toEqual(misfits);
        if (isKnown(state)) expect(state.version).toBe(types.length);
      }),
      { numRuns: 10_000 },
    );
  });

  test('folding never changes the state it was given', () => {
    fc.assert(
      fc.property(anyTypes, fc.constantFrom(...(Object.keys(facts) as DossierEventType[])), (types, next) => {
        const before = told(types);
        const copy = structuredClone(before);
        evolve(before, facts[next], originAt(99));
        expect(before).toEqual(copy);
      }),
    );
  });

  test('a closed dossier stays closed', () => {
    fc.assert(
      fc.property(anyTypes, anyTypes, (types, more) => {
        const closed = told(types);
        if (closed.status !== 'delivered' && closed.status !== 'cancelled') return;
        const after = more.reduce<DossierState>(
          (state, type) => evolve(state, facts[type], originAt(50)),
          closed,
        );
        expect(after.status).toBe(closed.status);
      }),
    );
  });
});
