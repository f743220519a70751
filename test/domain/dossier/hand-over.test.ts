import { describe, expect, test } from 'vitest';
import { moment } from '../../../shared/domain/base/local-date.ts';
import { absent, type Dossier } from '../../../shared/domain/dossier/dossier.ts';
import type { DossierReceived } from '../../../shared/domain/dossier/dossier-events.ts';
import { handOver } from '../../../shared/domain/dossier/hand-over.ts';
import { tell } from './every-fact.ts';
import { aReceivedDossier } from './example.ts';

const ready = tell(absent, ['dossier.received', 'dossier.forwarded', 'dossier.resultReady']) as Dossier;
const of = (part: Partial<DossierReceived> = {}): Dossier => ({
  ...ready,
  status: 'resultReady',
  current: aReceivedDossier(part),
});
const stranger = {
  kind: 'other',
  name: 'Đỗ Văn Bảy',
  idNumber: '001090012345',
  relation: 'con',
  authorisation: 'Giấy ủy quyền số 12 ngày 20/05/2025',
} as const;
const give = (receiver: Parameters<typeof handOver>[1]['receiver'], part: Partial<DossierReceived> = {}) =>
  handOver(of(part), {
    at: moment('2025-05-23T08:30'),
    receiver,
    feeCollectedVnd: 0,
    receipt: null,
    shift: null,
  });

describe('a result is given', () => {
  test('to somebody else with name, number, tie and authorisation, stored tidy', () => {
    const said = { ...stranger, name: ' đỗ văn bảy ', idNumber: '001 090 012 345', relation: ' con ' };
    expect(give(said)).toMatchObject({ ok: true, value: { body: { receiver: stranger } } });
  });

  test.each([
    { lacks: 'name', code: 'receiver-missing' },
    { lacks: 'idNumber', code: 'receiver-id-missing' },
    { lacks: 'relation', code: 'receiver-missing' },
    { lacks: 'authorisation', code: 'authorisation-missing' },
  ])('and not to somebody else without $lacks', ({ lacks, code }) => {
    expect(give({ ...stranger, [lacks]: ' ' })).toMatchObject({
      ok: false,
      error: { code, field: `receiver.${lacks}` },
    });
  });

  test('to whoever brought it only where somebody did, under the name that stands on the dossier', () => {
    const bringer = { ...stranger, kind: 'submitter' as const };
    expect(give(bringer)).toMatchObject({ ok: false, error: { code: 'no-submitter' } });
    const submitter = { name: 'Lê Thị Nộp', idNumber: '', relation: 'vợ' };
    expect(give(bringer, { submitter })).toMatchObject({
      ok: true,
      value: { body: { receiver: { name: 'Lê Thị Nộp', idNumber: '001090012345', relation: 'vợ' } } },
    });
  });

  test('to the applicant under the applicant’s own name, never on another’s card', () => {
    const { applicant } = aReceivedDossier();
    const said = { kind: 'applicant', name: 'ai đó', idNumber: '', relation: '', authorisation: '' } as const;
    expect(give(said)).toMatchObject({
      ok: true,
      value: { body: { receiver: { name: applicant.name, idNumber: applicant.idNumber } } },
    });
    expect(give({ ...said, idNumber: '001090012345' })).toMatchObject({
      ok: false,
      error: { code: 'receiver-differs', field: 'receiver', values: { name: applicant.name } },
    });
    const known = { ...applicant, otherNumbers: ['012345678'] };
    expect(give({ ...said, idNumber: '012345678' }, { applicant: known })).toMatchObject({ ok: true });
  });
});
