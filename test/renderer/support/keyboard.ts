import { textFieldOf, typeInto } from '../../../renderer/scan/field-edit.ts';

/** Presses keys at given times, as a keyboard or a scanner does: what is not prevented reaches the focused field. */
export function pressAt(
  at: number,
  key: string,
  more: KeyboardEventInit & { readonly keyCode?: number } = {},
): boolean {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  Object.defineProperty(event, 'timeStamp', { value: at });
  if (more.keyCode !== undefined) Object.defineProperty(event, 'keyCode', { value: more.keyCode });
  const passed = (document.activeElement ?? document.body).dispatchEvent(event);
  const field = textFieldOf(document.activeElement);
  if (passed && field !== null) {
    if (key === 'Backspace') typeInto(field, null);
    else if (key.length === 1) typeInto(field, key);
  }
  return passed;
}

/** A scan: every letter `gapMs` after the one before, then Enter. @returns the time of the Enter */
export function scanAt(start: number, text: string, gapMs = 6): number {
  for (const [n, char] of Array.from(text).entries()) pressAt(start + n * gapMs, char);
  const end = start + text.length * gapMs;
  pressAt(end, 'Enter');
  return end;
}
