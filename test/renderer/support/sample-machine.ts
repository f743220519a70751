import type { PrintState, SyncView } from '../../../shared/contract/views.ts';
import { day, moment } from '../../../shared/domain/local-date.ts';

/** Line and printer of the sample desk. */

export const online: SyncView = {
  queuedEvents: 0,
  queuedDossiers: 0,
  needsReview: 0,
  line: 'online',
  since: moment('2025-05-20T07:31'),
  sending: false,
  drained: 0,
  drainTotal: 0,
  lastAckAt: moment('2025-05-20T09:41'),
  lastPullAt: moment('2025-05-20T09:41'),
  nextTryInS: 41,
  attempts: [{ at: moment('2025-05-20T09:41'), outcome: 'online', detail: '' }],
  queuedByDay: [],
  districtRestored: false,
  incident: 'none',
};

export const offline: SyncView = {
  ...online,
  queuedEvents: 1006,
  queuedDossiers: 214,
  line: 'offline',
  since: moment('2025-05-17T08:47'),
  lastAckAt: moment('2025-05-17T08:46'),
  lastPullAt: moment('2025-05-17T08:46'),
  nextTryInS: 252,
  attempts: [
    { at: moment('2025-05-20T09:40'), outcome: 'offline', detail: 'getaddrinfo ENOTFOUND' },
    { at: moment('2025-05-20T09:35'), outcome: 'offline', detail: 'getaddrinfo ENOTFOUND' },
    { at: moment('2025-05-17T08:46'), outcome: 'online', detail: '' },
  ],
  queuedByDay: [
    { day: day('2025-05-17'), events: 287 },
    { day: day('2025-05-18'), events: 348 },
    { day: day('2025-05-19'), events: 320 },
    { day: day('2025-05-20'), events: 51 },
  ],
};

export const printer: PrintState = { condition: 'ready', unprinted: 0, lastFault: null, paper: '80mm' };
