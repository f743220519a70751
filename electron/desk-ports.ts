import type { DeskPorts } from '../desk/ports.ts';
import type { Port } from '../shared/contract/port.ts';

/** Every port as a flat row; the desk process holds the asking end, the main process the answering end. */
export interface PortCalls {
  readonly renderPdf: DeskPorts['renderPdf'];
  readonly print: DeskPorts['print'];
  readonly seal: DeskPorts['secrets']['seal'];
  readonly open: DeskPorts['secrets']['open'];
}

interface Asked {
  readonly id: number;
  readonly port: keyof PortCalls;
  readonly input: unknown;
}
type Told =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly fault: string };

/** The answering end, where the machine is. */
export function answerPorts(port: Port, calls: PortCalls): void {
  port.onMessage((message) => {
    const { id, port: name, input } = message as Asked;
    const call = calls[name] as (input: unknown) => Promise<unknown>;
    call(input).then(
      (value) => port.postMessage({ id, value } satisfies Told),
      (cause: unknown) =>
        port.postMessage({ id, fault: cause instanceof Error ? cause.message : 'fault' } satisfies Told),
    );
  });
}

/** The asking end: ports as the desk knows them. */
export function askPorts(port: Port): DeskPorts {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  port.onMessage((message) => {
    const told = message as Told;
    const waiter = waiting.get(told.id);
    waiting.delete(told.id);
    if ('fault' in told) waiter?.reject(new Error(told.fault));
    else waiter?.resolve(told.value);
  });
  const ask =
    <K extends keyof PortCalls>(name: K) =>
    (input: Parameters<PortCalls[K]>[0]): ReturnType<PortCalls[K]> => {
      last += 1;
      const waiter = Promise.withResolvers<unknown>();
      waiting.set(last, waiter);
      port.postMessage({ id: last, port: name, input } satisfies Asked);
      return waiter.promise as ReturnType<PortCalls[K]>;
    };
  return {
    renderPdf: ask('renderPdf'),
    print: ask('print'),
    secrets: { seal: ask('seal'), open: ask('open') },
  };
}
