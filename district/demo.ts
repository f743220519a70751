import { day } from '../shared/domain/base/local-date.ts';
import type { Agency } from '../shared/domain/catalogue/agency.ts';
import type { OfficerRecord } from '../shared/protocol/bodies.ts';
import { agenciesOn, seedAgencies } from '../shared/seed/editions.ts';
import { always, pinVerifier, putOfficer } from './machine/officers.ts';
import type { Db } from './rows.ts';
import { addEnrolmentCode, createStream } from './sync/streams.ts';

export const demoStream = '09739';

/** Its number in the national list in 2018; that the stream has the same is left from its opening. */
const demoNumber = '09739';

/**
 * A commune for training, the tour and tests: Võng Xuyên as it was in 2018, with a made-up phone. Its PINs and
 * codes are known to everybody.
 * @throws Error when the seed edition has lost the commune (a bug)
 */
export function demoAgency(): Agency {
  const [agency] = agenciesOn(day('2018-10-11'), seedAgencies()).filter(({ id }) => id === demoNumber);
  if (agency === undefined) throw new Error('The demo commune is not in the seed edition');
  return { ...agency, phone: '(024) 3364 0000' };
}

export const demoOfficers = [
  { id: 'trang', name: 'Đỗ Thu Trang', roles: ['reception'], pin: '135790' },
  { id: 'hanh', name: 'Kiều Thị Hạnh', roles: ['specialist', 'reception'], pin: '246810' },
  { id: 'quy', name: 'Nguyễn Văn Quý', roles: ['leader', 'supervisor'], pin: '112233' },
] as const satisfies readonly (Pick<OfficerRecord, 'id' | 'name' | 'roles'> & { readonly pin: string })[];

const demoDesks = [
  { code: '100000001', deskDigit: 1, deskName: 'Quầy 1' },
  { code: '100000002', deskDigit: 2, deskName: 'Quầy 2' },
] as const;

export interface DemoCommune {
  readonly stream: string;
  /** One enrolment code for each counter, in the order of their digits. */
  readonly codes: readonly string[];
}

/** Makes the demo commune, or finds the one a former start made; its codes are good once all the same. */
export async function createDemoCommune(db: Db): Promise<DemoCommune> {
  const stream = demoStream;
  const officers = await Promise.all(demoOfficers.map(recordOf));
  await db.transaction().execute(async (tx) => {
    if (!(await createStream(tx, stream, demoAgency()))) return;
    for (const officer of officers) await putOfficer(tx, stream, officer, always);
    for (const { code, ...desk } of demoDesks) await addEnrolmentCode(tx, code, { stream, ...desk });
  });
  return { stream, codes: demoDesks.map(({ code }) => code) };
}

const recordOf = async ({ pin, roles, ...who }: (typeof demoOfficers)[number]): Promise<OfficerRecord> => ({
  ...who,
  roles: [...roles],
  pinVerifier: await pinVerifier(pin),
  active: true,
});
