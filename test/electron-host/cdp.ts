import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: object;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** One attached page, or the browser itself. Events are emitted under their protocol names. */
export class CdpSession extends EventEmitter {
  readonly send: <T = object>(method: string, params?: object) => Promise<T>;
  constructor(send: (method: string, params: object) => Promise<unknown>) {
    super();
    this.setMaxListeners(0);
    this.send = <T>(method: string, params: object = {}) => send(method, params) as Promise<T>;
  }
}

/** The few parts of the Chrome DevTools Protocol's transport that the double needs. */
export class Cdp {
  readonly browser: CdpSession;
  readonly #socket: WebSocket;
  readonly #sessions = new Map<string, CdpSession>();
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #last = 0;

  constructor(socket: WebSocket) {
    this.#socket = socket;
    this.browser = new CdpSession((method, params) => this.#send(method, params));
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data)) as Message));
    socket.addEventListener('close', () => {
      for (const waiter of this.#waiting.values()) waiter.reject(new Error('The browser is gone'));
      this.#waiting.clear();
      this.browser.emit('gone');
    });
  }

  async attach(targetId: string): Promise<CdpSession> {
    const { sessionId } = await this.browser.send<{ sessionId: string }>('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    const session = new CdpSession((method, params) => this.#send(method, params, sessionId));
    this.#sessions.set(sessionId, session);
    return session;
  }

  #send(method: string, params: object, sessionId?: string): Promise<unknown> {
    this.#last += 1;
    const waiter = Promise.withResolvers<unknown>();
    this.#waiting.set(this.#last, waiter);
    this.#socket.send(JSON.stringify({ id: this.#last, method, params, sessionId }));
    return waiter.promise;
  }

  #receive({ id, sessionId, method, params, result, error }: Message): void {
    if (id === undefined) {
      const session = sessionId === undefined ? this.browser : this.#sessions.get(sessionId);
      session?.emit(method ?? '', params);
      return;
    }
    const waiter = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiter?.resolve(result);
    else waiter?.reject(new Error(error.message));
  }
}

export interface Chromium {
  readonly cdp: Cdp;
  readonly process: ChildProcess;
  /** Where others may attach as well. */
  readonly address: string;
}

const STARTED = /DevTools listening on (ws:\S+)/;

export async function startChromium(program: string, args: readonly string[]): Promise<Chromium> {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const started = Promise.withResolvers<string>();
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    log += text;
    const [, address] = STARTED.exec(log) ?? [];
    if (address !== undefined) started.resolve(address);
  });
  child.once('error', started.reject);
  child.once('exit', (code) => started.reject(new Error(`Chromium ended with ${code}:\n${log}`)));
  const address = await started.promise;
  const socket = new WebSocket(address);
  const open = Promise.withResolvers<void>();
  socket.addEventListener('open', () => open.resolve());
  socket.addEventListener('error', () => open.reject(new Error('Chromium did not answer')));
  await open.promise;
  return { cdp: new Cdp(socket), process: child, address };
}
