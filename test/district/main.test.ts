import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { problem } from '../../shared/protocol/bodies.ts';

const program = fileURLToPath(new URL('../../district/main.ts', import.meta.url));
const dataDir = mkdtempSync(join(tmpdir(), 'district-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

const spoken = z.strictObject({
  url: z.url(),
  store: z.literal('pglite'),
  durable: z.literal(false),
  codes: z.array(z.string()).optional(),
});

function start(args: readonly string[]) {
  const env = { ...process.env, DATABASE_URL: '' };
  const child = spawn(process.execPath, [program, '--port', '0', ...args], { env });
  const said: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
  return { child, said: () => said.join('') };
}

async function firstLine(child: ChildProcessWithoutNullStreams) {
  for await (const line of createInterface(child.stdout)) return spoken.parse(JSON.parse(line));
  throw new Error('It said nothing');
}

async function stop(child: ChildProcessWithoutNullStreams): Promise<unknown> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  return (await ended)[0];
}

describe('district/main.ts', () => {
  test('--demo says where it listens and which codes enrol, keeps its folder, and stops when told', async () => {
    const first = start(['--demo', '--data-dir', dataDir]);
    const { url, codes } = await firstLine(first.child);
    expect(codes).toEqual(['100000001', '100000002']);
    const health = await fetch(new URL('/v1/health', url));
    expect(await health.json()).toEqual({ protocol: 1, status: 'ok', durable: false });
    expect(first.said()).toContain('may lose what it acknowledged');
    expect(await stop(first.child)).toBe(0);

    const second = start(['--data-dir', dataDir]);
    const again = await firstLine(second.child);
    const answer = await fetch(new URL('/v1/enrolments', again.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ protocol: 1, code: '100000001', publicKey: 'A'.repeat(43), deviceName: 'x' }),
    });
    expect(problem.parse(await answer.json()).code).toBe('not-durable');
    expect(await stop(second.child)).toBe(0);
  }, 60_000);

  test('without a place to keep data it says so and ends', async () => {
    const { child, said } = start([]);
    const [code] = await once(child, 'exit');
    expect(code).toBe(1);
    expect(said()).toContain('--data-dir');
  }, 20_000);
});
