import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';

/** SHA-256 of the UTF-8 bytes of `text`, lower-case hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** SHA-256 of bytes, standard base64: what a content digest carries. */
export const digestOfBytes = (bytes: string): string =>
  createHash('sha256').update(bytes, 'utf8').digest('base64');

export interface DeviceKey {
  /** Raw 32 bytes, base64url: what the district knows. */
  readonly publicKey: string;
  /** PKCS#8 PEM; leaves the process only sealed. */
  readonly privatePem: string;
}

export function makeDeviceKey(): DeviceKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: rawOf(publicKey),
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}

/** The public half of a stored private key. @throws Error if `privatePem` is no Ed25519 key */
export const publicOf = (privatePem: string): string => rawOf(createPublicKey(createPrivateKey(privatePem)));

export const privateKeyOf = (privatePem: string): KeyObject => createPrivateKey(privatePem);

/** Ed25519 over the UTF-8 bytes of `text`. */
export const signText = (text: string, key: KeyObject, encoding: 'base64' | 'base64url'): string =>
  sign(null, Buffer.from(text, 'utf8'), key).toString(encoding);

/** False for a wrong signature and for anything that is none. @param publicKey raw, base64url */
export function verifyText(text: string, signature: string, publicKey: string): boolean {
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(signature, 'base64url'));
}

function rawOf(key: KeyObject): string {
  const { x } = key.export({ format: 'jwk' });
  if (x === undefined) throw new Error('Not an Ed25519 key');
  return x;
}
