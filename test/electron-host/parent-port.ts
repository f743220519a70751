import { EventEmitter } from 'node:events';

/** Loaded ahead of a utility process's own module: messages wait until somebody listens, as in Electron. */
class ParentPort extends EventEmitter {
  readonly #early: unknown[] = [];

  constructor() {
    super();
    process.on('message', (data) => {
      if (!this.emit('message', { data, ports: [] })) this.#early.push(data);
    });
    this.on('newListener', (event) => {
      if (event !== 'message') return;
      const waiting = this.#early.splice(0);
      queueMicrotask(() => {
        for (const data of waiting) this.emit('message', { data, ports: [] });
      });
    });
  }

  postMessage(message: unknown): void {
    process.send?.(message);
  }
}

Object.defineProperty(process, 'parentPort', { value: new ParentPort() });
// Electron ends its utility processes with the app, however that ended.
process.once('disconnect', () => process.exit(1));
