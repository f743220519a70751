import type { HandlersFor } from '../../shared/contract/dispatch.ts';
import type { machineCalls } from '../../shared/contract/machine/calls.ts';
import { err, ok } from '../../shared/result.ts';
import type { DeskContext } from '../context.ts';
import type { SyncLoop } from '../sync/sync-loop.ts';
import { confirmClock } from './confirm-clock.ts';
import { deskViewOf } from './desk-view.ts';
import type { PrintQueue } from './print-queue.ts';
import type { Session } from './session.ts';

export function machineHandlers(
  desk: DeskContext,
  session: Session,
  prints: PrintQueue,
  sync: SyncLoop,
): HandlersFor<typeof machineCalls> {
  const view = () => ok(deskViewOf(desk, session));
  return {
    'desk.view': view,
    'desk.enrol': async (input) => {
      const done = await desk.enrolment.enrol(input);
      if (!done.ok) return err([done.error]);
      // Officers come down the feed: without the first page nobody could sign in.
      await sync.nudge();
      return view();
    },
    'session.signIn': async ({ officer, pin }) => {
      const done = await session.signIn(officer, pin);
      return done.ok ? view() : err([done.error]);
    },
    'session.signOut': () => {
      session.signOut();
      return view();
    },
    'clock.confirm': ({ reason }, by) => confirmClock(desk, reason, by),
    'print.state': () => ok(prints.state()),
    'print.retry': async () => {
      await prints.retry();
      return ok(prints.state());
    },
    'print.setPaper': ({ paper }) => {
      desk.stores.settings.set('paper', paper);
      return ok(prints.state());
    },
  };
}
