import { createHash, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';

/** SHA-256 of the UTF-8 bytes of `text`, lower-case hexadecimal. */
export const sha256 = (text: string): string => hash('sha256', text, 'hex');

/** SHA-256 of bytes as they came, in the alphabet the place asks for. */
export const digestOf = (bytes: Uint8Array, encoding: 'base64' | 'hex'): string =>
  createHash('sha256').update(bytes).digest(encoding);

/**
 * The key behind 32 raw bytes in base64url, or null when they are none.
 * @source RFC 8037: an Ed25519 JSON Web Key carries exactly these bytes
 */
export function publicKeyOf(raw: string): KeyObject | null {
  if (!/^[A-Za-z0-9_-]{43}$/.test(raw) || Buffer.from(raw, 'base64url').toString('base64url') !== raw)
    return null;
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw }, format: 'jwk' });
}

/** The 32 raw bytes of a public or private key's public half, base64url. */
export function rawPublicOf(key: KeyObject): string {
  const { x } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' });
  if (x === undefined) throw new Error('Not an Ed25519 key');
  return x;
}

/** True when `signature` is the owner's over the UTF-8 bytes of `text`; base64 and base64url are both read. */
export function isSignedBy(rawKey: string, text: string, signature: string): boolean {
  const key = publicKeyOf(rawKey);
  return key !== null && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
}

/** Ed25519 over the UTF-8 bytes of `text`, base64url. */
export const signText = (key: KeyObject, text: string): string =>
  sign(null, Buffer.from(text), key).toString('base64url');
