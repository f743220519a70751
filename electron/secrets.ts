import { join } from 'node:path';
import { safeStorage } from 'electron';
import { FILE_SEAL, fileSecrets } from '../desk/browser-shell/file-secrets.ts';
import type { DeskPorts } from '../desk/ports.ts';

const SYSTEM_SEAL = 'system1:';

/**
 * Seals with the account's key ring (DPAPI, Keychain, libsecret). What the browser shell sealed before still opens.
 * On Linux without a key ring Electron falls back to a fixed key (`basic_text`): that is no protection, and is not
 * mistaken for one, since the desk only relies on the secret being there.
 */
export function systemSecrets(dataDir: string): DeskPorts['secrets'] {
  const inFile = fileSecrets(join(dataDir, 'secrets.key'));
  return {
    async seal(plain) {
      if (!(await safeStorage.isAsyncEncryptionAvailable()))
        throw new Error('The key ring of this account is closed');
      return SYSTEM_SEAL + (await safeStorage.encryptStringAsync(plain)).toString('base64');
    },
    async open(sealed) {
      if (sealed.startsWith(FILE_SEAL)) return inFile.open(sealed);
      if (!sealed.startsWith(SYSTEM_SEAL)) throw new Error('A secret that no shell has sealed');
      const bytes = Buffer.from(sealed.slice(SYSTEM_SEAL.length), 'base64');
      return (await safeStorage.decryptStringAsync(bytes)).result;
    },
  };
}
