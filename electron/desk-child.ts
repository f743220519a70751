import { utilityProcess } from 'electron';
import type { DeskClient } from '../shared/contract/desk-api.ts';
import { connect } from '../shared/contract/port.ts';
import { channel, type LifeNews, type Wire } from './channels.ts';
import { answerPorts, type PortCalls } from './desk-ports.ts';
import { type Launch, launchArgument } from './launch.ts';

export interface DeskChild {
  readonly client: DeskClient;
  /** Resolves when the process is gone; `expected` after `close`. */
  readonly gone: Promise<{ readonly expected: boolean }>;
  /** Lets the desk finish what it is writing. */
  readonly close: () => Promise<void>;
}

/**
 * Starts the desk in a process of its own and waits until it is open.
 * @throws Error with the desk's sentence when it cannot be opened
 */
export async function startDesk(modulePath: string, given: Launch, calls: PortCalls): Promise<DeskChild> {
  const child = utilityProcess.fork(modulePath, [launchArgument(given)], { serviceName: 'desk' });
  const wire: Wire = {
    postMessage: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', listener),
  };
  const life = channel(wire, 'life');
  const client = connect(channel(wire, 'contract'));
  answerPorts(channel(wire, 'ports'), calls);

  let closing = false;
  const gone = new Promise<{ expected: boolean }>((resolve) => {
    child.once('exit', () => resolve({ expected: closing }));
  });
  const opened = Promise.withResolvers<void>();
  life.onMessage((message) => {
    const news = message as LifeNews;
    if (news.kind === 'ready') return opened.resolve();
    opened.reject(new Error(news.sentence));
    child.kill();
  });
  await Promise.race([
    opened.promise,
    gone.then(() => Promise.reject(new Error('The desk ended before it was open'))),
  ]);
  return {
    client,
    gone,
    async close() {
      closing = true;
      life.postMessage('close');
      await gone;
    },
  };
}
