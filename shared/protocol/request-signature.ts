/**
 * Requests of an enrolled device carry an HTTP message signature (RFC 9421) in this one profile: Ed25519 over
 * method, path, query and content digest, key id `device.epoch`. There is no `created`: no clock decides whether
 * a request is let in, and a replay does nothing twice.
 */
export interface SignedParts {
  readonly method: string;
  /** Path with a leading slash, without the query. */
  readonly path: string;
  /** With the leading `?`, or `?` alone when there is none (RFC 9421, 2.2.7). */
  readonly query: string;
  /** Base64 (standard alphabet) of the SHA-256 of the body's bytes; of no bytes for GET. */
  readonly bodyDigest: string;
}

const covered = '("@method" "@path" "@query" "content-digest")';

export const keyIdOf = (device: string, epoch: number): string => `${device}.${epoch}`;

export const contentDigest = (bodyDigest: string): string => `sha-256=:${bodyDigest}:`;

export const signatureInput = (keyId: string): string => `desk=${covered};keyid="${keyId}";alg="ed25519"`;

/** The text that is signed. */
export const signatureBase = (parts: SignedParts, keyId: string): string =>
  [
    `"@method": ${parts.method}`,
    `"@path": ${parts.path}`,
    `"@query": ${parts.query}`,
    `"content-digest": ${contentDigest(parts.bodyDigest)}`,
    `"@signature-params": ${covered};keyid="${keyId}";alg="ed25519"`,
  ].join('\n');

/** @param signature base64, standard alphabet */
export const signatureHeader = (signature: string): string => `desk=:${signature}:`;

/** Device, epoch and signature named by the two headers, or null when they are not of this profile. */
export function readSignature(
  input: string | undefined,
  signature: string | undefined,
): {
  readonly device: string;
  readonly epoch: number;
  readonly keyId: string;
  readonly signature: string;
} | null {
  const keyId = /;keyid="([0-9a-f-]{36})\.(\d{1,9})";alg="ed25519"$/.exec(input ?? '');
  const value = /^desk=:([A-Za-z0-9+/]{86}==):$/.exec(signature ?? '');
  if (keyId?.[1] === undefined || value?.[1] === undefined) return null;
  const id = `${keyId[1]}.${keyId[2]}`;
  if (input !== signatureInput(id)) return null;
  return { device: keyId[1], epoch: Number(keyId[2]), keyId: id, signature: value[1] };
}
