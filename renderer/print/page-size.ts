import type { FormDocument } from '../../shared/forms/base/form.ts';

type Paper = FormDocument['paper'];

/** CSS measures: 96 px are an inch. */
const pxPerMm = 96 / 25.4;
const rollWidthMm = 80;
const sheets = {
  a5: { widthMm: 148, heightMm: 210 },
  a4: { widthMm: 210, heightMm: 297 },
  'a4-landscape': { widthMm: 297, heightMm: 210 },
} as const satisfies Readonly<Record<Exclude<Paper, '80mm'>, { widthMm: number; heightMm: number }>>;

/** From the size of the mockups down to 6.5 pt, which a laser still prints clearly. */
const steps = ['0', '1', '2', '3', '4', '5', '6', '7', '8'] as const;

/**
 * Makes the printed page as large as the paper that was drawn, and lets each page take the largest letters with which
 * everything is on it.
 * @returns the height of a page in millimetres
 */
export function setPaper(page: Document, drawn: HTMLElement, paper: Paper): number {
  const first = drawn.firstElementChild;
  if (!(first instanceof HTMLElement)) throw new Error('No paper was drawn');
  if (paper === '80mm') return setRoll(page, first);
  const { widthMm, heightMm } = sheets[paper];
  adoptPage(page, `${String(widthMm)}mm ${String(heightMm)}mm`);
  for (const sheet of drawn.querySelectorAll<HTMLElement>('.page')) fit(sheet);
  return heightMm;
}

/** Nothing is ever cut off: what does not fit in the smallest letters goes on to another page. */
function fit(sheet: HTMLElement): void {
  const fitting = steps.find((step) => {
    sheet.dataset['fit'] = step;
    return sheet.scrollHeight <= sheet.clientHeight && sheet.scrollWidth <= sheet.clientWidth;
  });
  if (fitting === undefined) sheet.dataset['fit'] = 'flow';
}

/** A roll is as long as what is on it, in whole millimetres. */
function setRoll(page: Document, sheet: HTMLElement): number {
  const heightMm = Math.ceil(sheet.getBoundingClientRect().height / pxPerMm) + 1;
  adoptPage(page, `${String(rollWidthMm)}mm ${String(heightMm)}mm`);
  return heightMm;
}

function adoptPage(page: Document, size: string): void {
  const rules = new CSSStyleSheet();
  rules.replaceSync(`@page { size: ${size}; margin: 0; }`);
  page.adoptedStyleSheets = [rules];
}
