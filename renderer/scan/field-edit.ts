/** What a keyboard would have done to a text field, done by the page: give back held keys, take back leaked ones. */

export type TextField = HTMLInputElement | HTMLTextAreaElement;

export interface Snapshot {
  readonly field: TextField;
  readonly value: string;
  readonly caret: number | null;
}

/** The text field that would get the next key, or null when the focus is on something else. */
export function textFieldOf(active: Element | null): TextField | null {
  if (active instanceof HTMLTextAreaElement) return writable(active);
  if (active instanceof HTMLInputElement && /^(text|search|tel|url|password)$/.test(active.type)) {
    return writable(active);
  }
  return null;
}

export function snapshotOf(active: Element | null): Snapshot | null {
  const field = textFieldOf(active);
  return field === null ? null : { field, value: field.value, caret: field.selectionStart };
}

export function putBack({ field, value, caret }: Snapshot): void {
  if (field.value === value) return;
  field.setRangeText(value, 0, field.value.length, 'end');
  if (caret !== null) field.setSelectionRange(caret, caret);
  announce(field, 'historyUndo', null);
}

/** @param char null takes back the letter before the caret */
export function typeInto(field: TextField, char: string | null): void {
  const start = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? start;
  if (char === null) {
    field.setRangeText('', start === end ? Math.max(0, start - 1) : start, end, 'end');
    announce(field, 'deleteContentBackward', null);
  } else {
    field.setRangeText(char, start, end, 'end');
    announce(field, 'insertText', char);
  }
}

const writable = (field: TextField): TextField | null => (field.readOnly || field.disabled ? null : field);

const announce = (field: TextField, inputType: string, data: string | null): boolean =>
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType, data }));
