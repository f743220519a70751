import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noApplicant } from '../../../shared/domain/people/applicant.ts';
import { noCorrection } from '../../support/corrections.ts';
import { type Counter, openCounter } from '../../support/counter.ts';
import { filledDraft, receive } from '../../support/desk-driver.ts';
import { cardText, madeUpPerson } from '../../support/people.ts';
import { clockAt, type HandClock } from '../../support/test-desk.ts';
import { openTestDistrict, type TestDistrict } from '../../support/test-district.ts';

let clock: HandClock;
let town: TestDistrict;
let counter: Counter;

beforeAll(async () => {
  clock = clockAt('2026-11-20T08:00');
  town = await openTestDistrict(clock);
  counter = await openCounter(town, clock, 0);
});
afterAll(async () => {
  await counter.close();
  await town.district.close();
});
beforeEach(() => {
  clock.nowMs += 120_000;
});

const find = async (query: string): Promise<readonly string[]> =>
  (await counter.officer.call('person.find', { query })).map(({ applicant }) => applicant.name);
const scan = (text: string, lettersTrusted = true) =>
  counter.officer.call('person.scan', { text, lettersTrusted });
const warned = async (draft: Awaited<ReturnType<typeof filledDraft>>): Promise<readonly string[]> =>
  (await counter.officer.call('intake.preview', draft)).warnings.map(({ code }) => code);

describe('one number under two names', () => {
  const owner = madeUpPerson(100);
  const other = { ...owner, name: 'Nguyễn Văn Khác', sex: 'male' as const, phone: '', address: '' };
  const decision = (decided: 'samePerson' | 'otherPerson') => ({
    decided,
    idNumber: owner.idNumber,
    name: other.name,
    otherName: owner.name,
    otherBirthDate: owner.birthDate,
  });

  test('the card brings nothing of the one whose number it is', async () => {
    await receive(counter.officer, owner);
    const { person } = await scan(cardText({ ...other, address: 'Cụm 9' }));
    expect(person).toMatchObject({
      visits: 0,
      lastVisit: null,
      applicant: { name: other.name, phone: '', address: 'Cụm 9' },
    });
  });

  test('is not received until an officer has said whose it is', async () => {
    const draft = await filledDraft(counter.officer, other, '2.000815');
    expect((await counter.officer.call('intake.preview', draft)).clash).toEqual({
      name: owner.name,
      birthDate: owner.birthDate,
      decided: null,
    });
    const refused = await counter.officer.ask('intake.receive', { draft, paper: 'a5' });
    expect(refused).toMatchObject({
      ok: false,
      error: [{ code: 'id-clash', field: 'clash', values: { name: owner.name } }],
    });
  });

  test('neither is a slip given to the one with the number of the other', async () => {
    const draft = await filledDraft(counter.officer, other, '1.001193');
    for (const answer of [
      await counter.officer.ask('intake.requestSupplement', { draft, more: ['Tờ khai'], reason: '' }),
      await counter.officer.ask('intake.refuse', { draft, reason: 'Không thuộc thẩm quyền' }),
    ])
      expect(answer).toMatchObject({ ok: false, error: [{ code: 'id-clash' }] });
    const clash = decision('otherPerson');
    expect(
      await counter.officer.ask('intake.refuse', {
        draft: { ...draft, clash },
        reason: 'Không thuộc thẩm quyền',
      }),
    ).toMatchObject({ ok: true });
  });

  test.each([
    { what: 'about another number', part: { idNumber: '001085012345' } },
    { what: 'about another name on the form', part: { name: 'Trần Thị Bình' } },
    { what: 'about another owner', part: { otherName: 'Trần Thị Bình' } },
  ])('a decision $what is none', async ({ part }) => {
    const clash = { ...decision('otherPerson'), ...part };
    const draft = await filledDraft(counter.officer, other, '2.000815', { clash });
    expect(await counter.officer.ask('intake.receive', { draft, paper: 'a5' })).toMatchObject({ ok: false });
  });

  test('the decision stands in the fact, and the next visit of either is not asked again', async () => {
    const clash = decision('otherPerson');
    const draft = await filledDraft(counter.officer, other, '2.000815', { clash });
    const { id } = await counter.officer.call('intake.receive', { draft, paper: 'a5' });
    expect((await counter.officer.call('dossier.get', { id })).received.clash).toEqual(clash);
    for (const again of [owner, other]) {
      const next = await filledDraft(counter.officer, again, '1.001193');
      expect((await counter.officer.call('intake.preview', next)).clash).toBeNull();
      const { person } = await scan(cardText({ ...again, address: 'Cụm 1' }));
      expect(person).toMatchObject({ visits: 1, applicant: { phone: again.phone } });
    }
  });

  test('the same person under another name keeps what came before', async () => {
    const was = madeUpPerson(101);
    const now = { ...was, name: 'Khuất Thị Tên Mới' };
    await receive(counter.officer, was);
    const clash = {
      decided: 'samePerson',
      idNumber: was.idNumber,
      name: now.name,
      otherName: was.name,
      otherBirthDate: was.birthDate,
    } as const;
    const draft = await filledDraft(counter.officer, now, '1.001193', { clash });
    await counter.officer.call('intake.receive', { draft, paper: 'a5' });
    expect((await scan(cardText(now))).person).toMatchObject({ visits: 2 });
    expect(await find(was.idNumber)).toEqual([now.name]);
  });

  test('one number with two years of birth is asked about as well', async () => {
    const person = madeUpPerson(102);
    await receive(counter.officer, person);
    const draft = await filledDraft(counter.officer, { ...person, birthDate: '2001-01-01' }, '2.000815');
    expect(await counter.officer.ask('intake.receive', { draft, paper: 'a5' })).toMatchObject({
      ok: false,
      error: [{ code: 'id-clash-birth', values: { name: person.name, year: person.birthDate.slice(0, 4) } }],
    });
  });

  test('letters of a keyboard scanner do not make another person of whoever was born that day', async () => {
    const person = madeUpPerson(103);
    await receive(counter.officer, person);
    const garbled = await scan(cardText({ ...person, name: 'Nguyeenx Vawn Saji' }), false);
    expect(garbled.person).toMatchObject({
      visits: 1,
      applicant: { name: person.name, phone: person.phone },
    });
    const stranger = await scan(
      cardText({ ...person, name: 'Nguyeenx Vawn Saji', birthDate: '2001-01-01' }),
      false,
    );
    expect(stranger.person).toMatchObject({ visits: 0, applicant: { phone: '' } });
  });

  test('a correction to somebody else’s number waits for the same word', async () => {
    const leader = counter.officer;
    const [taken, mistaken] = [madeUpPerson(104), madeUpPerson(105)];
    await receive(counter.officer, taken);
    const { id } = await receive(counter.officer, mistaken);
    const { received } = await leader.call('dossier.get', { id });
    const applicant = { ...received.applicant, idNumber: taken.idNumber };
    const asked = { ...noCorrection, applicant };
    expect(await leader.ask('dossier.correctPreview', { id, asked })).toMatchObject({
      ok: false,
      error: [{ code: 'id-clash', values: { name: taken.name } }],
    });
    const clash = {
      decided: 'otherPerson' as const,
      idNumber: taken.idNumber,
      name: mistaken.name,
      otherName: taken.name,
      otherBirthDate: taken.birthDate,
    };
    expect(await leader.call('dossier.correctPreview', { id, asked: { ...asked, clash } })).toMatchObject({
      changes: { clash },
    });
  });
});

