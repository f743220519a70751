import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Draft } from '../../../shared/domain/intake/draft.ts';
import { noApplicant } from '../../../shared/domain/people/applicant.ts';
import type { Counter } from '../../support/counter.ts';
import { filledDraft, receive } from '../../support/desk-driver.ts';
import { cardText, madeUpPerson } from '../../support/people.ts';
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

const find = async (query: string): Promise<readonly string[]> =>
  (await counter.officer.call('person.find', { query })).map(({ applicant }) => applicant.name);
const scan = (text: string, lettersTrusted = true) =>
  counter.officer.call('person.scan', { text, lettersTrusted });
const warned = async (draft: Draft): Promise<readonly string[]> =>
  (await counter.officer.call('intake.preview', draft)).warnings.map(({ code }) => code);

describe('a person is found', () => {
  test('by either number, once a chip card has told the old one', async () => {
    const { phone: _, ...person } = madeUpPerson(110);
    const old = { ...noApplicant, name: person.name, idNumber: '012345678' };
    const before = await receive(counter.officer, old);
    const card = await scan(cardText({ ...madeUpPerson(110), oldIdNumber: '012345678' }));
    expect(card.person).toMatchObject({
      visits: 1,
      applicant: { idNumber: person.idNumber, otherNumbers: ['012345678'] },
    });
    const draft = await filledDraft(counter.officer, card.person.applicant, '2.000815');
    const { warnings } = await counter.officer.call('intake.preview', draft);
    expect(warnings).toContainEqual(
      expect.objectContaining({ code: 'same-day-duplicate', dossier: before.id }),
    );
    await counter.officer.call('intake.receive', { draft, paper: 'a5' });
    for (const number of ['012345678', person.idNumber, '012 345 678']) {
      expect(await counter.officer.call('person.find', { query: number })).toMatchObject([
        { visits: 2, applicant: { idNumber: person.idNumber } },
      ]);
    }
    // A card without the old number still leads to the visit before it.
    expect((await scan(cardText(madeUpPerson(110)))).person.visits).toBe(2);
  });

  test('and warned of without a number: the same name, date of birth and procedure', async () => {
    const person = { name: 'Đinh Thị Không Số', birthDate: '1971-05-06' };
    await receive(counter.officer, person);
    expect(await warned(await filledDraft(counter.officer, person, '2.000815'))).toContain(
      'same-day-duplicate',
    );
    const numbered = { ...person, idNumber: '001171000001' };
    expect(await warned(await filledDraft(counter.officer, numbered, '2.000815'))).toContain(
      'same-day-duplicate',
    );
    await receive(counter.officer, numbered);
    expect(await find('khong so')).toEqual([person.name]);
    expect(await find('dinh thi khong so 1971')).toEqual([person.name]);
    expect(await find('dinh thi khong so 6/5/1971')).toEqual([person.name]);
    expect(await find('dinh thi khong so 1972')).toEqual([]);
    const namesake = { ...person, birthDate: '1990-01-01' };
    expect(await warned(await filledDraft(counter.officer, namesake, '2.000815'))).not.toContain(
      'same-day-duplicate',
    );
  });

  test.each([
    { stored: '01689123456', asked: ['0389123456', '01689123456', '+84 168 912 3456', '123456', '016891'] },
    {
      stored: '0912777345',
      asked: ['+84 912 777 345', '84912777345', '0912.777.345', '777345', '7345', '091277', '8491277'],
    },
  ])('by the phone $stored in any shape', async ({ stored, asked }) => {
    const name = `Người Có Máy ${stored.slice(-3)}`;
    await receive(counter.officer, { name, phone: stored });
    for (const query of asked) expect(await find(query), query).toContain(name);
    for (const query of asked) {
      const { rows } = await counter.officer.call('dossier.list', { filter: 'all', query, after: null });
      expect(
        rows.map(({ applicantName }) => applicantName),
        query,
      ).toContain(name);
    }
  });

  test.each([
    { name: "H'Hen Niê", asked: ['hhen', 'hen', "h'hen", 'nie hhen', 'hen nie', 'hhn', 'hn'] },
    { name: 'Y-Bhăm Êban', asked: ['ybham', 'bham', 'y bham', 'y-bham', 'eban', 'ybe', 'ye'] },
    { name: 'Hoàng Phi-líp', asked: ['philip', 'phi lip', 'lip', 'hoang philip', 'hpl', 'hp'] },
    { name: 'Lý Mỹ Kỳ', asked: ['li mi ki', 'ly my ky', 'Lý Mỹ', 'ki ly'] },
    { name: 'Khuất Văn Khải', asked: ['kvk', 'khai khuat', 'Khải', 'khuất văn', 'van khu'] },
  ])('by the name $name, in parts, in any order and by its initials', async ({ name, asked }) => {
    await receive(counter.officer, { name });
    for (const query of asked) expect(await find(query), query).toContain(name);
    for (const query of asked) {
      const { rows } = await counter.officer.call('dossier.list', { filter: 'all', query, after: null });
      expect(
        rows.map(({ applicantName }) => applicantName),
        query,
      ).toContain(name);
    }
  });

  test('with the marks that were typed first', async () => {
    for (const name of ['Trần Văn Dưỡng', 'Trần Văn Đường', 'Trần Văn Dương'])
      await receive(counter.officer, { name });
    expect((await find('đường'))[0]).toBe('Trần Văn Đường');
    expect((await find('dương'))[0]).toBe('Trần Văn Dương');
    expect(await find('đường')).toHaveLength(3);
    const { rows } = await counter.officer.call('dossier.list', {
      filter: 'all',
      query: 'đường',
      after: null,
    });
    expect(rows.map(({ applicantName }) => applicantName)).toHaveLength(3);
    expect(rows[0]?.applicantName).toBe('Trần Văn Đường');
  });

  test('by the last 4 or the first 6 digits of a number', async () => {
    await receive(counter.officer, { name: 'Lò Thị Đuôi', idNumber: '014180009876' });
    for (const query of ['9876', '014180', '014 180', '0009876'])
      expect(await find(query), query).toEqual(['Lò Thị Đuôi']);
    for (const query of ['9876', '014180']) {
      const { rows } = await counter.officer.call('dossier.list', { filter: 'all', query, after: null });
      expect(
        rows.map(({ applicantName }) => applicantName),
        query,
      ).toContain('Lò Thị Đuôi');
    }
  });
});

