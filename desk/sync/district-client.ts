import type { z } from 'zod';
import { type Refusal, type RefusalCode, refuse } from '../../shared/contract/refusal.ts';
import {
  type EnrolAnswer,
  enrolAnswer,
  type FeedPage,
  feedPage,
  maxFeedRows,
  type ProblemCode,
  type PushAnswer,
  type PushRequest,
  problem,
  pushAnswer,
} from '../../shared/protocol/bodies.ts';
import { readJson } from '../../shared/protocol/limits.ts';
import {
  contentDigest,
  keyIdOf,
  signatureBase,
  signatureHeader,
  signatureInput,
} from '../../shared/protocol/request-signature.ts';
import { protocolVersion } from '../../shared/protocol/version.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Enrolled } from '../machine/enrolled.ts';
import { digestOfBytes, signText } from '../machine/keys.ts';

/** Why a request brought nothing: the line, something that is not the district, or the district's own word. */
export type LineFault =
  | { readonly kind: 'offline'; readonly detail: string }
  | { readonly kind: 'captive-portal'; readonly detail: string }
  | { readonly kind: 'server-error'; readonly detail: string }
  | { readonly kind: 'problem'; readonly code: ProblemCode; readonly detail: string };

type Fetch = typeof globalThis.fetch;

/** Sends a run of the chain. Only an answer of the protocol's own shape counts; a portal's 200 does not. */
export const push = (
  fetch: Fetch,
  who: Enrolled,
  request: Omit<PushRequest, 'protocol'>,
  signal: AbortSignal,
): Promise<Result<PushAnswer, LineFault>> =>
  signed(
    fetch,
    who,
    'POST',
    '/v1/events',
    JSON.stringify({ protocol: protocolVersion, ...request }),
    signal,
    pushAnswer,
  );

/** The feed after `after`, at most `maxFeedRows` rows. */
export const pull = (
  fetch: Fetch,
  who: Enrolled,
  after: number,
  signal: AbortSignal,
): Promise<Result<FeedPage, LineFault>> =>
  signed(fetch, who, 'GET', `/v1/feed?after=${after}&limit=${maxFeedRows}`, '', signal, feedPage);

/** Shows the one-time code and the public key; the answer says who this machine is. */
export async function askToEnrol(
  fetch: Fetch,
  districtUrl: string,
  request: { readonly code: string; readonly publicKey: string; readonly deviceName: string },
): Promise<Result<EnrolAnswer, Refusal>> {
  const answer = await exchange(
    fetch,
    new URL('/v1/enrolments', districtUrl),
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ protocol: protocolVersion, ...request }),
    },
    enrolAnswer,
  );
  return answer.ok ? answer : err(refuse(enrolRefusal(answer.error)));
}

function enrolRefusal(fault: LineFault): RefusalCode {
  if (fault.kind === 'offline' || fault.kind === 'server-error') return 'district-unreachable';
  if (fault.kind === 'captive-portal') return 'not-the-district';
  const codes: Partial<Record<ProblemCode, RefusalCode>> = {
    'code-unknown': 'enrol-code-unknown',
    'code-used': 'enrol-code-used',
    'protocol-too-old': 'update-needed',
    'not-durable': 'district-not-durable',
  };
  return codes[fault.code] ?? 'district-refused';
}

function signed<T extends z.ZodType>(
  fetch: Fetch,
  who: Enrolled,
  method: 'GET' | 'POST',
  target: string,
  body: string,
  signal: AbortSignal,
  shape: T,
): Promise<Result<z.infer<T>, LineFault>> {
  const url = new URL(target, who.districtUrl);
  const bodyDigest = digestOfBytes(body);
  const keyId = keyIdOf(who.device, who.epoch);
  const base = signatureBase({ method, path: url.pathname, query: url.search || '?', bodyDigest }, keyId);
  const headers: Record<string, string> = {
    'content-digest': contentDigest(bodyDigest),
    'signature-input': signatureInput(keyId),
    signature: signatureHeader(signText(base, who.key, 'base64')),
  };
  if (method === 'POST') headers['content-type'] = 'application/json';
  return exchange(fetch, url, { method, headers, signal, ...(method === 'POST' ? { body } : {}) }, shape);
}

async function exchange<T extends z.ZodType>(
  fetch: Fetch,
  url: URL,
  init: RequestInit,
  shape: T,
): Promise<Result<z.infer<T>, LineFault>> {
  try {
    // A redirect is a portal's way of answering; the district never sends one.
    const response = await fetch(url, { ...init, redirect: 'manual' });
    return read(response.status, await response.text(), shape);
  } catch (cause) {
    // fetch throws for the line and for nothing else here: the answer is checked as data.
    return err({ kind: 'offline', detail: lineDetail(cause) });
  }
}

function read<T extends z.ZodType>(status: number, text: string, shape: T): Result<z.infer<T>, LineFault> {
  const body = readJson(text);
  const answer = shape.safeParse(body);
  if (status === 200 && answer.success) return ok(answer.data);
  const trouble = problem.safeParse(body);
  if (trouble.success) {
    if (trouble.data.code === 'busy') return err({ kind: 'server-error', detail: 'busy' });
    return err({ kind: 'problem', code: trouble.data.code, detail: trouble.data.title });
  }
  if (status >= 500) return err({ kind: 'server-error', detail: `HTTP ${status}` });
  return err({ kind: 'captive-portal', detail: `HTTP ${status}` });
}

function lineDetail(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown';
  const inner = cause.cause;
  if (inner instanceof Error && 'code' in inner && typeof inner.code === 'string') return inner.code;
  return cause.name;
}
