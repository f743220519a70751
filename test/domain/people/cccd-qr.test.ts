import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applicant } from '../../../shared/domain/people/applicant.ts';
import { withCaseTurned } from '../../../shared/domain/people/card-letters.ts';
import { readCard } from '../../../shared/domain/people/cccd-qr.ts';

const card =
  '001189012345|012345678|Khuất Thị Minh Nguyệt|12031989|Nữ|Thôn Phúc Trạch, Võng Xuyên, Phúc Thọ, Hà Nội|10082021';
const nguyet = {
  name: 'Khuất Thị Minh Nguyệt',
  idNumber: '001189012345',
  idKind: null,
  otherNumbers: [],
  birthDate: '1989-03-12',
  sex: 'female',
  phone: '',
  address: 'Thôn Phúc Trạch, Võng Xuyên, Phúc Thọ, Hà Nội',
};

const asLatin1 = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
const asWindows1252 = (text: string): string =>
  new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));

test('a chip card of 2021', () =>
  expect(readCard(card)).toEqual({
    ok: true,
    value: { applicant: nguyet, oldIdNumber: '012345678', issuedOn: '2021-08-10', lettersDoubtful: false },
  }));

describe('what scanners and cards make of it', () => {
  test.each([
    { name: 'a mark before and a line after', text: `\u{FEFF}${card}\r\n` },
    { name: 'decomposed letters', text: card.normalize('NFD') },
    { name: 'a lower-case sex', text: card.replace('|Nữ|', '|nữ|') },
    { name: 'a sex without its mark', text: card.replace('|Nữ|', '|NU|') },
    { name: 'fields past the seventh', text: `${card}|Khuất Văn Bảy|Đỗ Thị Tám|x` },
    { name: 'a name in capitals', text: card.replace('Khuất Thị Minh Nguyệt', 'KHUẤT THỊ MINH NGUYỆT') },
    { name: 'the scanner’s own prefix', text: `]Q1${card}` },
    ...['>', '~', ';', '}'].map((sign) => ({
      name: `${sign} for the bar`,
      text: card.replaceAll('|', sign),
    })),
    { name: 'Caps Lock', text: withCaseTurned(card) },
    { name: 'UTF-8 read as Latin-1', text: asLatin1(card) },
    { name: 'UTF-8 read as Windows-1252', text: asWindows1252(card) },
    { name: 'a birth with slashes', text: card.replace('12031989', '12/03/1989') },
    { name: 'blanks around fields', text: card.replaceAll('|', ' | ') },
  ])('$name', ({ text }) =>
    expect(readCard(text)).toMatchObject({
      ok: true,
      value: { applicant: nguyet, lettersDoubtful: false },
    }),
  );

  test.each([
    { name: 'a year alone', from: '12031989', to: '1950', value: { applicant: { birthDate: '1950' } } },
    ...['30021989', '12131989', '12001989', '??'].map((to) => ({
      name: `what cannot be a birth: ${to}`,
      from: '12031989',
      to,
      value: { applicant: { name: nguyet.name, birthDate: null, address: nguyet.address } },
    })),
    { name: 'no number before', from: '012345678', to: '', value: { oldIdNumber: '' } },
    {
      name: 'a day nobody knows',
      from: '12031989',
      to: '00031989',
      value: { applicant: { birthDate: '1989-03' } },
    },
    {
      name: 'a month nobody knows',
      from: '12031989',
      to: '00001989',
      value: { applicant: { birthDate: '1989' } },
    },
    { name: 'no day of issue', from: '|10082021', to: '', value: { issuedOn: null } },
    { name: 'an unknown sex', from: '|Nữ|', to: '|?|', value: { applicant: { sex: 'unknown' } } },
    { name: 'a man', from: '|Nữ|', to: '|Nam|', value: { applicant: { sex: 'male' } } },
  ])('$name', ({ from, to, value }) =>
    expect(readCard(card.replace(from, to))).toMatchObject({ ok: true, value }),
  );
});

test.each([
  { name: 'letters without marks', text: card.normalize('NFD').replaceAll(/\p{M}/gu, '') },
  { name: 'dropped letters', text: card.replaceAll(/[^\u0020-\u007E]/gu, '') },
  { name: 'dropped letters of the name', text: card.replace('Khuất Thị Minh Nguyệt', 'Nguyn An') },
  { name: 'dropped letters of the address', text: card.replace('Thôn Phúc Trạch', 'Thn Phc Trch') },
  { name: 'a dropped letter of the sex', text: card.replace('|Nữ|', '|N|') },
  { name: 'Latin-1 that lost bytes', text: asLatin1(card).replaceAll(/[\u0080-\u009F]/gu, '') },
  { name: 'question marks', text: card.replaceAll(/[^\u0020-\u007E]/gu, '?') },
  { name: 'Telex in the name', text: card.replace('Khuất Thị', 'Khuaats Thij') },
])('$name: all letters are doubted', ({ text }) =>
  expect(readCard(text)).toMatchObject({
    ok: true,
    value: { applicant: { idNumber: nguyet.idNumber, birthDate: '1989-03-12' }, lettersDoubtful: true },
  }),
);

