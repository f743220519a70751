import type { Handlers } from '../shared/contract/dispatch.ts';
import { calendarHandlers } from './calendar/handlers.ts';
import { cashHandlers } from './cash/handlers.ts';
import { catalogueHandlers } from './catalogue/handlers.ts';
import type { DeskContext } from './context.ts';
import { correctionHandlers } from './correction/handlers.ts';
import { dossierHandlers } from './dossier/handlers.ts';
import { intakeHandlers } from './intake/handlers.ts';
import { machineHandlers } from './machine/handlers.ts';
import type { PrintQueue } from './machine/print-queue.ts';
import type { Session } from './machine/session.ts';
import { officeHandlers } from './office/handlers.ts';
import { peopleHandlers } from './people/handlers.ts';
import { syncHandlers } from './sync/handlers.ts';
import type { SyncLoop } from './sync/sync-loop.ts';

/** The desk's side of every row of the contract, for one connection. */
export const handlersOf = (
  desk: DeskContext,
  session: Session,
  prints: PrintQueue,
  sync: SyncLoop,
): Handlers => ({
  ...machineHandlers(desk, session, prints, sync),
  ...peopleHandlers(desk),
  ...calendarHandlers(desk),
  ...catalogueHandlers(desk),
  ...intakeHandlers(desk, session),
  ...dossierHandlers(desk, session),
  ...correctionHandlers(desk, session),
  ...officeHandlers(desk),
  ...cashHandlers(desk),
  ...syncHandlers(desk, sync),
});
