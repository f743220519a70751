import { describe, expect, test } from 'vitest';
import { putOfficer } from '../../../district/machine/officers.ts';
import { moment } from '../../../shared/domain/base/local-date.ts';
import type { Role } from '../../../shared/domain/base/roles.ts';
import type { TestDevice } from '../device.ts';
import { dossierId, ready, receive } from '../facts.ts';
import { districtForFile } from '../support.ts';

const district = districtForFile();

/** Of each: a dossier whose term is counted, as a counter has received it on 20 May 2025 at nine. */
const counted = { dueReason: 'counted', dueAt: moment('2025-05-27T09:00') } as const;
const basedOn = { dossier: dossierId(1), version: 1 };
const at = '2025-05-20T16:00';
const long = '1970-01-01T00:00:00.000Z';

type Actor = Partial<{ actor: string; role: Role; deviceTime: string; v: number }>;
const leader: Actor = { actor: 'quy', role: 'leader' };
const boss: Actor = { actor: 'mai', role: 'supervisor' };

const say = (device: TestDevice, type: string, body: Record<string, unknown>, by: Actor = {}): void =>
  device.write({ type, basedOn, body, ...by });

function processed(device: TestDevice): void {
  receive(device, 1, counted);
  say(device, 'dossier.forwarded', { at, unit: 'Tư pháp', officer: null, note: '' });
}
function submitted(device: TestDevice): void {
  processed(device);
  say(device, 'dossier.submittedForApproval', { at, note: '' }, { actor: 'hanh', role: 'specialist' });
}
const sign = (device: TestDevice): void => say(device, 'dossier.signed', { at, note: '' }, leader);

const supplement = {
  at,
  items: ['Trích lục'],
  reason: 'Thiếu',
  legalBasis: 'Điều 36',
  answerBy: '2025-07-01',
};
const asking = (approvedBy: string) => ({ ...supplement, approvedBy });
const nothing = {
  applicant: null,
  clash: null,
  submitter: null,
  procedure: null,
  legs: null,
  due: null,
  papers: null,
  certified: null,
  fee: null,
  note: null,
};
const correction = (changes: Record<string, unknown>, approvedBy = 'mai') => ({
  at,
  reason: 'sai',
  approvedBy,
  changes: { ...nothing, ...changes },
});
const person = {
  name: 'Nguyễn Thị Hoa',
  idNumber: '001189012345',
  idKind: null,
  otherNumbers: [],
  birthDate: '1989-02-30',
  sex: 'female',
  phone: '',
  address: '',
} as const;
/** A second person agrees, and the counter does it. */
function agreed(device: TestDevice, act: string, body: Record<string, unknown>, by: Actor): void {
  say(device, 'consent.given', { at: body['at'], to: { act, body } }, by);
  say(device, act, body);
}
const promise = { at, reason: 'chờ', oldDueAt: counted.dueAt };

