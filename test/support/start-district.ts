import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { demoStream } from '../../district/demo.ts';
import type { Figures } from './figures.ts';

const firstLine = z.object({
  url: z.url(),
  store: z.string(),
  durable: z.boolean(),
  codes: z.array(z.string()).default([]),
});

/** A district server in a process of its own, as `npm run district` starts it. */
export interface RunningDistrict extends z.infer<typeof firstLine> {
  readonly figures: () => Promise<Figures>;
  readonly kill: () => void;
  readonly stop: () => Promise<void>;
}

export async function startDistrict({
  dataDir,
  args = [],
  port = 0,
}: {
  readonly dataDir: string;
  readonly args?: readonly string[];
  readonly port?: number;
}): Promise<RunningDistrict> {
  const main = join(import.meta.dirname, '../../district/main.ts');
  const child = spawn(process.execPath, [main, '--port', String(port), '--data-dir', dataDir, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Whatever ends this process ends its district.
  process.once('exit', () => child.kill('SIGKILL'));
  let log = '';
  child.stderr.on('data', (text: Buffer) => {
    log += text.toString();
  });
  const [line] = (await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`The district ended with ${String(code)}:\n${log}`);
    }),
  ])) as [string];
  const said = firstLine.parse(JSON.parse(line));
  return {
    ...said,
    async figures() {
      const response = await fetch(new URL(`/v1/streams/${demoStream}/digest`, said.url));
      return (await response.json()) as Figures;
    },
    kill: () => void child.kill('SIGKILL'),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
