import { booksVi } from './vi/books.ts';
import { cashVi } from './vi/cash.ts';
import { correctionVi } from './vi/correction.ts';
import { counterVi } from './vi/counter.ts';
import { editionsVi } from './vi/editions.ts';
import { frameVi } from './vi/frame.ts';
import { officeVi } from './vi/office.ts';
import { petitionsVi } from './vi/petitions.ts';
import { stepsVi } from './vi/steps.ts';

/**
 * The words of the screens in Vietnamese; `en.ts` has the same keys. `{name}` is filled by `fill`. Reasons for which
 * the desk declines, warnings and due reasons are sentences of their own, in `sentences.ts`.
 */
export const vi = {
  ...frameVi,
  ...counterVi,
  ...officeVi,
  books: booksVi,
  cash: cashVi,
  correction: correctionVi,
  editions: editionsVi,
  petitions: petitionsVi,
  steps: stepsVi,
};

/** What `en.ts` must have, key for key. */
export type ScreenText = typeof vi;
