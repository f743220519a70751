import type { SyncPill } from '../../shared/domain/sync/sync-pill.ts';
import { unreachable } from '../../shared/result.ts';
import { formatCount } from '../../shared/text/format.ts';
import { fill } from '../../shared/text/language.ts';
import type { ScreenText } from '../../shared/text/vi.ts';
import type { IconName } from '../parts/icon.tsx';

/** The pill in words: the line and the queue are two facts, and the queue is told whenever there is one. */
export function pillWords(pill: SyncPill, t: ScreenText): { readonly icon: IconName; readonly text: string } {
  const queue = fill(t.pill.waiting, { count: formatCount(pill.queue) });
  const withQueue = (text: string) => (pill.queue > 0 ? `${text} · ${queue}` : text);
  switch (pill.kind) {
    case 'all-sent':
      return { icon: 'cloud', text: t.pill.allSent };
    case 'waiting':
      return { icon: 'up', text: queue };
    case 'sending':
      return {
        icon: 'up',
        text: fill(t.pill.sending, { done: formatCount(pill.done), total: formatCount(pill.total) }),
      };
    case 'offline':
      return { icon: 'off', text: withQueue(t.pill.offline) };
    case 'sign-in-page':
      return { icon: 'off', text: withQueue(t.pill.signInPage) };
    case 'server-busy':
      return { icon: 'off', text: withQueue(t.pill.serverBusy) };
    case 'update-needed':
      return { icon: 'off', text: withQueue(t.pill.updateNeeded) };
    case 'refused':
      return { icon: 'alert', text: withQueue(t.pill.refused) };
    case 'desk-fault':
      return { icon: 'alert', text: withQueue(t.pill.deskFault) };
    case 'review':
      return { icon: 'split', text: withQueue(fill(t.pill.review, { count: formatCount(pill.count) })) };
    case 'risk':
      return { icon: 'alert', text: withQueue(fill(t.pill.risk, { what: t.pill.risks[pill.risk] })) };
    default:
      return unreachable(pill);
  }
}
