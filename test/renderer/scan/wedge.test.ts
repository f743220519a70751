import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Scan, watchWedge } from '../../../renderer/scan/wedge.ts';
import { pressAt, scanAt } from '../support/keyboard.ts';

const card = '001189012345|012345678|Khuất Thị Minh Nguyệt|12031989|Nữ|Thôn Phúc Trạch|10082021';

let scans: Scan[] = [];
let stop = () => {};
let field: HTMLInputElement;
let enters = 0;

beforeEach(() => {
  vi.useFakeTimers();
  scans = [];
  enters = 0;
  document.body.innerHTML = '<input type="text"><input type="checkbox"><button>go</button>';
  field = document.querySelector('input') as HTMLInputElement;
  field.focus();
  document.addEventListener('keydown', countEnters);
  stop = watchWedge(
    window,
    {
      after: (ms, call) => {
        const timer = setTimeout(call, ms);
        return () => clearTimeout(timer);
      },
    },
    (scan) => scans.push(scan),
  );
});
afterEach(() => {
  stop();
  document.removeEventListener('keydown', countEnters);
  vi.useRealTimers();
});
const countEnters = (event: KeyboardEvent) => {
  if (event.key === 'Enter') enters += 1;
};

test('a scan in a field puts the field back and keeps its Enter from the form', () => {
  field.value = 'Nguyễn Văn';
  field.setSelectionRange(6, 6);
  scanAt(1000, card);
  expect(scans).toEqual([{ text: card, lettersTrusted: true }]);
  expect(field.value).toBe('Nguyễn Văn');
  expect(field.selectionStart).toBe(6);
  expect(enters).toBe(0);
});

test('a scanner without Enter is heard after a silence', () => {
  Array.from(card).forEach((char, n) => pressAt(1000 + n * 5, char));
  expect(scans).toEqual([]);
  vi.advanceTimersByTime(125);
  expect(scans).toHaveLength(1);
  expect(field.value).toBe('');
});

test('quick typing comes back by itself within 45 ms', () => {
  for (const [n, char] of Array.from('khai').entries()) pressAt(1000 + n * 12, char);
  expect(field.value).toBe('kh');
  vi.advanceTimersByTime(45);
  expect(field.value).toBe('khai');
});

test('what was held because it could become a code comes back into the field in which it was typed', () => {
  document.body.insertAdjacentHTML('beforeend', '<input type="text" id="next">');
  const next = document.querySelector<HTMLInputElement>('#next');
  for (const [n, char] of Array.from('29A12345').entries()) pressAt(1000 + n * 5, char);
  next?.focus();
  vi.advanceTimersByTime(600);
  expect(field.value).toBe('29A12345');
  expect(next?.value).toBe('');
});

test('quick typing and Enter: the letters first, then the Enter', () => {
  scanAt(1000, '1*3', 1);
  expect(field.value).toBe('1*3');
  expect(enters).toBe(1);
  expect(scans).toEqual([]);
});

test('an F-key after a quick run finds the field complete', () => {
  for (const [n, char] of Array.from('gks 1*3').entries()) pressAt(1000 + n * 2, char);
  expect(pressAt(1020, 'F9')).toBe(true);
  expect(field.value).toBe('gks 1*3');
});

test('held keys are given to whoever has the focus by then, as keys', () => {
  const digits: string[] = [];
  field.addEventListener('keydown', (event) => {
    if (/^\d$/.test(event.key)) {
      digits.push(event.key);
      event.preventDefault();
    }
  });
  for (const [n, char] of Array.from('123').entries()) pressAt(1000 + n * 2, char);
  pressAt(1010, 'Enter');
  expect(digits).toEqual(['1', '2', '3']);
  expect(field.value).toBe('');
});

test('an input method that hides letters is read by the physical keys, and not trusted', () => {
  const codes = Array.from('001189012345').map((digit) => ({ key: 'Process', code: `Digit${digit}` }));
  const name = Array.from('NGUYET').map((letter) => ({
    key: 'Process',
    code: `Key${letter}`,
    shiftKey: true,
  }));
  const bar = { key: 'Process', code: 'Backslash', shiftKey: true };
  [...codes, bar, ...name, bar].forEach(({ key, ...more }, n) =>
    pressAt(1000 + n * 5, key, { ...more, keyCode: 229 }),
  );
  pressAt(1000 + 20 * 5, 'Enter');
  expect(scans).toEqual([{ text: '001189012345|NGUYET|', lettersTrusted: false }]);
});

