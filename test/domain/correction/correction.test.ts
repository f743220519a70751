import { describe, expect, test } from 'vitest';
import { moment } from '../../../shared/domain/base/local-date.ts';
import { workCalendar } from '../../../shared/domain/calendar/work-calendar.ts';
import {
  type Correctable,
  type CorrectionRequest,
  planCorrection,
} from '../../../shared/domain/correction/correction.ts';
import { correctedBody } from '../../../shared/domain/dossier/corrected-body.ts';
import type { DossierReceived } from '../../../shared/domain/dossier/dossier-events.ts';
import { seedCalendar, seedCatalogue, seedCatalogues } from '../../../shared/seed/editions.ts';
import { noCorrection } from '../../support/corrections.ts';
import { factOf } from '../dossier/every-fact.ts';

const catalogue = new Map(seedCatalogue().procedures.map((one) => [one.code, one]));
const rules = {
  procedure: (code: string) => catalogue.get(code) ?? null,
  calendar: workCalendar(seedCalendar()),
  holders: () => [],
  now: moment('2025-05-20T10:00'),
};
const received = factOf('dossier.received').body as DossierReceived;
/** Received on Tuesday 20 May 2025 at 09:42. */
const as = (part: Partial<Correctable> = {}): Correctable => ({
  current: { ...received, receivedAt: moment('2025-05-20T09:42'), dueAt: moment('2025-05-20T17:30') },
  dueAt: moment('2025-05-20T17:30'),
  pauses: [],
  isUnbegun: true,
  ...part,
});
const plan = (asked: Partial<CorrectionRequest>, part: Partial<Correctable> = {}) =>
  planCorrection(as(part), { ...noCorrection, ...asked }, rules);
const { applicant } = received;

describe('what a correction comes to', () => {
  test('only what differs is named; the rest stays as it was recorded', () => {
    const planned = plan({ applicant: { ...applicant, name: 'Khuất Thị Ánh' }, note: received.note });
    expect(planned).toEqual({
      ok: true,
      value: {
        applicant: { ...applicant, name: 'Khuất Thị Ánh' },
        clash: null,
        submitter: null,
        procedure: null,
        legs: null,
        due: null,
        papers: null,
        certified: null,
        fee: null,
        note: null,
      },
    });
    if (!planned.ok) return;
    const after = correctedBody(received, planned.value);
    expect(after).toEqual({ ...received, applicant: { ...applicant, name: 'Khuất Thị Ánh' } });
  });

  test('another procedure brings its term, its date from the day of receipt, its fee and its agencies', () => {
    const planned = plan({ procedureCode: '1.004873' });
    expect(planned).toMatchObject({
      ok: true,
      value: {
        procedure: { code: '1.004873', termText: '03 ngày làm việc' },
        due: { at: '2025-05-23T09:42', reason: 'counted' },
        legs: [],
      },
    });
  });

  const suspension = { cause: 'suspension' as const, policy: null };

  test('a date computed anew is later by the pauses there have been, not by the one that lasts', () => {
    const pauses = [
      { ...suspension, from: moment('2025-05-21T10:00'), until: moment('2025-05-23T10:00') },
      { ...suspension, from: moment('2025-05-26T10:00'), until: null },
    ];
    expect(plan({ procedureCode: '1.004873' }, { pauses })).toMatchObject({
      value: { due: { at: '2025-05-27T09:42' } },
    });
  });

  test('rows of a certification are read by the grammar of the intake and priced again', () => {
    expect(plan({ rows: ['gks 1*4', 'hb 6*2'] })).toMatchObject({
      value: {
        certified: [
          { copies: 4, feeVnd: 8000 },
          { pages: 6, copies: 2 },
        ],
        fee: { vnd: 24_000 },
      },
    });
  });

  test('the owner who came in person after all has no submitter', () => {
    const other = { name: 'Nguyễn Văn An', idNumber: '', relation: '' };
    const current = { ...as().current, submitter: other };
    const planned = plan({ submitter: 'none' }, { current });
    expect(planned).toMatchObject({ ok: true, value: { submitter: 'none' } });
    if (planned.ok) expect(correctedBody(current, planned.value).submitter).toBeNull();
  });

  test.each<[string, Partial<CorrectionRequest>, Partial<Correctable>, string, string | undefined]>([
    ['nothing', {}, {}, 'nothing-changed', undefined],
    ['what is so already', { applicant, papers: received.papers }, {}, 'nothing-changed', undefined],
    ['a name left blank', { applicant: { ...applicant, name: ' ' } }, {}, 'no-name', 'applicant.name'],
    [
      'eleven digits',
      { applicant: { ...applicant, idNumber: '00118901234' } },
      {},
      'id-length',
      'applicant.idNumber',
    ],
    ['an unknown procedure', { procedureCode: '9.999999' }, {}, 'procedure-unknown', 'procedureCode'],
    [
      'the procedure once it is begun',
      { procedureCode: '1.004873' },
      { isUnbegun: false },
      'procedure-fixed',
      'procedureCode',
    ],
    ['a date before the receipt', { dueAt: moment('2025-05-19T17:00') }, {}, 'due-in-past', 'dueAt'],
    ['a date that is over', { dueAt: moment('2025-05-20T09:59') }, {}, 'due-in-past', 'dueAt'],
    [
      'rows nobody can read',
      { procedureCode: '2.000815', rows: ['gks 1*'] },
      {},
      'row-not-understood',
      'rows.0',
    ],
  ])('%s is declined', (_, asked, part, code, field) => {
    const planned = plan(asked, part);
    expect(planned.ok ? null : planned.error).toMatchObject({
      code,
      ...(field === undefined ? {} : { field }),
    });
  });

  test('a procedure whose term only a person can date wants a date', () => {
    const undated = [...catalogue.values()].find(({ term }) => term.unit === 'by_stage');
    if (undated === undefined) throw new Error('No procedure by stage in the seed');
    const asked = { procedureCode: undated.code };
    expect(plan(asked)).toMatchObject({ ok: false, error: { code: 'due-date-missing' } });
    const dueAt = moment('2025-06-30T17:00');
    expect(plan({ ...asked, dueAt })).toMatchObject({ value: { due: { at: dueAt, reason: 'entered' } } });
  });
});

