import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noCorrection } from '../../support/corrections.ts';
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
