import { EventEmitter, once } from 'node:events';

/** Wakes readers who wait for rows of a stream. It reaches this process only: others' rows are found by asking. */
export interface Doorbell {
  readonly ring: (stream: string) => void;
  /** Returns at the next ring, after `ms`, or when `until` is aborted, whichever comes first. */
  readonly wait: (stream: string, ms: number, until: AbortSignal) => Promise<void>;
}

export function openDoorbell(): Doorbell {
  const bell = new EventEmitter().setMaxListeners(0);
  return {
    ring: (stream) => void bell.emit(stream),
    async wait(stream, ms, until) {
      const patience = AbortSignal.any([until, AbortSignal.timeout(ms)]);
      await once(bell, stream, { signal: patience }).catch((cause: unknown) => {
        if (!patience.aborted) throw cause;
      });
    },
  };
}
