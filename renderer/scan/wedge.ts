import { nothingToEnd, type Timers } from '../world.ts';
import { type Burst, close, isAwaited, patienceMs, press, quiet, release, type WedgeKey } from './burst.ts';
import { putBack, type Snapshot, snapshotOf, textFieldOf, typeInto } from './field-edit.ts';

/** A busy machine may deliver the scanner's last Enter long after the card. */
const lateEnterMs = 1000;

export interface Scan {
  readonly text: string;
  /** False when an input method rewrote keys on the way: digits still hold, letters may not. */
  readonly lettersTrusted: boolean;
}

/**
 * Listens to every key of the window before anything else does, on every screen and in every field.
 * @returns ends it
 */
export function watchWedge(page: Window, timers: Timers, onScan: (scan: Scan) => void): () => void {
  let burst: Burst = quiet;
  let stopWaiting = nothingToEnd;
  /** A key has passed, its text is still to come. */
  let textIsDue = false;
  /** When a card that came without its Enter was heard: one Enter soon after is still the scanner's. */
  let awaitsEnterSince: number | null = null;
  const replayed = new WeakSet<Event>();
  const before = new WeakMap<WedgeKey, Snapshot>();
  /** Where a held key was pressed: it is given back there, wherever the officer has gone meanwhile. */
  const pressedIn = new WeakMap<WedgeKey, Element>();

  const remember = (key: WedgeKey) => {
    const snapshot = snapshotOf(page.document.activeElement);
    if (snapshot !== null) before.set(key, snapshot);
  };

  const giveBack = (keys: readonly WedgeKey[]) => {
    for (const key of keys) {
      const from = pressedIn.get(key);
      const target = from?.isConnected === true ? from : (page.document.activeElement ?? page.document.body);
      const event = new KeyboardEvent('keydown', {
        key: key.shown ?? key.char ?? 'Backspace',
        bubbles: true,
        cancelable: true,
      });
      replayed.add(event);
      remember(key);
      if (!target.dispatchEvent(event)) continue;
      const field = textFieldOf(from?.isConnected === true ? from : page.document.activeElement);
      if (field !== null) typeInto(field, key.shown ?? key.char);
    }
  };

  const judge = (): boolean => {
    const { scan, giveBack: typed } = close(burst);
    burst = quiet;
    giveBack(typed);
    if (scan === null) return false;
    const clean = before.get(scan.from);
    if (clean !== undefined) putBack(clean);
    onScan({ text: scan.text, lettersTrusted: scan.lettersTrusted });
    return true;
  };

  const onSilence = () => {
    if (isAwaited(burst)) {
      const last = burst.keys.at(-1)?.at ?? 0;
      if (judge()) awaitsEnterSince = last;
      return;
    }
    const released = release(burst);
    burst = released.burst;
    giveBack(released.giveBack);
  };

  /** @returns true when the key is to be kept from the field */
  const take = (key: WedgeKey): boolean => {
    stopWaiting();
    const pressed = press(burst, key);
    burst = pressed.burst;
    giveBack(pressed.giveBack);
    if (!pressed.hold) remember(key);
    else if (page.document.activeElement !== null) pressedIn.set(key, page.document.activeElement);
    // The second turn lets keys in that were waiting while the page was busy: only then it was a silence.
    stopWaiting = timers.after(patienceMs(burst), () => {
      stopWaiting = timers.after(0, onSilence);
    });
    return pressed.hold;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (replayed.has(event) || isModifier(event.key) || isLetterByNumber(event)) return;
    stopWaiting();
    textIsDue = false;
    if ((event.key === 'Enter' || event.key === 'Tab') && !isCommand(event)) {
      const since = awaitsEnterSince;
      awaitsEnterSince = null;
      const isLate = event.key === 'Enter' && since !== null && event.timeStamp - since <= lateEnterMs;
      if (judge() || isLate) swallow(event);
      return;
    }
    awaitsEnterSince = null;
    const key = wedgeKeyOf(event);
    if (key === null) {
      const typed = release(burst).giveBack;
      burst = quiet;
      giveBack(typed);
      return;
    }
    if (take(key)) swallow(event);
    else textIsDue = true;
  };

  /** Letters outside the keyboard's layout may come as text without a key. */
  const onBeforeInput = (event: InputEvent) => {
    if (event.inputType !== 'insertText' || event.data === null || event.isComposing) return;
    const belongsToKey = textIsDue;
    textIsDue = false;
    if (belongsToKey) return;
    if (take({ at: event.timeStamp, char: event.data, rewritten: false, stoppable: true })) swallow(event);
  };

  page.addEventListener('keydown', onKeyDown, { capture: true });
  page.addEventListener('beforeinput', onBeforeInput, { capture: true });
  return () => {
    stopWaiting();
    page.removeEventListener('beforeinput', onBeforeInput, { capture: true });
    page.removeEventListener('keydown', onKeyDown, { capture: true });
  };
}

