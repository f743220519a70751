import { codeAt, isWholeCode, mayBecomeCode } from './code-text.ts';

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
  /** What it would have put into a field, where the keyboard's layout makes something else of it. */
  readonly shown?: string;
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

const quickGapMs = 35;
const longestGapMs = 100;
/** Once a code is under way nobody can be typing: a busy machine may then take its time between two keys. */
const patientGapMs = 500;
const silenceMs = 120;
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
  const isUnderWay = codeIn(burst.keys) !== null;
  if (gap > (isUnderWay ? patientGapMs : longestGapMs)) {
    return { burst: { keys: [key], held: 0 }, hold: false, giveBack: heldKeys(burst) };
  }
  const before = gapTo(burst.keys.at(-2), burst.keys.at(-1));
  const isQuick = gap <= quickGapMs && before <= quickGapMs;
  const isExpected = isUnderWay || (burst.held > 0 && mayBecomeCode(textOf(burst.keys)));
  const hold = key.stoppable && (isQuick || isExpected);
  return {
    burst: { keys: [...burst.keys, key].slice(-mostKeys), held: hold ? burst.held + 1 : 0 },
    hold,
    giveBack: hold ? [] : heldKeys(burst),
  };
}

/** How long to wait for the next key before calling `release` or, when `isAwaited`, `close`. */
export function patienceMs(burst: Burst): number {
  const code = codeIn(burst.keys);
  if (code !== null) return isWholeCode(code.text) ? silenceMs : patientGapMs;
  return isAwaited(burst) ? silenceMs : quickGapMs + 5;
}

/** A code may be there: silence ends it. */
export const isAwaited = (burst: Burst): boolean => mayBecomeCode(textOf(burst.keys));

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
  const code = codeIn(burst.keys);
  if (code === null) return { scan: null, giveBack: heldKeys(burst) };
  const lettersTrusted = code.keys.every((key) => key.char !== null && !key.rewritten);
  const heldFrom = burst.keys.length - burst.held;
  return {
    scan: { text: code.text, lettersTrusted, from: code.from },
    giveBack: burst.keys.slice(heldFrom, code.index),
  };
}

interface Code {
  readonly text: string;
  readonly keys: readonly WedgeKey[];
  readonly from: WedgeKey;
  /** Where it starts among the keys of the burst. */
  readonly index: number;
}

/** The code at the end of the keys, if there is one and it came at the pace of a scanner. */
function codeIn(keys: readonly WedgeKey[]): Code | null {
  const letters = lettersOf(keys);
  const start = codeAt(letters.map(({ char }) => char).join(''));
  const index = letters[start]?.index ?? keys.length;
  const [from, ...others] = keys.slice(index);
  if (from === undefined || others.length + 1 < fewestKeys || !isScannerPace([from, ...others])) return null;
  const text = letters
    .slice(start)
    .map(({ char }) => char)
    .join('');
  return { text, keys: [from, ...others], from, index };
}

/** Half of the gaps are quick; how long the longest may be was seen to when the keys came. */
function isScannerPace(keys: readonly WedgeKey[]): boolean {
  const gaps = keys
    .slice(1)
    .map((key, n) => gapTo(keys[n], key))
    .sort((a, b) => a - b);
  return (gaps[Math.floor((gaps.length - 1) / 2)] ?? Number.POSITIVE_INFINITY) <= quickGapMs;
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
