/**
 * Source of what runs inside Chromium: each function is sent as its own text and may use nothing from outside itself.
 * The preload lives in a world of its own that shares the page's DOM but none of its objects; what `contextBridge`
 * hands over crosses in private events, whose details the browser clones from one world to the other.
 */

/** Text both ends understand. Only plain data crosses; what Electron would clone beyond that is not modelled. */
export function makeWire() {
  const missing = '\u0000undefined';
  return {
    encode: (value: unknown): string =>
      JSON.stringify(
        [value],
        function encodePart(this: Record<string, unknown>, key: string, shown: unknown) {
          const part = this[key];
          if (part === undefined) return missing;
          const kind = Object.prototype.toString.call(part);
          const plain = ['[object Object]', '[object Array]', '[object String]', '[object Number]'];
          if (!plain.includes(kind) && !['[object Boolean]', '[object Null]'].includes(kind)) {
            throw new Error(
              `An object could not be cloned (test double, not Electron: ${kind} is not modelled)`,
            );
          }
          return shown;
        },
      ),
    decode: (text: string): unknown =>
      (JSON.parse(text, (_key, part: unknown) => (part === missing ? undefined : part)) as unknown[])[0],
  };
}

type Crossing =
  | { readonly kind: 'data'; readonly data: unknown }
  | { readonly kind: 'list'; readonly items: Crossing[] }
  | { readonly kind: 'object'; readonly entries: [string, Crossing][] }
  | { readonly kind: 'function' | 'promise'; readonly id: number }
  | { readonly kind: 'error'; readonly message: string };

type Said =
  | { readonly say: 'hello' }
  | { readonly say: 'expose'; readonly key: string; readonly value: Crossing }
  | { readonly say: 'call'; readonly id: number; readonly call: number; readonly args: Crossing[] }
  | { readonly say: 'return' | 'throw'; readonly call: number; readonly value: Crossing }
  | { readonly say: 'resolve' | 'reject'; readonly id: number; readonly value: Crossing };

/** One end of `contextBridge`; both worlds hold one. @param channel a name no page can guess */
export function makeBridge(channel: string, side: 'main' | 'preload') {
  type Callable = (...args: unknown[]) => unknown;
  const functions = new Map<number, Callable>();
  const returned = new Map<number, Said>();
  const promises = new Map<number, PromiseWithResolvers<unknown>>();
  const exposed = new Map<string, Crossing>();
  let last = 0;

  const say = (said: Said): void => {
    const to = side === 'main' ? 'preload' : 'main';
    dispatchEvent(new CustomEvent(channel + to, { detail: said }));
  };
  const keep = <T>(map: Map<number, T>, value: T): number => {
    last += 1;
    map.set(last, value);
    return last;
  };

  function pack(value: unknown): Crossing {
    if (typeof value === 'function') return { kind: 'function', id: keep(functions, value as Callable) };
    if (value instanceof Promise) {
      last += 1;
      const id = last;
      value.then(
        (settled: unknown) => say({ say: 'resolve', id, value: pack(settled) }),
        (cause: unknown) => say({ say: 'reject', id, value: pack(cause) }),
      );
      return { kind: 'promise', id };
    }
    if (value instanceof Error) return { kind: 'error', message: value.message };
    if (Array.isArray(value)) return { kind: 'list', items: value.map(pack) };
    if (typeof value === 'object' && value !== null) {
      return { kind: 'object', entries: Object.entries(value).map(([key, part]) => [key, pack(part)]) };
    }
    return { kind: 'data', data: value };
  }

  function unpack(crossing: Crossing): unknown {
    switch (crossing.kind) {
      case 'data':
        return crossing.data;
      case 'error':
        return new Error(crossing.message);
      case 'list':
        return crossing.items.map(unpack);
      case 'object':
        return Object.fromEntries(crossing.entries.map(([key, part]) => [key, unpack(part)]));
      case 'promise': {
        const waiter = Promise.withResolvers<unknown>();
        promises.set(crossing.id, waiter);
        return waiter.promise;
      }
      case 'function':
        return (...args: unknown[]): unknown => callOther(crossing.id, args);
      default:
        return undefined;
    }
  }

  function callOther(id: number, args: readonly unknown[]): unknown {
    last += 1;
    const call = last;
    say({ say: 'call', id, call, args: args.map(pack) });
    const answer = returned.get(call);
    returned.delete(call);
    if (answer?.say === 'return') return unpack(answer.value);
    throw answer?.say === 'throw' ? unpack(answer.value) : new Error('The other world did not answer');
  }

  function hear(said: Said): void {
    switch (said.say) {
      case 'hello':
        for (const [key, value] of exposed) say({ say: 'expose', key, value });
        return;
      case 'expose':
        if (Object.hasOwn(globalThis, said.key)) return;
        Object.defineProperty(globalThis, said.key, { value: Object.freeze(unpack(said.value)) });
        return;
      case 'call':
        try {
          const value = functions.get(said.id)?.(...said.args.map(unpack));
          say({ say: 'return', call: said.call, value: pack(value) });
        } catch (cause) {
          say({ say: 'throw', call: said.call, value: pack(cause) });
        }
        return;
      case 'return':
      case 'throw':
        returned.set(said.call, said);
        return;
      case 'resolve':
        promises.get(said.id)?.resolve(unpack(said.value));
        promises.delete(said.id);
        return;
      case 'reject':
        promises.get(said.id)?.reject(unpack(said.value));
        promises.delete(said.id);
    }
  }

  addEventListener(channel + side, (event) => hear((event as CustomEvent<Said>).detail));
  // Whichever world starts first waits for the other.
  if (side === 'main') say({ say: 'hello' });
  return {
    expose: (key: string, api: unknown): void => {
      if (exposed.has(key))
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      const value = pack(api);
      exposed.set(key, value);
      say({ say: 'expose', key, value });
    },
  };
}

