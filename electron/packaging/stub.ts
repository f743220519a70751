import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';

/** The two systems a desk is packed for; both x64. */
export type Platform = 'linux' | 'win32';

/** Says in the packed folder that its program is none. */
export const stubMark = 'STUB.txt';

/**
 * A folder that electron-builder takes for Electron's, where the real one cannot be had. What is packed around it is
 * real; the program in it does nothing.
 * @param version of Electron, as the program's version information says it
 */
export function writeStub(folder: string, platform: Platform, version: string): void {
  for (const name of ['resources', 'locales']) mkdirSync(join(folder, name), { recursive: true });
  for (const locale of ['vi', 'en-US', 'de']) writeFileSync(join(folder, 'locales', `${locale}.pak`), '');
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(join(folder, 'LICENSE'), 'Stub');
  writeFileSync(join(folder, 'LICENSES.chromium.html'), 'Stub');
  writeFileSync(
    join(folder, stubMark),
    'This folder was packed without Electron: its program does nothing.\n',
  );
  if (platform === 'win32') writeFileSync(join(folder, 'electron.exe'), emptyProgram(version));
  else writeFileSync(join(folder, 'electron'), '#!/bin/sh\nexit 1\n');
  if (platform === 'linux') chmodSync(join(folder, 'electron'), 0o755);
}

/** An empty Windows program with version information: electron-builder writes the archive's hash beside it. */
function emptyProgram(version: string): Uint8Array {
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program);
  const info = Resource.VersionInfo.createEmpty();
  const [major = 0, minor = 0, micro = 0] = version.split('.').map(Number);
  info.setFileVersion(major, minor, micro, 0, 1033);
  info.setStringValues({ lang: 1033, codepage: 1200 }, { FileDescription: 'Stub', ProductName: 'Stub' });
  info.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  return new Uint8Array(program.generate());
}
