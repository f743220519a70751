import type { CashView } from '../../../shared/contract/cash/views.ts';
import type { PrintState } from '../../../shared/contract/machine/views.ts';
import type { SyncView } from '../../../shared/contract/sync/views.ts';
import { day, moment } from '../../../shared/domain/base/local-date.ts';

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
  setAside: 0,
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

/** A drawer with one taking, as the officer sees it. */
export const cash: CashView = {
  shift: {
    openedAt: moment('2025-05-20T08:00'),
    openingVnd: 200_000,
    books: [{ symbol: '28AA-17T', from: '0001201', to: '0001250' }],
    takings: [
      {
        dossier: '0196ec00-0000-7000-8000-000000000001',
        code: 'H26.25.39-250520-1007',
        payer: 'Khuất Thị Minh Nguyệt',
        at: moment('2025-05-20T09:10'),
        vnd: 22_000,
        receipt: { symbol: '28AA-17T', serial: '0001201' },
        warning: null,
      },
    ],
    voided: [],
    expectedVnd: 222_000,
    next: { symbol: '28AA-17T', serial: '0001202' },
    withoutReceipt: 0,
  },
  unnumbered: [],
  usedTwice: [],
  colleagues: [{ id: 'hanh', name: 'Kiều Thị Hạnh' }],
};
