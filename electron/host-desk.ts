import type { Desk } from '../desk/desk.ts';
import type { DeskPorts } from '../desk/ports.ts';
import { serve } from '../shared/contract/port.ts';
import { channel, type LifeNews, type Wire } from './channels.ts';
import { askPorts } from './desk-ports.ts';

/**
 * Opens a desk at this end of the wire and serves the contract to the other end, which holds the window and the
 * machine's ports. The process ends when it is told to close, or when the desk cannot be opened.
 * @param end ends this process
 */
export async function hostDesk(
  wire: Wire,
  open: (ports: DeskPorts) => Promise<Desk>,
  end: (code: number) => void,
): Promise<void> {
  const life = channel(wire, 'life');
  const tell = (news: LifeNews): void => life.postMessage(news);
  try {
    const desk = await open(askPorts(channel(wire, 'ports')));
    const connection = desk.connect();
    const push = serve(channel(wire, 'contract'), connection.dispatch);
    desk.listen(push);
    life.onMessage((message) => {
      if (message !== 'close') return;
      connection.close();
      desk.close().then(
        () => end(0),
        (cause: unknown) => {
          console.error(cause);
          end(1);
        },
      );
    });
    tell({ kind: 'ready' });
  } catch (cause) {
    tell({ kind: 'failed', sentence: cause instanceof Error ? cause.message : String(cause) });
    if (!isForPeople(cause)) console.error(cause);
  }
}

/** It has its sentence already: the officer's to mend, and nothing to look for in a log. */
const isForPeople = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'DESK_CLOSED';
