import type { Result } from '../result.ts';
import {
  type Answer,
  type DeskClient,
  type DeskEvent,
  type DeskEventName,
  deskEvents,
  type MethodName,
  type Refusals,
} from './desk-api.ts';
import type { Dispatch } from './dispatch.ts';

/** The part of a message port that Electron, Node and browsers have in common. */
export interface Port {
  postMessage(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}

interface Request {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}
/** A `fault` is a bug on the other side, never something an officer caused. */
type Reply =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly fault: string };
interface Push {
  readonly push: string;
  readonly value: unknown;
}

/**
 * Answers the calls that arrive on `port`.
 * @returns pushes an event to the other end
 */
export function serve(port: Port, dispatch: Dispatch): (name: DeskEventName, value: unknown) => void {
  port.onMessage((message) => {
    const { id, name, input } = message as Request;
    dispatch(name, input).then(
      (answer) => port.postMessage({ id, answer } satisfies Reply),
      (cause: unknown) =>
        port.postMessage({ id, fault: cause instanceof Error ? cause.message : 'fault' } satisfies Reply),
    );
  });
  return (name, value) => port.postMessage({ push: name, value } satisfies Push);
}

/** The other end of `serve`: what a screen calls. */
export function connect(port: Port): DeskClient {
  const waiting = new Map<number, PromiseWithResolvers<Result<unknown, Refusals>>>();
  const listeners = listenersOf();
  let last = 0;
  port.onMessage((message) => {
    const said = message as Reply | Push;
    if ('push' in said) return listeners.emit(said.push, said.value);
    const waiter = waiting.get(said.id);
    waiting.delete(said.id);
    if ('fault' in said) waiter?.reject(new Error(said.fault));
    else waiter?.resolve(said.answer as Result<unknown, Refusals>);
  });
  return {
    call: <M extends MethodName>(name: M, input: unknown) => {
      last += 1;
      const waiter = Promise.withResolvers<Result<unknown, Refusals>>();
      waiting.set(last, waiter);
      port.postMessage({ id: last, name, input } satisfies Request);
      return waiter.promise as Promise<Answer<M>>;
    },
    listen: listeners.add,
  };
}

/** Subscriptions by event name, for every carrier of the contract. */
export function listenersOf() {
  const byName = new Map<string, Set<(value: never) => void>>();
  return {
    add: <E extends DeskEventName>(name: E, listener: (value: DeskEvent<E>) => void): (() => void) => {
      const set = byName.get(name) ?? new Set();
      byName.set(name, set.add(listener));
      return () => set.delete(listener);
    },
    emit: (name: string, value: unknown): void => {
      if (!Object.hasOwn(deskEvents, name)) return;
      for (const listener of byName.get(name) ?? []) listener(value as never);
    },
  };
}
