const stops =
  'input:not(:disabled), select:not(:disabled), textarea:not(:disabled), button[data-field]:not(:disabled)';

/** Enter and Shift+Enter walk the fields of a form in the order they are seen. */
export function moveFocus(from: Element, step: 1 | -1): boolean {
  const form = from.closest('[data-form]');
  if (form === null) return false;
  const fields = [...form.querySelectorAll<HTMLElement>(stops)].filter(isStop);
  const here = fields.findIndex((field) => field === from || isSameRadioGroup(field, from));
  const next = fields[here + step];
  if (next === undefined) return false;
  next.focus();
  if (next instanceof HTMLInputElement && next.type === 'text') next.select();
  return true;
}

/** @param field a `data-field` */
export function focusField(page: Document, field: string): void {
  const found = page.querySelector<HTMLElement>(`[data-field="${field}"]`);
  const target =
    found?.querySelector<HTMLElement>('input:checked') ?? found?.querySelector<HTMLElement>('input') ?? found;
  target?.focus();
}

/** Fields on which Enter means "next": a button keeps its own Enter. */
export const takesEnter = (target: EventTarget | null): target is Element =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLTextAreaElement && target.rows <= 1);

/** A text field in which Ctrl+Z undoes typing. */
export const hasTypedText = (target: EventTarget | null): boolean =>
  (target instanceof HTMLInputElement &&
    target.type !== 'radio' &&
    target.type !== 'checkbox' &&
    target.value !== '') ||
  (target instanceof HTMLTextAreaElement && target.value !== '');

/** Of a radio group only the chosen one is a stop, as with Tab. */
const isStop = (field: HTMLElement): boolean =>
  field.tabIndex >= 0 &&
  !(field instanceof HTMLInputElement && field.type === 'radio' && !isGroupStop(field));

const isGroupStop = (radio: HTMLInputElement): boolean => {
  if (radio.checked) return true;
  const group = radio
    .closest('[data-field]')
    ?.querySelectorAll<HTMLInputElement>(`input[name="${radio.name}"]`);
  return group !== undefined && [...group].every(({ checked }) => !checked) && group[0] === radio;
};

const isSameRadioGroup = (a: Element, b: Element): boolean =>
  a instanceof HTMLInputElement &&
  b instanceof HTMLInputElement &&
  a.type === 'radio' &&
  b.type === 'radio' &&
  a.name === b.name;