describe('which of several fees it is', () => {
  const withFees = new Map(
    seedCatalogues()
      .at(-1)
      ?.procedures.map((one) => [one.code, one]),
  );
  const rulesNow = {
    ...rules,
    procedure: (code: string) => withFees.get(code) ?? catalogue.get(code) ?? null,
  };
  const procedure = {
    code: '1.004194',
    name: 'Đăng ký tạm trú',
    field: 'Cư trú',
    termText: '03 ngày làm việc',
  };
  const direct = { key: 'direct', label: 'Nộp trực tiếp', condition: '' };
  const current: DossierReceived = {
    ...as().current,
    procedure,
    certified: [],
    feeVnd: 15_000,
    feeChoice: direct,
  };
  const planned = (asked: Partial<CorrectionRequest>, part: Partial<DossierReceived> = {}) =>
    planCorrection(as({ current: { ...current, ...part } }), { ...noCorrection, ...asked }, rulesNow);

  test('is put right with its amount, and with how the dossier came', () => {
    const result = planned({ feeChoice: 'online' });
    const online = { key: 'online', label: 'Nộp trực tuyến', condition: '' };
    expect(result).toMatchObject({
      ok: true,
      value: { fee: { vnd: 7000, choice: online, channel: 'online' } },
    });
    if (!result.ok) return;
    expect(correctedBody(current, result.value)).toMatchObject({
      feeVnd: 7000,
      feeChoice: online,
      channel: 'online',
    });
  });

  test.each<[string, Partial<CorrectionRequest>, Partial<DossierReceived>, unknown]>([
    ['stays while only the note changes', { note: 'x' }, {}, { ok: true, value: { fee: null } }],
    [
      'is no change where it is the same',
      { feeChoice: 'direct' },
      {},
      { ok: false, error: { code: 'nothing-changed' } },
    ],
    [
      'is asked for with a procedure of which nobody knows it',
      { procedureCode: '1.001193' },
      {},
      { ok: false, error: { code: 'fee-choice-missing', field: 'feeChoice' } },
    ],
    [
      'is the usual one of another procedure, without an amount where the province sets it',
      { procedureCode: '1.004873' },
      {},
      { ok: true, value: { fee: { vnd: null, choice: { key: 'usual' } } } },
    ],
    [
      'must be one of the edition',
      { feeChoice: 'half' },
      {},
      { ok: false, error: { code: 'fee-choice-unknown' } },
    ],
    [
      'falls away with a procedure that has one fee',
      { procedureCode: '2.000884' },
      {},
      { ok: true, value: { fee: { vnd: 10_000, choice: null } } },
    ],
    [
      'is kept for a reason though nothing is due either way',
      { feeChoice: 'exempt-child' },
      { feeVnd: 0, feeChoice: { ...direct, key: 'exempt-poor' } },
      { ok: true, value: { fee: { vnd: 0, choice: { key: 'exempt-child' } } } },
    ],
  ])('%s', (_name, asked, part, expected) => {
    expect(planned(asked, part)).toMatchObject(expected as object);
  });
});