/** The key as a scanner could have pressed it; null for everything that no scanner sends. */
export function wedgeKeyOf(event: KeyboardEvent): WedgeKey | null {
  if (isCommand(event) || event.repeat) return null;
  const at = event.timeStamp;
  if (event.isComposing || event.keyCode === 229) {
    const char = letterOf(event);
    return char === null ? null : { at, char, rewritten: true, stoppable: false };
  }
  if (event.key === 'Backspace') return { at, char: null, rewritten: true, stoppable: true };
  const digit = hiddenDigitOf(event);
  if (digit !== null) {
    const isText = isLetter(event.key);
    return { at, char: digit, rewritten: true, stoppable: true, ...(isText ? { shown: event.key } : {}) };
  }
  if (!isLetter(event.key)) return null;
  return { at, char: event.key, rewritten: false, stoppable: true };
}

/** Windows' Vietnamese layout has letters and tones where digits are: the physical key tells the digit. */
function hiddenDigitOf(event: KeyboardEvent): string | null {
  const [, digit] = /^Digit(\d)$/.exec(event.code) ?? [];
  return digit !== undefined && !event.shiftKey && /^(?:[ăâêôđ₫]|\p{M}|Dead)$/u.test(event.key)
    ? digit
    : null;
}

/** Alt and digits of the number pad make one letter, which comes as text: the digits are no keys of their own. */
const isLetterByNumber = (event: KeyboardEvent): boolean =>
  event.altKey && !event.ctrlKey && /^Numpad(?:\d|Add)$/.test(event.code);

/** An input method hides the letter; the physical key still tells the digits and signs, which is what counts. */
function letterOf(event: KeyboardEvent): string | null {
  if (isLetter(event.key)) return event.key;
  const [, letter] = /^Key([A-Z])$/.exec(event.code) ?? [];
  if (letter !== undefined) return event.shiftKey ? letter : letter.toLowerCase();
  const [, digit] = /^(?:Digit|Numpad)(\d)$/.exec(event.code) ?? [];
  if (digit !== undefined) return event.shiftKey ? (shiftedDigits[Number(digit)] ?? null) : digit;
  const signs = signKeys[event.code];
  return signs === undefined ? null : (signs[event.shiftKey ? 1 : 0] ?? null);
}

const shiftedDigits = [')', '!', '@', '#', '$', '%', '^', '&', '*', '('];
const signKeys: Readonly<Record<string, string>> = {
  Backslash: '\\|',
  Comma: ',<',
  Minus: '-_',
  Period: '.>',
  Slash: '/?',
  Space: '  ',
};

const isLetter = (key: string): boolean => /^.$/su.test(key);
const isModifier = (key: string): boolean => /^(Shift|CapsLock|NumLock|Control|Alt|AltGraph|Meta)$/.test(key);
const isCommand = (event: KeyboardEvent): boolean => event.ctrlKey || event.altKey || event.metaKey;

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
