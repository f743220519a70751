import type { Agency } from '../shared/domain/agency.ts';
import type { OfficerRecord } from '../shared/protocol/bodies.ts';
import { pinVerifier, putOfficer } from './officers.ts';
import type { Db } from './rows.ts';
import { addEnrolmentCode, createStream } from './streams.ts';

/** A made-up commune for training, the tour and tests: its PINs and codes are known to everybody. */
export const demoAgency: Agency = {
  id: '09739',
  code: 'H26.25.39',
  name: 'Xã Võng Xuyên',
  headerLine: 'ỦY BAN NHÂN DÂN XÃ VÕNG XUYÊN',
  deskLine: 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
  numberSuffix: 'BPTN&TKQ',
  placeName: 'Võng Xuyên',
  phone: '(024) 3364 0000',
  upperName: 'huyện Phúc Thọ',
};

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
  const stream = demoAgency.id;
  const officers = await Promise.all(demoOfficers.map(recordOf));
  await db.transaction().execute(async (tx) => {
    if (!(await createStream(tx, demoAgency))) return;
    for (const officer of officers) await putOfficer(tx, stream, officer);
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
