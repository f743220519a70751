import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Burst,
  close,
  patienceMs,
  press,
  quiet,
  release,
  type WedgeKey,
} from '../../../renderer/scan/burst.ts';

const card = '001189012345|012345678|Khuất Thị Minh Nguyệt|12031989|Nữ|Thôn Phúc Trạch|10082021';
const receipt = 'MC1*H26.109.25-250520-1043*7QK4B2';

const keysOf = (text: string, gaps: readonly number[]): WedgeKey[] => {
  let at = 1000;
  return Array.from(text).map((char, n) => {
    at += gaps[n % gaps.length] ?? 0;
    return { at, char, rewritten: false, stoppable: true };
  });
};

/** A field fed through the machine: what is passed or given back lands in it, in that order. */
function typed(keys: readonly WedgeKey[], end: 'enter' | 'silence') {
  let burst: Burst = quiet;
  let field = '';
  const before = new Map<WedgeKey, string>();
  const put = (key: WedgeKey) => {
    before.set(key, field);
    field = key.char === null ? field.slice(0, -1) : field + key.char;
  };
  for (const key of keys) {
    const pressed = press(burst, key);
    burst = pressed.burst;
    for (const one of pressed.giveBack) put(one);
    if (!pressed.hold) put(key);
  }
  if (end === 'silence') {
    const released = release(burst);
    if (!/\d{9}|MC1/.test(keys.map(({ char }) => char).join(''))) {
      for (const one of released.giveBack) put(one);
      return { field, scan: null };
    }
  }
  const closed = close(burst);
  for (const one of closed.giveBack) put(one);
  if (closed.scan !== null) field = before.get(closed.scan.from) ?? field;
  return { field, scan: closed.scan?.text ?? null };
}

/** How long a silence must be after this text at a scanner's pace. */
function patience(text: string): number {
  let burst: Burst = quiet;
  for (const key of keysOf(text, [5])) burst = press(burst, key).burst;
  return patienceMs(burst);
}

describe('the rhythm of keys', () => {
  test.each([
    { name: 'a card', text: card, gaps: [4] },
    { name: 'a card from a slow scanner', text: card, gaps: [30, 20, 34, 90] },
    { name: 'a card whose first gaps are slow', text: card, gaps: [60, 80, 5, 5, 5, 5, 5, 5] },
    { name: 'a receipt', text: receipt, gaps: [8] },
  ])('$name is a scan and leaves nothing behind', ({ text, gaps }) => {
    expect(typed(keysOf(text, gaps), 'enter')).toEqual({ field: '', scan: text });
    expect(typed(keysOf(text, gaps), 'silence')).toEqual({ field: '', scan: text });
  });

  test('a busy machine may stop for a moment in the middle of a card', () => {
    const keys = keysOf(card, [5]).map((key, n) => (n < 26 ? key : { ...key, at: key.at + 300 }));
    expect(typed(keys, 'enter')).toEqual({ field: '', scan: card });
  });

  test('half a card is waited for longer than a whole one', () => {
    expect([patience('kha'), patience(card.slice(0, 30)), patience(card), patience(receipt)]).toEqual([
      40, 500, 120, 120,
    ]);
  });

  test('what was typed just before a scan stays in the field', () => {
    const human = keysOf('Ng', [150]);
    const at = human.at(-1)?.at ?? 0;
    const scanned = keysOf(card, [5]).map((key) => ({ ...key, at: key.at - 1000 + at + 80 }));
    expect(typed([...human, ...scanned], 'enter')).toEqual({ field: 'Ng', scan: card });
  });

  test.each([
    {
      name: 'a macro that an input method expands at once',
      text: 'xã Võng Xuyên, huyện Phúc Thọ',
      gaps: [1],
    },
    { name: 'a phone number typed by a machine', text: '0912345678', gaps: [1] },
    { name: 'a card copied by hand', text: '001189012345|Khuất', gaps: [140] },
  ])('$name reaches the field', ({ text, gaps }) => {
    expect(typed(keysOf(text, gaps), 'enter')).toEqual({ field: text, scan: null });
  });

  test('only the third key of a quick run is held, and the next slow key brings it back', () => {
    const [a, b, c, d] = keysOf('abcd', [10, 10, 10, 60]) as [WedgeKey, WedgeKey, WedgeKey, WedgeKey];
    const first = press(quiet, a);
    const second = press(first.burst, b);
    const third = press(second.burst, c);
    const fourth = press(third.burst, d);
    expect([first.hold, second.hold, third.hold, fourth.hold]).toEqual([false, false, true, false]);
    expect(fourth.giveBack).toEqual([c]);
  });

  test('human typing is never swallowed, whatever its rhythm', () => {
    const letters = fc.constantFrom(...Array.from('abcdeghiklmnopqrstuvxyăâđêôơư 0123456789*,.'));
    const rhythm = fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 41, max: 400 })), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        fc.array(letters, { maxLength: 60 }),
        rhythm,
        fc.constantFrom('enter', 'silence'),
        (text, gaps, end) => {
          fc.pre(!/\d{9}|mc1/i.test(text.join('')));
          expect(typed(keysOf(text.join(''), gaps), end as 'enter')).toEqual({
            field: text.join(''),
            scan: null,
          });
        },
      ),
    );
  });

  test('a burst within the limits never leaks, whatever its gaps', () => {
    const quick = fc.integer({ min: 1, max: 35 });
    const slow = fc.integer({ min: 36, max: 100 });
    const rhythm = fc.tuple(quick, quick, quick, slow, quick).map((gaps) => gaps);
    fc.assert(
      fc.property(
        rhythm,
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom(card, receipt),
        (gaps, turn, text) => {
          const turned = [...gaps.slice(turn), ...gaps.slice(0, turn)];
          expect(typed(keysOf(text, turned), 'enter')).toEqual({ field: '', scan: text });
        },
      ),
    );
  });

  test('a Backspace inside a burst is the input method: digits hold, letters are not trusted', () => {
    const keys = keysOf(card, [5]);
    const at = keys[25]?.at ?? 0;
    const telex = [
      ...keys.slice(0, 26),
      { at: at + 1, char: 'x', rewritten: false, stoppable: true },
      { at: at + 2, char: null, rewritten: true, stoppable: true },
      ...keys.slice(26),
    ];
    let burst: Burst = quiet;
    for (const key of telex) burst = press(burst, key).burst;
    expect(close(burst).scan).toMatchObject({ text: card, lettersTrusted: false });
  });
});
