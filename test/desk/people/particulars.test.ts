import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Draft } from '../../../shared/domain/intake/draft.ts';
import type { Counter } from '../../support/counter.ts';
import { filledDraft, receive } from '../../support/desk-driver.ts';
import { openTown, type Town } from '../../support/town.ts';

let town: Town;
let counter: Counter;

beforeAll(async () => {
  town = await openTown();
  ({ counter } = town);
});
afterAll(() => town.close());
beforeEach(() => {
  town.clock.nowMs += 120_000;
});

const warned = async (draft: Draft): Promise<readonly string[]> =>
  (await counter.officer.call('intake.preview', draft)).warnings.map(({ code }) => code);

describe('particulars are stored tidy, whoever sends them', () => {
  test('numbers, phone and name', async () => {
    const draft = await filledDraft(
      counter.officer,
      {
        name: '  NGÔ  thị   tidy ',
        idNumber: '001 189 012 999',
        phone: '+84 912 345 000',
        address: ' Cụm  1 ',
      },
      '2.000815',
      { submitter: { name: ' ngô văn nộp ', idNumber: '001.085.012.345', relation: ' con ' } },
    );
    const { id } = await counter.officer.call('intake.receive', { draft, paper: 'a5' });
    expect((await counter.officer.call('dossier.get', { id })).received).toMatchObject({
      applicant: { name: 'NGÔ thị tidy', idNumber: '001189012999', phone: '0912345000', address: 'Cụm 1' },
      submitter: { name: 'Ngô Văn Nộp', idNumber: '001085012345', relation: 'con' },
    });
  });

  test.each(['EA1234567', 'C4VHG29T8', 'P0123456A', '0123456789', '0123456789-001'])(
    '%s is warned about and received',
    async (idNumber) => {
      const draft = await filledDraft(counter.officer, { name: `Khách ${idNumber}`, idNumber }, '2.000815');
      expect((await warned(draft)).filter((code) => code.startsWith('id-like'))).toHaveLength(1);
      expect(await counter.officer.ask('intake.receive', { draft, paper: 'a5' })).toMatchObject({ ok: true });
    },
  );

  test('nine digits of a foreign passport are not the old card of somebody here', async () => {
    await receive(counter.officer, { name: 'Bùi Văn Cũ', idNumber: '111222333' });
    const foreigner = { name: 'John Smith', idNumber: '111222333', idKind: 'passport' as const };
    const draft = await filledDraft(counter.officer, foreigner, '2.000815');
    expect((await counter.officer.call('intake.preview', draft)).clash).toBeNull();
    const { id } = await counter.officer.call('intake.receive', { draft, paper: 'a5' });
    expect((await counter.officer.call('dossier.get', { id })).received.applicant.idKind).toBe('passport');
  });

  test('an organisation is received with whoever represents it, and not without', async () => {
    const company = {
      name: 'CÔNG TY TNHH Phúc Thọ',
      idNumber: '0109876543-001',
      idKind: 'organisation' as const,
    };
    const draft = await filledDraft(counter.officer, company, '1.004873');
    expect(await counter.officer.ask('intake.receive', { draft, paper: 'a5' })).toMatchObject({
      ok: false,
      error: [{ code: 'representative-missing', field: 'submitter.name' }],
    });
    const submitter = { name: 'Lê Văn Giám', idNumber: '', relation: 'Giám đốc' };
    const { id } = await counter.officer.call('intake.receive', {
      draft: { ...draft, submitter },
      paper: 'a5',
    });
    const { received } = await counter.officer.call('dossier.get', { id });
    expect(received).toMatchObject({
      applicant: { name: 'CÔNG TY TNHH Phúc Thọ', idNumber: '0109876543001' },
      submitter,
    });
    await counter.officer.call('print.retry', {});
    const receipt = JSON.stringify(counter.printer.drawn.at(-1));
    for (const said of ['CÔNG TY TNHH PHÚC THỌ', 'LÊ VĂN GIÁM', '0109876543-001'])
      expect(receipt).toContain(said);
  });
});
