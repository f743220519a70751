import type { ProblemCode } from '../shared/protocol/bodies.ts';
import { protocolFloor, protocolVersion } from '../shared/protocol/version.ts';

/** What a refused request is told. Titles are for logs and people who read the wire; desks act on the code. */
const problems: Record<ProblemCode, { readonly http: number; readonly title: string }> = {
  'bad-request': { http: 400, title: 'The request is not of this protocol' },
  'unknown-device': { http: 401, title: 'No such device is enrolled here' },
  'bad-signature': { http: 401, title: 'The request is not signed by the device it names' },
  'device-revoked': { http: 403, title: 'This epoch of the device has been revoked' },
  'epoch-frozen': { http: 409, title: 'Two chains claim to be this device; a person decides' },
  'code-unknown': { http: 404, title: 'No such enrolment code' },
  'code-used': { http: 409, title: 'The enrolment code has been used by another device' },
  'protocol-too-old': {
    http: 400,
    title: `The desk speaks a protocol older than ${protocolFloor}; it needs an update`,
  },
  'protocol-too-new': { http: 400, title: `This server speaks protocol ${protocolVersion} and no newer` },
  'not-durable': { http: 403, title: 'This server may lose what it acknowledges and enrols no real desk' },
  'too-large': { http: 413, title: 'The request is larger than this server reads' },
  busy: { http: 503, title: 'The server cannot answer now; try again later' },
};

/** RFC 9457 body of a refusal, and the HTTP status it is sent with. */
export function problemOf(code: ProblemCode) {
  const { http, title } = problems[code];
  return { http, body: { protocol: protocolVersion, status: 'problem', code, title } as const };
}
