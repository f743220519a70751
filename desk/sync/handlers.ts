import type { HandlersFor } from '../../shared/contract/dispatch.ts';
import type { syncCalls } from '../../shared/contract/sync/calls.ts';
import { ok } from '../../shared/result.ts';
import type { DeskContext } from '../context.ts';
import type { SyncLoop } from './sync-loop.ts';
import { syncViewOf } from './sync-view.ts';

export const syncHandlers = (desk: DeskContext, sync: SyncLoop): HandlersFor<typeof syncCalls> => ({
  'sync.view': () => ok(view(desk, sync)),
  'sync.now': async () => {
    await sync.nudge();
    return ok(view(desk, sync));
  },
});

const view = ({ world, stores, enrolment }: DeskContext, sync: SyncLoop) =>
  syncViewOf(world.clock, stores, enrolment, sync.state());
