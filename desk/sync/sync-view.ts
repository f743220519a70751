import type { SyncView } from '../../shared/contract/sync/views.ts';
import { type LocalDate, localFromEpoch } from '../../shared/domain/base/local-date.ts';
import type { Enrolment } from '../machine/enrolment.ts';
import type { Clock } from '../ports.ts';
import type { Stores } from '../stores.ts';
import type { LineState } from './sync-loop.ts';

/** The header's two facts: the line as the loop last met it, and the queue as the ledger has it now. */
export function syncViewOf(clock: Clock, stores: Stores, enrolment: Enrolment, line: LineState): SyncView {
  const me = enrolment.current();
  const acked = me === null ? null : stores.acks.of(me);
  const queue = me === null ? { events: 0, dossiers: 0 } : stores.queue.size(me, acked?.heldSeq ?? 0);
  const pulledAt = me === null ? null : stores.feed.cursor(me.stream).pulledAt;
  const days = me === null ? [] : stores.queue.byDay(me, acked?.heldSeq ?? 0);
  return {
    queuedEvents: queue.events,
    queuedDossiers: queue.dossiers,
    needsReview: stores.queue.needingReview(),
    line: line.line,
    since: localFromEpoch(line.sinceMs),
    sending: line.sending,
    drained: line.drained,
    drainTotal: line.drainTotal,
    lastAckAt: localOrNull(acked?.storedAt ?? null),
    lastPullAt: localOrNull(pulledAt),
    nextTryInS: Math.max(0, Math.round((line.nextTryAtMs - clock()) / 1000)),
    attempts: [...line.attempts],
    queuedByDay: days.map(({ day, events }) => ({ day: day as LocalDate, events })),
    districtRestored: acked !== null && acked.heldSeq < acked.provenSeq,
    setAside: stores.feed.setAside(),
    incident: line.incident,
  };
}

const localOrNull = (epochMs: number | null) => (epochMs === null ? null : localFromEpoch(epochMs));
