import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * One process per folder: a file names the holder, a socket takes the word of those who come later.
 * @param called when another one came
 * @returns lets go, or null when another process holds the folder: it has been told
 */
export function takeLock(folder: string, called: () => void): (() => void) | null {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'double.lock');
  const name = `double-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;
  const socket = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`);
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch {
    if (isAlive(Number(readFileSync(file, 'utf8')))) {
      connect(socket)
        .on('error', () => undefined)
        .end();
      return null;
    }
    writeFileSync(file, String(process.pid));
  }
  rmSync(socket, { force: true });
  const server = createServer((connection) => {
    connection.end();
    called();
  });
  server.listen(socket).unref();
  return () => {
    server.close();
    rmSync(file, { force: true });
  };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
