import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { rawPublicOf, sha256, signText } from '../../district/sync/verify.ts';
import {
  type EnrolAnswer,
  enrolAnswer,
  type FeedPage,
  feedPage,
  type PushAnswer,
  type PushRequest,
  pushAnswer,
} from '../../shared/protocol/bodies.ts';
import { type EventEnvelope, eventLine, genesisHash, headBytes } from '../../shared/protocol/event.ts';
import { bodyVersion } from '../../shared/protocol/older-bodies.ts';
import {
  contentDigest,
  keyIdOf,
  signatureBase,
  signatureHeader,
  signatureInput,
} from '../../shared/protocol/request-signature.ts';

export const newKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;

type Enrolled = Pick<EnrolAnswer, 'device' | 'epoch' | 'stream' | 'districtKey' | 'deskDigit'>;

/** The whole of a desk that a district can see: a key, a chain, and requests signed with it. */
export class TestDevice {
  readonly app: FastifyInstance;
  readonly key: KeyObject;
  readonly id: string;
  readonly epoch: number;
  readonly stream: string;
  readonly districtKey: string;
  readonly deskDigit: number;
  readonly lines: string[] = [];

  constructor(app: FastifyInstance, key: KeyObject, enrolled: Enrolled) {
    this.app = app;
    this.key = key;
    this.id = enrolled.device;
    this.epoch = enrolled.epoch;
    this.stream = enrolled.stream;
    this.districtKey = enrolled.districtKey;
    this.deskDigit = enrolled.deskDigit;
  }

  static async enrol(app: FastifyInstance, code: string, key = newKey()): Promise<TestDevice> {
    const answer = await askToEnrol(app, { code, publicKey: rawPublicOf(key) });
    return new TestDevice(app, key, enrolAnswer.parse(answer.json()));
  }

  get enrolled(): Enrolled {
    const { id: device, epoch, stream, districtKey, deskDigit } = this;
    return { device, epoch, stream, districtKey, deskDigit };
  }

  /** The same machine in front of another server, or copied to another disk: same key, its own log from here. */
  twin(app = this.app): TestDevice {
    const twin = new TestDevice(app, this.key, this.enrolled);
    twin.lines.push(...this.lines);
    return twin;
  }

  /** Hash of the event at `seq`; the genesis hash for 0. */
  hashAt(seq: number): string {
    const line = this.lines[seq - 1];
    return line === undefined ? genesisHash : sha256(line);
  }

  /** Writes an event to the end of the chain. */
  write(fact: Partial<EventEnvelope> & Pick<EventEnvelope, 'type' | 'body'>): void {
    this.lines.push(eventLine(this.envelope(fact)));
  }

  envelope(fact: Partial<EventEnvelope> & Pick<EventEnvelope, 'type' | 'body'>): EventEnvelope {
    return {
      stream: this.stream,
      device: this.id,
      epoch: this.epoch,
      seq: this.lines.length + 1,
      prevHash: this.hashAt(this.lines.length),
      v: bodyVersion(fact.type),
      actor: 'trang',
      role: 'reception',
      deviceTime: '2025-05-20T02:00:00.000Z',
      catalogueEdition: 'test',
      calendarEdition: 'test',
      basedOn: null,
      attachments: [],
      ...fact,
    };
  }

  /** A batch of the chain from `from` to `to`, both included. */
  batch(from = 1, to = this.lines.length): PushRequest {
    const hash = this.hashAt(to);
    return {
      protocol: 1,
      device: this.id,
      epoch: this.epoch,
      fromSeq: from,
      prevHash: this.hashAt(from - 1),
      encoding: 'lines',
      lines: this.lines.slice(from - 1, to),
      head: { seq: to, hash, sig: signText(this.key, headBytes(this.id, this.epoch, to, hash)) },
    };
  }

  /** @throws when the answer is none of the protocol's to a push */
  async push(batch: PushRequest = this.batch()): Promise<PushAnswer> {
    return pushAnswer.parse((await this.post(batch)).json());
  }

  post(body: unknown): Promise<LightMyRequestResponse> {
    return this.send('POST', '/v1/events', JSON.stringify(body));
  }

  async feed(query = ''): Promise<FeedPage> {
    return feedPage.parse((await this.send('GET', `/v1/feed${query}`)).json());
  }

  /** A signed request; `tamper` changes headers after they were signed. */
  send(
    method: 'GET' | 'POST',
    url: string,
    payload = '',
    tamper: Record<string, string | undefined> = {},
  ): Promise<LightMyRequestResponse> {
    const headers = {
      ...signedHeaders(this, method, url, payload),
      'content-type': 'application/json',
      ...tamper,
    };
    const kept = Object.fromEntries(Object.entries(headers).filter((pair) => pair[1] !== undefined));
    return this.app.inject({ method, url, headers: kept, ...(method === 'POST' ? { payload } : {}) });
  }
}

export function signedHeaders(
  { id, epoch, key }: Pick<TestDevice, 'id' | 'epoch' | 'key'>,
  method: string,
  url: string,
  payload: string,
): Record<string, string> {
  const bodyDigest = createHash('sha256').update(payload).digest('base64');
  const [path = '', query = ''] = url.split('?');
  const keyId = keyIdOf(id, epoch);
  const base = signatureBase({ method, path, query: `?${query}`, bodyDigest }, keyId);
  return {
    'content-digest': contentDigest(bodyDigest),
    'signature-input': signatureInput(keyId),
    signature: signatureHeader(sign(null, Buffer.from(base), key).toString('base64')),
  };
}

export const askToEnrol = (
  app: FastifyInstance,
  body: {
    readonly code: string;
    readonly publicKey: string;
    readonly protocol?: number;
    readonly deviceName?: string;
  },
): Promise<LightMyRequestResponse> =>
  app.inject({
    method: 'POST',
    url: '/v1/enrolments',
    payload: { protocol: 1, deviceName: 'Máy quầy 1', ...body },
  });