describe('letters of a card that are in doubt', () => {
  test.each([
    {
      name: 'dropped letters',
      number: 120,
      spoil: (text: string) => text.replaceAll(/[^\u0020-\u007E]/gu, ''),
    },
    { name: 'a lost vowel in the address', number: 121, spoil: (text: string) => text.replace(/ô|ụ/u, '') },
  ])('$name change nothing of a person met before', async ({ number, spoil }) => {
    const person = { ...madeUpPerson(number), address: 'Thôn Phúc Trạch, Võng Xuyên' };
    await receive(counter.officer, person);
    const garbled = spoil(cardText(person)).replace(/\|Thn?ôn |\|Thn /u, '|Thn ');
    const { person: seen, warnings } = await scan(garbled);
    const { name, address, sex } = person;
    expect(seen).toMatchObject({ visits: 1, applicant: { name, address, sex } });
    expect(warnings).toEqual([]);
  });

  test('whatever is scanned throws nothing, and changes no name, address or sex of a person met without a word', async () => {
    const person = { ...madeUpPerson(123), address: 'Thôn Phúc Trạch, Võng Xuyên' };
    await receive(counter.officer, person);
    const text = cardText(person);
    const damage = fc.tuple(
      fc.nat({ max: text.length }),
      fc.nat({ max: 3 }),
      fc.oneof(
        fc.constant(''),
        fc.string({ unit: 'binary', maxLength: 3 }),
        fc.constantFrom('?', 'Ã', 'e', 'ệ'),
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { maxLength: 4 }), fc.boolean(), async (damages, trusted) => {
        const damaged = damages.reduce(
          (now, [at, cut, put]) => now.slice(0, at) + put + now.slice(at + cut),
          text,
        );
        const answer = await counter.officer.ask('person.scan', { text: damaged, lettersTrusted: trusted });
        if (!answer.ok || answer.value.person.visits === 0) return;
        const { person: seen, warnings } = answer.value;
        const { name, address, sex } = seen.applicant;
        const isAsBefore = name === person.name && address === person.address;
        expect(isAsBefore || warnings.some(({ code }) => code === 'card-differs')).toBe(true);
        expect(sex).toBe(person.sex);
      }),
      { numRuns: 300 },
    );
  });

  test('are told of a person never met', async () => {
    const garbled = cardText(madeUpPerson(122)).replaceAll(/[^\u0020-\u007E]/gu, '');
    expect((await scan(garbled)).warnings).toMatchObject([{ code: 'card-letters-doubtful' }]);
  });
});

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
    { name: "H'Hen Niê", asked: ['hhen', 'hen', "h'hen", 'nie hhen', 'hen nie', 'hhn'] },
    { name: 'Y-Bhăm Êban', asked: ['ybham', 'bham', 'y bham', 'y-bham', 'eban'] },
    { name: 'Hoàng Phi-líp', asked: ['philip', 'phi lip', 'lip', 'hoang philip', 'hpl'] },
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
