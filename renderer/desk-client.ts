import type { Answer, DeskClient, Input, MethodName } from '../shared/contract/desk-api.ts';
import { listenersOf } from '../shared/contract/port.ts';

declare global {
  interface Window {
    /** Put there by the desktop shell's preload; absent in a browser. */
    readonly desk?: DeskClient;
  }
}

/** The desk, by whichever carrier this page was opened through. Once per page: in a browser it opens a stream. */
export const deskClient = (page: Window): DeskClient => page.desk ?? loopbackClient(page);

/**
 * Calls by POST, events by a stream that the browser reopens by itself. A refusal is an answer; a host that is
 * gone, or a bug behind it, rejects.
 */
function loopbackClient(page: Window): DeskClient {
  const listeners = listenersOf();
  const events = new EventSource('/events');
  events.addEventListener('message', (message: MessageEvent<string>) => {
    const { name, value } = JSON.parse(message.data) as { name: string; value: unknown };
    listeners.emit(name, value);
  });
  return {
    call: async <M extends MethodName>(name: M, input: Input<M>): Promise<Answer<M>> => {
      const response = await page.fetch('/call', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ name, input }),
      });
      if (response.status !== 200 && response.status !== 500)
        throw new Error(`The desk answered ${response.status}`);
      const said = (await response.json()) as { answer: Answer<M> } | { fault: string };
      if ('fault' in said) throw new Error(said.fault);
      return said.answer;
    },
    listen: listeners.add,
  };
}
