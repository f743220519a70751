/** CSS measures: 96 px are an inch. */
const pxPerMm = 96 / 25.4;
const a5 = { widthMm: 148, heightMm: 210 } as const;
const rollWidthMm = 80;

/** From the size of the mockups down to 6.5 pt, which a laser still prints clearly. */
const steps = ['0', '1', '2', '3', '4', '5', '6', '7', '8'] as const;

/**
 * Sets an A5 page and takes the largest letters with which everything is on it. Nothing is ever cut off: what does
 * not fit in the smallest letters goes on to a second page.
 */
export function fitPage(page: Document, sheet: HTMLElement): number {
  adoptPage(page, `${a5.widthMm}mm ${a5.heightMm}mm`);
  const fitting = steps.find((step) => {
    sheet.dataset['fit'] = step;
    return sheet.scrollHeight <= sheet.clientHeight && sheet.scrollWidth <= sheet.clientWidth;
  });
  if (fitting === undefined) sheet.dataset['fit'] = 'flow';
  return a5.heightMm;
}

/** A roll is as long as what is on it, in whole millimetres. */
export function setPageSize(page: Document, sheet: HTMLElement): number {
  const heightMm = Math.ceil(sheet.getBoundingClientRect().height / pxPerMm) + 1;
  adoptPage(page, `${rollWidthMm}mm ${heightMm}mm`);
  return heightMm;
}

function adoptPage(page: Document, size: string): void {
  const rules = new CSSStyleSheet();
  rules.replaceSync(`@page { size: ${size}; margin: 0; }`);
  page.adoptedStyleSheets = [rules];
}
