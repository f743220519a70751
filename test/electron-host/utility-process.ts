import { type ChildProcess, fork } from 'node:child_process';
import { Modelled, modelled } from './modelled.ts';

/** A process of plain Node with a `process.parentPort`, as Electron's utility processes have. */
class UtilityProcess extends Modelled {
  readonly #child: ChildProcess;

  constructor(child: ChildProcess) {
    super('utilityProcess instance');
    this.#child = child;
    child.on('message', (message) => this.emit('message', message));
    child.once('spawn', () => this.emit('spawn'));
    child.once('exit', (code) => this.emit('exit', code ?? 1));
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }
  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as object);
  }
  kill(): boolean {
    return this.#child.kill();
  }
}

export const utilityProcess = modelled('utilityProcess', {
  fork: (modulePath: string, args: readonly string[] = []): UtilityProcess =>
    new UtilityProcess(
      fork(modulePath, [...args], {
        execArgv: ['--import', new URL('parent-port.ts', import.meta.url).href],
        // Structured clones, so that a PDF stays bytes.
        serialization: 'advanced',
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      }),
    ),
});