test('a dossier that is handed over is found by its code, and the list says where', async () => {
  const { id, code } = await receive(counter.officer, { name: 'Vừ Thị Xoan', idNumber: '020085007777' });
  await counter.officer.call('dossier.markReady', { id, note: '' });
  const receiver = {
    kind: 'applicant',
    name: 'Vừ Thị Xoan',
    idNumber: '',
    relation: '',
    authorisation: '',
  } as const;
  await counter.officer.call('dossier.handOver', { id, receiver, feeCollectedVnd: 0, receipt: null });
  for (const query of [code.slice(-4), 'xoan', '7777']) {
    const todo = await counter.officer.call('dossier.list', { filter: 'todo', query, after: null });
    expect(todo, query).toMatchObject({ rows: [], elsewhere: 1 });
    expect(await counter.officer.call('dossier.find', { query }), query).toMatchObject([{ id }]);
  }
});

test('whoever is waited for with papers is found by a phone in any shape, and pointed out without a number', async () => {
  const person = { name: 'Mùa A Chờ', birthDate: '1980-01-02', phone: '01689000123' };
  const draft = await filledDraft(counter.officer, person, '1.001193');
  await counter.officer.call('intake.requestSupplement', { draft, more: ['Tờ khai'], reason: '' });
  for (const query of ['0389 000 123', '+84 389 000 123', 'mua a cho']) {
    const { rows } = await counter.officer.call('petition.list', { query });
    expect(
      rows.map(({ applicantName }) => applicantName),
      query,
    ).toEqual(['Mùa A Chờ']);
  }
  const again = await filledDraft(
    counter.officer,
    { name: person.name, birthDate: person.birthDate },
    '2.000815',
  );
  expect(await warned(again)).toContain('petition-waiting');
});
