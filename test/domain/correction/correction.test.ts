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
import { seedCalendar, seedCatalogue } from '../../../shared/seed/editions.ts';
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