interface Case {
  readonly name: string;
  readonly write: (device: TestDevice) => void;
  readonly says: string;
}
const cases: readonly Case[] = [
  {
    name: 'an agency’s share that is due before the receipt',
    write: (device) =>
      receive(device, 1, { legs: [{ agency: 'Công an', termText: '', dueAt: moment('2025-05-19T09:00') }] }),
    says: 'due-before-receipt',
  },
  {
    name: 'a date corrected to before the receipt',
    write(device) {
      receive(device, 1, counted);
      const due = { at: '2025-05-19T09:00', reason: 'entered', measuredAt: '2025-05-19T09:00' };
      say(device, 'dossier.corrected', correction({ due }), boss);
    },
    says: 'due-before-receipt',
  },
  {
    name: 'a new date before the receipt',
    write(device) {
      processed(device);
      const body = { ...promise, signedBy: 'quy', newDueAt: '2025-05-19T09:00' };
      say(device, 'dossier.rescheduled', body, leader);
    },
    says: 'due-before-receipt',
  },
  {
    name: 'a second new date with a second apology',
    write(device) {
      processed(device);
      const body = { ...promise, signedBy: 'quy', newDueAt: '2025-06-02T09:00' };
      say(device, 'dossier.rescheduled', body, leader);
      const again = { ...body, oldDueAt: body.newDueAt, newDueAt: '2025-06-04T09:00' };
      say(device, 'dossier.rescheduled', again, leader);
    },
    says: 'rescheduled-twice',
  },
  {
    name: 'a birth on a day that no calendar has, at the receipt',
    write: (device) => receive(device, 1, { applicant: person }),
    says: 'date-unreal',
  },
  {
    name: 'the same in a correction',
    write(device) {
      receive(device, 1, counted);
      say(device, 'dossier.corrected', correction({ applicant: person }), boss);
    },
    says: 'date-unreal',
  },
  {
    name: 'the same on a slip at the counter',
    write: (device) =>
      say(device, 'intake.refused', {
        at,
        applicant: person,
        procedure: { code: '2.000815', name: 'Chứng thực', field: '' },
        reason: 'không thuộc thẩm quyền',
      }),
    says: 'date-unreal',
  },
  {
    name: 'a supplement asked for with nobody’s consent: kept, and not applied',
    write(device) {
      processed(device);
      say(device, 'dossier.supplementRequested', asking('trang'));
    },
    says: 'no-consent',
  },
  {
    name: 'the same as builds recorded it that asked nobody',
    write(device) {
      processed(device);
      const { answerBy: _, ...older } = asking('trang');
      say(device, 'dossier.supplementRequested', older, { v: 1 });
    },
    says: 'consent-doubtful',
  },
  {
    name: 'a supplement a superior agreed to',
    write(device) {
      processed(device);
      agreed(device, 'dossier.supplementRequested', asking('mai'), boss);
    },
    says: 'accepted',
  },
  {
    name: 'a supplement a superior asked for alone',
    write(device) {
      processed(device);
      say(device, 'dossier.supplementRequested', asking('mai'), boss);
    },
    says: 'accepted',
  },
  {
    name: 'a supplement whose approver was no supervisor yet',
    write(device) {
      processed(device);
      agreed(device, 'dossier.supplementRequested', asking('binh'), { actor: 'binh', role: 'supervisor' });
    },
    says: 'consent-doubtful',
  },
  {
    name: 'the same once the approver is one',
    write(device) {
      processed(device);
      const later = { actor: 'binh', role: 'supervisor', deviceTime: '2025-06-02T02:00:00.000Z' } as const;
      const body = asking('binh');
      say(device, 'consent.given', { at, to: { act: 'dossier.supplementRequested', body } }, later);
      say(device, 'dossier.supplementRequested', body, { deviceTime: later.deviceTime });
    },
    says: 'accepted',
  },
  {
    name: 'an approver in the body who is not the one who agreed',
    write(device) {
      processed(device);
      agreed(device, 'dossier.supplementRequested', asking('quy'), boss);
    },
    says: 'consent-doubtful',
  },
  {
    name: 'a correction in the name of somebody who did not agree',
    write(device) {
      receive(device, 1, counted);
      say(device, 'dossier.corrected', correction({ note: 'x' }, 'quy'), boss);
    },
    says: 'consent-doubtful',
  },
  {
    name: 'an apology that another one signed',
    write(device) {
      processed(device);
      const body = { ...promise, signedBy: 'mai', newDueAt: '2025-06-02T09:00' };
      say(device, 'dossier.rescheduled', body, leader);
    },
    says: 'consent-doubtful',
  },
  {
    name: 'a result that no leader has signed',
    write(device) {
      submitted(device);
      ready(device, 1);
    },
    says: 'result-unsigned',
  },
  {
    name: 'the same from a leader whose signature is no fact',
    write(device) {
      submitted(device);
      say(
        device,
        'dossier.resultReady',
        { at, note: '', result: { kind: '', number: '', abstract: '' } },
        leader,
      );
    },
    says: 'result-unsigned',
  },
  {
    name: 'a signature that was given before it was sent back',
    write(device) {
      submitted(device);
      sign(device);
      say(device, 'dossier.sentBack', { at, reason: 'thiếu' }, leader);
      say(device, 'dossier.submittedForApproval', { at, note: '' }, { actor: 'hanh', role: 'specialist' });
      ready(device, 1);
    },
    says: 'result-unsigned',
  },
  {
    name: 'a result that a leader has signed',
    write(device) {
      submitted(device);
      sign(device);
      ready(device, 1);
    },
    says: 'accepted',
  },
  {
    name: 'a result of what is resolved while the citizen waits',
    write(device) {
      receive(device, 1);
      ready(device, 1);
    },
    says: 'accepted',
  },
  {
    name: 'a result of what is not, from the counter',
    write(device) {
      receive(device, 1, counted);
      ready(device, 1);
    },
    says: 'out-of-order',
  },
  {
    name: 'a word about the clock from somebody unknown',
    write: (device) =>
      device.write({
        type: 'clock.confirmed',
        body: { at, behind: '2025-06-20T16:00', reason: 'pin' },
        actor: 'nobody',
      }),
    says: 'officer-unknown',
  },
  {
    name: 'a word about the clock that is none',
    write: (device) => device.write({ type: 'clock.confirmed', body: { at } }),
    says: 'bad-body',
  },
  {
    name: 'a drawer of somebody unknown',
    write: (device) =>
      device.write({
        type: 'cash.shiftOpened',
        body: { at, shift: dossierId(9001), openingVnd: 0, books: [] },
        actor: 'nobody',
      }),
    says: 'officer-unknown',
  },
];

describe('what no counter can rightly say is kept, and looked at by a person', () => {
  test.each(cases)('$name: $says', async ({ write, says }) => {
    const device = await staffed();
    write(device);
    const answer = await device.push();
    if (answer.status !== 'ack') throw new Error(answer.status);
    const codes = answer.ack.verdicts.map(({ outcome, code }) =>
      outcome === 'accepted' ? 'accepted' : code,
    );
    expect(codes.at(-1)).toBe(says);
  });
});

/** A commune with a specialist, a leader, a supervisor, and one who becomes a supervisor in June. */
async function staffed(): Promise<TestDevice> {
  const device = await district.device();
  const enter = (id: string, roles: Role[], since: string) =>
    district.open.db
      .transaction()
      .execute((tx) =>
        putOfficer(tx, device.stream, { id, name: id, roles, pinVerifier: 'x', active: true }, since),
      );
  await enter('hanh', ['specialist'], long);
  await enter('quy', ['leader'], long);
  await enter('mai', ['supervisor'], long);
  await enter('binh', ['reception'], long);
  await enter('binh', ['reception', 'supervisor'], '2025-06-01T00:00:00.000Z');
  return device;
}
