import type { SyncView } from '../../contract/sync/views.ts';
import { unreachable } from '../../result.ts';
import { type LocalDateTime, minutesBetween } from '../base/local-date.ts';

/** What may lose data or spoil dates on this machine; the only things that turn the pill red. */
export type MachineRisk = 'ledger' | 'disk' | 'backup' | 'clock';

/**
 * The words of the header's pill, without the words. `queue` is what waits to be sent, in dossiers (in events
 * when none belongs to a dossier); it is above 0 exactly when something waits, whatever the network does.
 */
export type SyncPill =
  | { readonly kind: 'all-sent'; readonly queue: 0 }
  | { readonly kind: 'waiting'; readonly queue: number }
  | { readonly kind: 'sending'; readonly queue: number; readonly done: number; readonly total: number }
  | { readonly kind: 'offline'; readonly queue: number; readonly since: LocalDateTime }
  | { readonly kind: 'sign-in-page'; readonly queue: number }
  | { readonly kind: 'server-busy'; readonly queue: number }
  | { readonly kind: 'update-needed'; readonly queue: number }
  | { readonly kind: 'refused'; readonly queue: number }
  | { readonly kind: 'desk-fault'; readonly queue: number }
  | { readonly kind: 'review'; readonly queue: number; readonly count: number }
  | { readonly kind: 'risk'; readonly queue: number; readonly risk: MachineRisk };

/** A line that drops for a moment changes nothing on the screen. */
const graceMinutes = 2;

/**
 * @param risks what else is wrong with the machine; the gravest is shown
 */
export function syncPill(sync: SyncView, now: LocalDateTime, risks: readonly MachineRisk[]): SyncPill {
  const queue = sync.queuedDossiers > 0 ? sync.queuedDossiers : sync.queuedEvents;
  const risk = gravestRisk(sync, risks);
  if (risk !== null) return { kind: 'risk', queue, risk };
  if (sync.needsReview > 0) return { kind: 'review', queue, count: sync.needsReview };
  const settled = minutesBetween(sync.since, now) >= graceMinutes;
  switch (sync.line) {
    case 'update-needed':
      return { kind: 'update-needed', queue };
    case 'refused':
      return { kind: 'refused', queue };
    case 'desk-fault':
      return { kind: 'desk-fault', queue };
    case 'server-error':
      return { kind: 'server-busy', queue };
    case 'captive-portal':
      return settled ? { kind: 'sign-in-page', queue } : quiet(sync, queue);
    case 'offline':
      return settled ? { kind: 'offline', queue, since: sync.since } : quiet(sync, queue);
    case 'online':
    case 'never-tried':
      return quiet(sync, queue);
    default:
      return unreachable(sync.line);
  }
}

/** The pill while the line works, or has only just stopped working. */
function quiet(sync: SyncView, queue: number): SyncPill {
  if (queue === 0) return { kind: 'all-sent', queue };
  if (!sync.sending || sync.drainTotal === 0) return { kind: 'waiting', queue };
  return { kind: 'sending', queue, done: Math.min(sync.drained, sync.drainTotal), total: sync.drainTotal };
}

const bySeverity: readonly MachineRisk[] = ['ledger', 'disk', 'backup', 'clock'];

function gravestRisk(sync: SyncView, risks: readonly MachineRisk[]): MachineRisk | null {
  if (sync.incident !== 'none') return 'ledger';
  return bySeverity.find((risk) => risks.includes(risk)) ?? null;
}