/** The preload's own copy of what `modelled.ts` does for the main process. */
export function makeGuard() {
  return <T extends object>(name: string, object: T): T =>
    new Proxy(object, {
      get(target, key): unknown {
        if (key in target || typeof key === 'symbol') return Reflect.get(target, key);
        throw new Error(`test double, not Electron: ${name}.${key} is not modelled`);
      },
    });
}

type Heard = (event: unknown, ...args: unknown[]) => void;
type Preload = (require: (name: string) => unknown, module: object, exports: object) => void;

/**
 * What a sandboxed preload finds: `require` knows nothing but `electron`.
 * @param binding posts to the main process
 * @param inbox where the main process posts to
 */
export function runPreload(
  names: { readonly binding: string; readonly inbox: string },
  wire: ReturnType<typeof makeWire>,
  bridge: ReturnType<typeof makeBridge>,
  guard: ReturnType<typeof makeGuard>,
  preload: Preload,
): void {
  const calls = new Map<number, PromiseWithResolvers<unknown>>();
  const listeners = new Map<string, Heard[]>();
  let last = 0;

  Reflect.set(globalThis, names.inbox, (text: string): void => {
    const said = wire.decode(text) as
      | { kind: 'reply'; id: number; value: unknown }
      | { kind: 'fault'; id: number; message: string }
      | { kind: 'send'; channel: string; args: unknown[] };
    if (said.kind === 'reply') calls.get(said.id)?.resolve(said.value);
    else if (said.kind === 'fault') calls.get(said.id)?.reject(new Error(said.message));
    else for (const heard of listeners.get(said.channel) ?? []) heard({}, ...said.args);
  });

  const ipcRenderer = guard('ipcRenderer', {
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      last += 1;
      const waiter = Promise.withResolvers<unknown>();
      calls.set(last, waiter);
      const post = Reflect.get(globalThis, names.binding) as (text: string) => void;
      post(wire.encode({ id: last, channel, args }));
      return waiter.promise;
    },
    on(channel: string, heard: Heard): void {
      listeners.set(channel, [...(listeners.get(channel) ?? []), heard]);
    },
    off(channel: string, heard: Heard): void {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((other) => other !== heard),
      );
    },
  });
  const contextBridge = guard('contextBridge', { exposeInMainWorld: bridge.expose });
  const module = { exports: {} };
  preload(
    (name) => {
      if (name === 'electron') return guard('electron', { contextBridge, ipcRenderer });
      throw new Error(`module not found: ${name}`);
    },
    module,
    module.exports,
  );
}
