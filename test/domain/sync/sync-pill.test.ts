import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type SyncView, syncView } from '../../../shared/contract/sync/views.ts';
import { epochOf, localFromEpoch, moment } from '../../../shared/domain/base/local-date.ts';
import { type MachineRisk, syncPill } from '../../../shared/domain/sync/sync-pill.ts';

const now = moment('2025-05-20T10:00');
const minutesAgo = (minutes: number) => localFromEpoch(epochOf(now) - minutes * 60_000);

const calm: SyncView = {
  queuedEvents: 0,
  queuedDossiers: 0,
  needsReview: 0,
  line: 'online',
  since: minutesAgo(90),
  sending: false,
  drained: 0,
  drainTotal: 0,
  lastAckAt: null,
  lastPullAt: null,
  nextTryInS: 0,
  attempts: [],
  queuedByDay: [],
  districtRestored: false,
  setAside: 0,
  incident: 'none',
};
const two = { queuedEvents: 5, queuedDossiers: 2 };

describe('the pill of the header', () => {
  test.each<{ name: string; sync: Partial<SyncView>; risks?: MachineRisk[]; pill: object }>([
    { name: 'all sent', sync: {}, pill: { kind: 'all-sent', queue: 0 } },
    { name: 'waiting', sync: two, pill: { kind: 'waiting', queue: 2 } },
    {
      name: 'sending',
      sync: { ...two, sending: true, drained: 12, drainTotal: 214 },
      pill: { kind: 'sending', queue: 2, done: 12, total: 214 },
    },
    {
      name: 'sending, but nothing is left',
      sync: { sending: true, drained: 214, drainTotal: 214 },
      pill: { kind: 'all-sent', queue: 0 },
    },
    {
      name: 'no network for a minute',
      sync: { ...two, line: 'offline', since: minutesAgo(1) },
      pill: { kind: 'waiting', queue: 2 },
    },
    {
      name: 'no network for two minutes',
      sync: { ...two, line: 'offline', since: minutesAgo(2) },
      pill: { kind: 'offline', queue: 2, since: minutesAgo(2) },
    },
    {
      name: 'no network, nothing waits',
      sync: { line: 'offline' },
      pill: { kind: 'offline', queue: 0, since: minutesAgo(90) },
    },
    {
      name: 'a sign-in page for a minute',
      sync: { line: 'captive-portal', since: now },
      pill: { kind: 'all-sent', queue: 0 },
    },
    {
      name: 'a sign-in page',
      sync: { ...two, line: 'captive-portal' },
      pill: { kind: 'sign-in-page', queue: 2 },
    },
    {
      name: 'a busy server',
      sync: { ...two, line: 'server-error' },
      pill: { kind: 'server-busy', queue: 2 },
    },
    {
      name: 'an old version',
      sync: { ...two, line: 'update-needed' },
      pill: { kind: 'update-needed', queue: 2 },
    },
    {
      name: 'a fault of this machine’s own',
      sync: { ...two, line: 'desk-fault', since: now },
      pill: { kind: 'desk-fault', queue: 2 },
    },
    { name: 'not accepted', sync: { ...two, line: 'refused' }, pill: { kind: 'refused', queue: 2 } },
    {
      name: 'something to look at',
      sync: { ...two, needsReview: 1, line: 'offline' },
      pill: { kind: 'review', queue: 2, count: 1 },
    },
    {
      name: 'a full disk before all else',
      sync: { ...two, needsReview: 1 },
      risks: ['clock', 'disk'],
      pill: { kind: 'risk', queue: 2, risk: 'disk' },
    },
    {
      name: 'a forked ledger before a full disk',
      sync: { incident: 'fork' },
      risks: ['disk'],
      pill: { kind: 'risk', queue: 0, risk: 'ledger' },
    },
    {
      name: 'facts without a dossier wait too',
      sync: { queuedEvents: 3 },
      pill: { kind: 'waiting', queue: 3 },
    },
    {
      name: 'before the first try',
      sync: { ...two, line: 'never-tried' },
      pill: { kind: 'waiting', queue: 2 },
    },
  ])('$name', ({ sync, risks = [], pill }) =>
    expect(syncPill({ ...calm, ...sync }, now, risks)).toEqual(pill),
  );
});

describe('whatever the network does', () => {
  const views = fc.record({
    queuedEvents: fc.nat({ max: 300 }),
    queuedDossiers: fc.nat({ max: 60 }),
    needsReview: fc.nat({ max: 2 }),
    line: fc.constantFrom(...syncView.shape.line.options),
    sinceMinutes: fc.integer({ min: -3, max: 10 }),
    sending: fc.boolean(),
    drained: fc.nat({ max: 300 }),
    drainTotal: fc.nat({ max: 300 }),
    incident: fc.constantFrom(...syncView.shape.incident.options),
  });
  const viewOf = ({
    sinceMinutes,
    ...rest
  }: typeof views extends fc.Arbitrary<infer T> ? T : never): SyncView => ({
    ...calm,
    ...rest,
    // A dossier waits because some event of it does.
    queuedDossiers: Math.min(rest.queuedDossiers, rest.queuedEvents),
    since: minutesAgo(sinceMinutes),
  });
  const risks = fc.subarray<MachineRisk>(['ledger', 'disk', 'backup', 'clock']);

  test('the count is shown exactly when something waits', () => {
    fc.assert(
      fc.property(views, risks, (given, wrong) => {
        const sync = viewOf(given);
        const shown = syncPill(sync, now, wrong).queue > 0;
        return shown === sync.queuedEvents > 0;
      }),
      { numRuns: 10_000 },
    );
  });

  test('"all sent" is never said while something waits', () => {
    fc.assert(
      fc.property(views, risks, (given, wrong) => {
        const sync = viewOf(given);
        return syncPill(sync, now, wrong).kind !== 'all-sent' || sync.queuedEvents === 0;
      }),
      { numRuns: 10_000 },
    );
  });

  test('a network that was away for less than two minutes has changed nothing', () => {
    fc.assert(
      fc.property(views, risks, fc.integer({ min: -1, max: 1 }), (given, wrong, minutes) => {
        const away = { ...viewOf(given), line: 'offline', since: minutesAgo(minutes) } as const;
        expect(syncPill(away, now, wrong)).toEqual(syncPill({ ...away, line: 'online' }, now, wrong));
      }),
      { numRuns: 10_000 },
    );
  });

  test('the network alone never turns the pill red', () => {
    fc.assert(
      fc.property(views, (given) => {
        const sync: SyncView = { ...viewOf(given), incident: 'none' };
        return syncPill(sync, now, []).kind !== 'risk';
      }),
    );
  });
});
