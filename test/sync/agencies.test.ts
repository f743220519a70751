import { expect, test } from 'vitest';
import type { Dossier } from '../../shared/domain/dossier/dossier.ts';
import { openCounter } from '../support/counter.ts';
import { receive } from '../support/desk-driver.ts';
import { madeUpPerson } from '../support/people.ts';
import { clockAt } from '../support/test-desk.ts';
import { openTestDistrict } from '../support/test-district.ts';

async function counterOn(local: string) {
  const clock = clockAt(local);
  const town = await openTestDistrict(clock);
  const counter = await openCounter(town, clock, 0);
  return {
    clock,
    town,
    counter,
    close: async () => {
      await counter.close();
      await town.district.close();
    },
  };
}

test.each([
  ['2025-05-20T09:00', ['Công an cấp xã', 'BHXH cấp huyện']],
  ['2026-11-20T09:00', ['Công an cấp xã', 'BHXH cơ sở']],
])(
  'a receipt of %s names the agencies of its day, on paper and in the district’s row',
  async (at, agencies) => {
    const { town, counter, close } = await counterOn(at);
    const { id } = await receive(counter.officer, madeUpPerson(1), '2.000986');
    await counter.officer.call('print.retry', {});
    const paper = JSON.stringify(counter.printer.drawn.at(-1));
    await counter.officer.call('sync.now', {});
    const row = await town.district.db
      .selectFrom('dossier')
      .select('state')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const { received } = JSON.parse(row.state) as Dossier;
    expect(received.legs.map(({ agency }) => agency)).toEqual(agencies);
    for (const agency of agencies) expect(paper).toContain(agency);
    if (at > '2025-07-01') expect(paper).not.toContain('cấp huyện');
    await close();
  },
);

test('a slip in processing is printed in the set of forms of the day the dossier was accepted', async () => {
  const { clock, counter, close } = await counterOn('2025-08-18T09:00');
  const { id } = await receive(counter.officer, madeUpPerson(1), '1.004873');
  await counter.officer.call('dossier.step', {
    id,
    step: 'dossier.forwarded',
    unit: 'Tư pháp',
    officer: null,
    note: '',
  });
  clock.nowMs += 29 * 86_400_000;
  await counter.officer.call('dossier.step', {
    id,
    step: 'dossier.supplementRequested',
    items: ['Trích lục'],
    reason: 'Còn thiếu',
    legalBasis: 'NĐ 61/2018, điều 19',
    answerBy: null,
    approver: { officer: 'quy', pin: '112233' },
  });
  await counter.officer.call('print.retry', {});
  expect(counter.printer.drawn.at(-1)).toMatchObject({ formNumber: '02' });
  expect(JSON.stringify(counter.printer.drawn.at(-1))).toContain('TT01-2018');
  await close();
});

test.each([
  ['2019-01-05T09:00', ['MẪU DÙNG TRƯỚC NGÀY HIỆU LỰC 06/01/2019']],
  ['2019-01-07T09:00', []],
])('a receipt of %s says whether its forms were in force', async (at, marks) => {
  const { counter, close } = await counterOn(at);
  await receive(counter.officer, madeUpPerson(1), '1.004873');
  await counter.officer.call('print.retry', {});
  expect(counter.printer.drawn.at(-1)).toMatchObject({ form: 'receipt', marks });
  await close();
});
