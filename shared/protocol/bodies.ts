import { z } from 'zod';
import { deskDigit, deviceId, officerId, sha256Hex, streamId } from '../domain/base/ids.ts';
import { role } from '../domain/base/roles.ts';
import { agency } from '../domain/catalogue/agency.ts';
import { canonical } from './canonical.ts';
import { signedHead } from './event.ts';

/** What travels between a desk and the district. Every answer of the district names its protocol version. */

export const maxBatchEvents = 1000;
export const maxBatchBytes = 512 * 1024;
export const maxFeedRows = 500;

/** `POST /v1/enrolments`: a one-time code, and the public key the device has just made. */
export const enrolRequest = z.strictObject({
  protocol: z.int(),
  /** 9 digits, given out by the district, good once. */
  code: z.string().regex(/^\d{9}$/),
  /** Ed25519, raw 32 bytes, base64url. */
  publicKey: z.string().length(43),
  deviceName: z.string().min(1).max(80),
});

export const enrolAnswer = z.strictObject({
  protocol: z.int(),
  status: z.literal('enrolled'),
  device: deviceId,
  epoch: z.int().min(1),
  stream: streamId,
  deskDigit,
  deskName: z.string(),
  agency,
  /** Signs acks; Ed25519, raw, base64url. */
  districtKey: z.string().length(43),
});
export type EnrolAnswer = z.infer<typeof enrolAnswer>;

/** What the district thinks of an event it has accepted; `needsReview` and `rejected` wait for a person. */
export const verdict = z.strictObject({
  outcome: z.enum(['accepted', 'needsReview', 'rejected']),
  /** A `ReviewCode` or a code of the district's own; empty when accepted. */
  code: z.string().max(60),
});
export type Verdict = z.infer<typeof verdict>;

/** `POST /v1/events`: a run of one device's chain, oldest first. `lines` are canonical texts of events. */
export const pushRequest = z.strictObject({
  protocol: z.int(),
  device: deviceId,
  epoch: z.int().min(1),
  fromSeq: z.int().min(1),
  prevHash: sha256Hex,
  encoding: z.literal('lines'),
  lines: z.array(z.string()).min(1).max(maxBatchEvents),
  /** Covers the last line. */
  head: signedHead,
});
export type PushRequest = z.infer<typeof pushRequest>;

/** The district's proof of receipt; the desk stores it before it says "đã gửi". */
export const ack = z.strictObject({
  device: deviceId,
  epoch: z.int().min(1),
  lastSeq: z.int().nonnegative(),
  lastHash: sha256Hex,
  feedHead: z.int().nonnegative(),
  serverTime: z.iso.datetime(),
  verdicts: z.array(z.strictObject({ seq: z.int().min(1), ...verdict.shape })),
  /** Ed25519 over `ackBytes`, base64url. */
  sig: z.string().max(100),
});
export type Ack = z.infer<typeof ack>;

/** The text an ack's signature covers: all of it but the signature. */
export const ackBytes = (one: Ack | Omit<Ack, 'sig'>): string =>
  canonical(Object.fromEntries(Object.entries(one).filter(([key]) => key !== 'sig')));

/** Why the rest of a batch was set aside (kept in quarantine, an incident is open). */
export const batchFault = z.enum([
  'not-canonical',
  'bad-shape',
  'wrong-device',
  'wrong-seq',
  'broken-chain',
  'bad-head',
]);

export const pushAnswer = z.discriminatedUnion('status', [
  /** All of the batch, or a valid prefix of it with the fault that stopped the rest. */
  z.strictObject({ protocol: z.int(), status: z.literal('ack'), ack, stopped: batchFault.nullable() }),
  /** The batch starts beyond what the district has. `lastHash` shows whether the two chains agree there. */
  z.strictObject({
    protocol: z.int(),
    status: z.literal('expected'),
    expected: z.int().min(1),
    lastHash: sha256Hex,
  }),
  /** The same place in the chain holds something else: the epoch is frozen, a person decides. */
  z.strictObject({ protocol: z.int(), status: z.literal('fork'), seq: z.int().min(1) }),
]);
export type PushAnswer = z.infer<typeof pushAnswer>;

/** An officer of the commune as the desks need to know them; the verifier is an argon2id string. */
export const officerRecord = z.strictObject({
  id: officerId,
  name: z.string().min(1),
  roles: z.array(role).min(1),
  pinVerifier: z.string(),
  active: z.boolean(),
});
export type OfficerRecord = z.infer<typeof officerRecord>;

/**
 * One row of a stream's feed. `body` is text so that its bytes are beyond doubt: for `event` the event's line,
 * for others canonical JSON. A kind the desk does not know is stored and left for a later version.
 */
export const feedRow = z.strictObject({
  feedSeq: z.int().min(1),
  kind: z.string().min(1).max(40),
  body: z.string(),
  /** Only for `event`. */
  verdict: verdict.nullable(),
});
export type FeedRow = z.infer<typeof feedRow>;

/** The text that, after the running hash before it, gives the running hash at a row. */
export const feedRowBytes = (previousHash: string, row: FeedRow): string =>
  canonical({ previousHash, feedSeq: row.feedSeq, kind: row.kind, body: row.body, verdict: row.verdict });

/** `GET /v1/feed?after=N`: rows N+1 … in one order without gaps. */
export const feedPage = z.strictObject({
  protocol: z.int(),
  status: z.literal('page'),
  after: z.int().nonnegative(),
  rows: z.array(feedRow).max(maxFeedRows),
  /** Running hash after the last row here (of `after` when there is none): held against the desk's own. */
  runningHash: sha256Hex,
  feedHead: z.int().nonnegative(),
  serverTime: z.iso.datetime(),
});
export type FeedPage = z.infer<typeof feedPage>;

/** RFC 9457 problem, with the code that a desk acts on. */
export const problem = z.object({
  protocol: z.int(),
  status: z.literal('problem'),
  code: z.enum([
    'bad-request',
    'unknown-device',
    'bad-signature',
    'device-revoked',
    'epoch-frozen',
    'code-unknown',
    'code-used',
    'protocol-too-old',
    'protocol-too-new',
    'not-durable',
    'too-large',
    'busy',
  ]),
  title: z.string(),
});
export type ProblemCode = z.infer<typeof problem>['code'];
