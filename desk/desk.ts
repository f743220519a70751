import type { DeskEvent, DeskEventName } from '../shared/contract/desk-api.ts';
import type { Dispatch } from '../shared/contract/dispatch.ts';

/** One window, tab or test talking to the desk; it has its own signed-in officer. */
export interface DeskConnection {
  readonly dispatch: Dispatch;
  /** Its last window was closed or died; whoever is signed in may open one again. */
  readonly release: () => void;
  readonly close: () => void;
}

/** An open desk: a library without a screen, a shell or a global. */
export interface Desk {
  readonly connect: () => DeskConnection;
  /** The listener hears the present state at once, then every change. @returns ends the subscription */
  readonly listen: (listener: <E extends DeskEventName>(name: E, value: DeskEvent<E>) => void) => () => void;
  /** Stops sync and printing, signs the head, closes the database. */
  readonly close: () => Promise<void>;
}
