import type { ProblemCode } from '../../shared/protocol/bodies.ts';
import { contentDigest, readSignature, signatureBase } from '../../shared/protocol/request-signature.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Db } from '../rows.ts';
import { digestOf, isSignedBy } from '../sync/verify.ts';
import { type Device, findDevice } from './devices.ts';

/** A request as it came, before anybody believed it. */
export interface UntrustedRequest {
  readonly method: string;
  /** Path and query exactly as on the request line. */
  readonly target: string;
  readonly contentDigest: string | undefined;
  readonly signatureInput: string | undefined;
  readonly signature: string | undefined;
  readonly body: Uint8Array;
}

/** The device that signed the request. No clock has a say in it, and a replay does nothing twice. */
export async function authenticate(db: Db, request: UntrustedRequest): Promise<Result<Device, ProblemCode>> {
  const claimed = readSignature(request.signatureInput, request.signature);
  const bodyDigest = digestOf(request.body, 'base64');
  if (claimed === null || request.contentDigest !== contentDigest(bodyDigest)) return err('bad-signature');
  const device = await findDevice(db, claimed.device, claimed.epoch);
  if (device === null) return err('unknown-device');
  const base = signatureBase(
    { method: request.method, ...splitTarget(request.target), bodyDigest },
    claimed.keyId,
  );
  if (!isSignedBy(device.publicKey, base, claimed.signature)) return err('bad-signature');
  return device.revoked ? err('device-revoked') : ok(device);
}

/** `?` alone stands for no query (RFC 9421, 2.2.7). */
function splitTarget(target: string): { readonly path: string; readonly query: string } {
  const start = target.indexOf('?');
  if (start === -1) return { path: target, query: '?' };
  return { path: target.slice(0, start), query: target.slice(start) };
}