test.each([
  {
    name: 'a health insurance card',
    text: 'GB4010123456789|4b6875e1baa574|12/03/1989|2|...|01 - 012|-|01/01/2024|-',
    code: 'scan-health-insurance',
  },
  {
    name: 'a health insurance card behind a prefix',
    text: ']Q1GB4010123456789|4b6875e1baa574|12/03/1989',
    code: 'scan-health-insurance',
  },
  {
    name: 'a health insurance card whose name is written as it is',
    text: 'GB4010123456789|Khuất Thị Nguyệt|12/03/1989|2',
    code: 'scan-health-insurance',
  },
  {
    name: 'the machine-readable lines',
    text: 'IDVNM1890123455001189012345<<2',
    code: 'scan-machine-readable',
  },
  { name: 'its line of dates', text: '8903129F2903129VNM<<<<<<<<<<<4', code: 'scan-machine-readable' },
  { name: 'its line of the name', text: 'KHUAT<<THI<MINH<NGUYET<<<<<<<<', code: 'scan-machine-readable' },
  { name: 'a passport', text: 'P<VNMKHUAT<<THI<MINH<NGUYET<<<<<', code: 'scan-machine-readable' },
  { name: 'a driving licence', text: 'https://gplx.gov.vn/t?x=1', code: 'scan-driving-licence' },
  {
    name: 'a driving licence by its class',
    text: '010189012345|NGUYỄN VĂN AN|12031989|B2|01012020',
    code: 'scan-driving-licence',
  },
  {
    name: 'a vehicle registration',
    text: '29A1-123.45|NGUYỄN VĂN AN|HONDA|JF66E0012345',
    code: 'scan-vehicle-registration',
  },
  { name: 'the link of another paper', text: 'http://qr.gov.vn/a?id=77', code: 'scan-link' },
])('$name is named', ({ text, code }) => expect(readCard(text)).toEqual({ ok: false, error: { code } }));

test.each(['Phan Quang Huy', "H'Hen Niê", 'Y-Bhăm Êban', 'Giàng A Páo', 'Nguyễn Ngọc Yến Vy'])(
  '%s is a name as it should be, where the address has its marks',
  (name) =>
    expect(readCard(card.replace(nguyet.name, name))).toMatchObject({
      ok: true,
      value: { applicant: { name }, lettersDoubtful: false },
    }),
);

test('names of relatives behind a newer card are no address, however long', () => {
  const relatives = 'Nguyễn Công Tằng Tôn Nữ Thị Hoàng Phương Minh Nguyệt|Khuất Văn Bảy';
  const before = '001189012345|Khuất Thị Minh Nguyệt|12031989|Nữ|Việt Nam|';
  expect(readCard(`${before}Thôn Phúc Trạch, Hà Nội|01092024|12032049|${relatives}`)).toMatchObject({
    value: { applicant: { name: nguyet.name, address: 'Thôn Phúc Trạch, Hà Nội' } },
  });
  expect(readCard(`${before}01092024|12032049|${relatives}`)).toMatchObject({
    value: { applicant: { address: '' } },
  });
});

test('a newer card is read by what its fields look like', () => {
  const newer =
    '001189012345|Khuất Thị Minh Nguyệt|12031989|Nữ|Việt Nam|Thôn Phúc Trạch, Võng Xuyên, Phúc Thọ, Hà Nội|01092024|12032049';
  expect(readCard(newer)).toEqual({
    ok: true,
    value: { applicant: nguyet, oldIdNumber: '', issuedOn: '2024-09-01', lettersDoubtful: false },
  });
});

test.each([
  { name: 'nothing', text: '' },
  { name: 'a receipt', text: 'MC1*H26.25.39-250520-1043*7QK4B2' },
  { name: 'a number alone', text: '001189012345' },
  { name: 'eleven digits', text: card.slice(1) },
  { name: 'no name', text: card.replace('Khuất Thị Minh Nguyệt', '') },
  { name: 'a name of figures', text: card.replace('Khuất Thị Minh Nguyệt', '12345') },
  { name: 'a name that no form holds', text: card.replace('Khuất', 'K'.repeat(200)) },
])('$name is no card', ({ text }) =>
  expect(readCard(text)).toEqual({ ok: false, error: { code: 'scan-unreadable' } }),
);

describe('whatever a scanner sends', () => {
  const field = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', 'Nam', 'Nữ', '001189012345', '012345678', 'Nguyễn Văn An', '00001950', '31021990'),
    fc.stringMatching(/^\d{8}$/),
    fc.stringMatching(/^\d{12}$/),
  );
  const damaged = fc
    .tuple(fc.nat({ max: card.length }), fc.nat({ max: 4 }), fc.string({ unit: 'binary', maxLength: 4 }))
    .map(([at, cut, put]) => card.slice(0, at) + put + card.slice(at + cut));
  const scans = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(field, { maxLength: 12 }).map((fields) => fields.join('|')),
    fc.array(field, { maxLength: 10 }).map((fields) => ['001189012345', ...fields].join('|')),
    damaged,
  );

  test('nothing throws, and what is accepted can be stored', () => {
    fc.assert(
      fc.property(scans, (text) => {
        const read = readCard(text);
        if (!read.ok) return;
        expect(applicant.safeParse(read.value.applicant).success).toBe(true);
        expect(read.value.applicant.idNumber).toMatch(/^\d{12}$/);
        expect(read.value.applicant.name).toMatch(/\p{L}/u);
        expect(read.value.applicant.name.isWellFormed()).toBe(true);
        expect(read.value.applicant.address.isWellFormed()).toBe(true);
        expect(read.value.oldIdNumber).toMatch(/^(\d{9}|\d{12})?$/);
        expect(text).toContain(read.value.applicant.idNumber);
      }),
      { numRuns: 10_000 },
    );
  });
});
