import { codeAt, mayBecomeCode } from './code-text.ts';

/**
 * Tells a keyboard-wedge scanner from a typist by the rhythm of the keys. Pure: keys and their times in, decisions
 * out; `wedge.ts` carries them out on the page.
 *
 * Typing must feel immediate and a code must not end up in a field, and no rule can know in time. So keys pass
 * until two gaps in a row are quick (the third key of a run is the first one held back), held keys are given back as
 * soon as the rhythm breaks, and when a code is proven the fields are put back as they were before its first key.
 * Holding only spares the screen the flicker; it is the putting back that makes it right, whatever the rhythm was.
 */
export interface WedgeKey {
  /** Milliseconds, from `event.timeStamp`: the time of the key, not of our getting round to it. */
  readonly at: number;
  /** The letter it makes, seldom more; null is Backspace, which inside a burst only an input method presses. */
  readonly char: string | null;
  /** The input method had its hands on it (keyCode 229). */
  readonly rewritten: boolean;
  /** Keys that an input method has taken reach the field whatever the page does. */
  readonly stoppable: boolean;
}

export interface Burst {
  readonly keys: readonly WedgeKey[];
  /** How many of the last keys have been kept from the field. */
  readonly held: number;
}

export const quiet: Burst = { keys: [], held: 0 };

export const quickGapMs = 35;
export const longestGapMs = 100;
const fewestKeys = 12;
/** A card with every letter rewritten by Telex stays well below this. */
const mostKeys = 600;

export interface Pressed {
  readonly burst: Burst;
  /** Keep this key from the field. */
  readonly hold: boolean;
  /** Held keys that turned out to be typing, to reach the field before this one. */
  readonly giveBack: readonly WedgeKey[];
}

export function press(burst: Burst, key: WedgeKey): Pressed {
  const gap = gapTo(burst.keys.at(-1), key);
  if (gap > longestGapMs) return { burst: { keys: [key], held: 0 }, hold: false, giveBack: heldKeys(burst) };
  const before = gapTo(burst.keys.at(-2), burst.keys.at(-1));
  const quick = gap <= quickGapMs && before <= quickGapMs;
  const expected = burst.held > 0 && mayBecomeCode(textOf(burst.keys));
  const hold = key.stoppable && (quick || expected);
  return {
    burst: { keys: [...burst.keys, key].slice(-mostKeys), held: hold ? burst.held + 1 : 0 },
    hold,
    giveBack: hold ? [] : heldKeys(burst),
  };
}

/** How long to wait for the next key before calling `release` or, when a code may be there, `close`. */
export const patienceMs = (burst: Burst): number =>
  mayBecomeCode(textOf(burst.keys)) ? 120 : quickGapMs + 5;

/** Nothing came: what was held goes to the field; a slow scanner may still go on. */
export const release = (burst: Burst): { readonly burst: Burst; readonly giveBack: readonly WedgeKey[] } => ({
  burst: { keys: burst.keys, held: 0 },
  giveBack: heldKeys(burst),
});

export interface Closed {
  /** `from`: the first key of the code; the fields are put back to before it. Null: it was typing. */
  readonly scan: { readonly text: string; readonly lettersTrusted: boolean; readonly from: WedgeKey } | null;
  readonly giveBack: readonly WedgeKey[];
}

/** Enter, Tab or a silence: judge what has come. */
export function close(burst: Burst): Closed {
  const typing: Closed = { scan: null, giveBack: heldKeys(burst) };
  const letters = lettersOf(burst.keys);
  const start = codeAt(letters.map(({ char }) => char).join(''));
  const first = letters[start];
  if (start < 0 || first === undefined) return typing;
  const code = burst.keys.slice(first.index);
  const from = code[0];
  if (from === undefined || code.length < fewestKeys || !hasScannerRhythm(code)) return typing;
  const text = letters
    .slice(start)
    .map(({ char }) => char)
    .join('');
  const lettersTrusted = code.every((key) => key.char !== null && !key.rewritten);
  const heldFrom = burst.keys.length - burst.held;
  return { scan: { text, lettersTrusted, from }, giveBack: burst.keys.slice(heldFrom, first.index) };
}

function hasScannerRhythm(keys: readonly WedgeKey[]): boolean {
  const gaps = keys
    .slice(1)
    .map((key, n) => gapTo(keys[n], key))
    .sort((a, b) => a - b);
  const median = gaps[Math.floor((gaps.length - 1) / 2)] ?? Number.POSITIVE_INFINITY;
  return median <= quickGapMs && (gaps.at(-1) ?? 0) <= longestGapMs;
}

const gapTo = (before: WedgeKey | undefined, key: WedgeKey | undefined): number =>
  before === undefined || key === undefined ? Number.POSITIVE_INFINITY : key.at - before.at;

const heldKeys = (burst: Burst): readonly WedgeKey[] => burst.keys.slice(burst.keys.length - burst.held);

/** The letters left after every Backspace, each with the place of its key. */
function lettersOf(keys: readonly WedgeKey[]): { readonly char: string; readonly index: number }[] {
  const letters: { char: string; index: number }[] = [];
  for (const [index, { char }] of keys.entries()) {
    if (char === null) letters.pop();
    else letters.push(...char.split('').map((unit) => ({ char: unit, index })));
  }
  return letters;
}

const textOf = (keys: readonly WedgeKey[]): string =>
  lettersOf(keys)
    .map(({ char }) => char)
    .join('');