test('text that comes without a key belongs to the burst it comes in', () => {
  let at = 1000;
  for (const char of '001189012345|0|Khu') {
    at += 5;
    pressAt(at, char);
  }
  const event = new InputEvent('beforeinput', {
    data: 'ấ',
    inputType: 'insertText',
    bubbles: true,
    cancelable: true,
  });
  Object.defineProperty(event, 'timeStamp', { value: at + 5 });
  expect(field.dispatchEvent(event)).toBe(false);
  pressAt(at + 10, 't');
  pressAt(at + 15, 'Enter');
  expect(scans).toEqual([{ text: '001189012345|0|Khuất', lettersTrusted: true }]);
});

test('with the focus on a checkbox the blanks of a card do not turn it', () => {
  const box = document.querySelector<HTMLInputElement>('input[type=checkbox]');
  box?.focus();
  const passed: boolean[] = [];
  Array.from(card).forEach((char, n) => passed.push(pressAt(1000 + n * 5, char)));
  expect(passed.filter(Boolean)).toHaveLength(2);
});

test('a key that is held down is nobody scanning', () => {
  pressAt(1000, 'a');
  for (let n = 1; n < 20; n += 1) pressAt(1000 + n * 30, 'a', { repeat: true });
  expect(field.value).toBe('a'.repeat(20));
});

test('one Enter that comes late after a card is the scanner’s, the next is the officer’s', () => {
  Array.from(card).forEach((char, n) => pressAt(1000 + n * 5, char));
  vi.advanceTimersByTime(700);
  const end = 1000 + card.length * 5;
  pressAt(end + 700, 'Enter');
  expect(enters).toBe(0);
  pressAt(end + 800, 'Enter');
  expect(enters).toBe(1);
});

test('an Enter long after a card, or after a key, is the officer’s', () => {
  Array.from(card).forEach((char, n) => pressAt(1000 + n * 5, char));
  vi.advanceTimersByTime(700);
  pressAt(1000 + card.length * 5 + 1100, 'Enter');
  expect(enters).toBe(1);
});

test('digits under the Vietnamese layout of Windows are read by the physical key, and letters doubted', () => {
  const layout = ['đ', 'ă', 'â', 'ê', 'ô', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
  for (const [n, char] of Array.from(card).entries()) {
    const isDigit = /\d/.test(char);
    const key = isDigit ? (layout[Number(char)] ?? char) : char;
    pressAt(1000 + n * 6, key, isDigit ? { code: `Digit${char}` } : {});
  }
  pressAt(1000 + card.length * 6, 'Enter');
  expect(scans).toEqual([{ text: card, lettersTrusted: false }]);
  expect(field.value).toBe('');
});

test('an officer who types quickly under that layout keeps the letters of it', () => {
  for (const [n, char] of Array.from('123').entries())
    pressAt(1000 + n * 12, ['ă', 'â', 'ê'][n] ?? '', { code: `Digit${char}` });
  vi.advanceTimersByTime(200);
  expect(field.value).toBe('ăâê');
});

test('letters made by Alt and the number pad belong to the card, and its Enter does not reach the form', () => {
  let at = 1000;
  for (const char of Array.from(card)) {
    at += 8;
    if (/[ -~]/.test(char)) {
      pressAt(at, char);
      continue;
    }
    for (const digit of '0225') pressAt((at += 8), digit, { code: `Numpad${digit}`, altKey: true });
    const text = new InputEvent('beforeinput', { data: char, inputType: 'insertText', bubbles: true });
    Object.defineProperty(text, 'timeStamp', { value: at });
    field.dispatchEvent(text);
  }
  pressAt(at + 8, 'Enter');
  expect(scans).toEqual([{ text: card, lettersTrusted: true }]);
  expect(enters).toBe(0);
});

test.each([
  { name: 'the scanner’s own prefix', text: `]Q1${card}` },
  { name: 'a health insurance card', text: 'GB4010123456789|4b6875e1baa574|12/03/1989|2|x' },
  { name: 'the machine-readable line', text: 'IDVNM1890123455001189012345<<2' },
  { name: 'the line of dates', text: '8903129F2903129VNM<<<<<<<<<<<4' },
  { name: 'the line of the name', text: 'KHUAT<<THI<MINH<NGUYET<<<<<<<<' },
  { name: 'a driving licence', text: 'https://gplx.gov.vn/t?x=1' },
  { name: 'a vehicle registration', text: '29A1-123.45|NGUYEN VAN AN|HONDA|JF66E0012345' },
  { name: 'the link of another paper', text: 'http://qr.gov.vn/a?id=77' },
])('nothing of $name stays in the field', ({ text }) => {
  scanAt(1000, text);
  expect(scans).toMatchObject([{ text }]);
  expect(field.value).toBe('');
});
