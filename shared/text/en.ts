import { booksEn } from './en/books.ts';
import { cashEn } from './en/cash.ts';
import { correctionEn } from './en/correction.ts';
import { counterEn } from './en/counter.ts';
import { editionsEn } from './en/editions.ts';
import { frameEn } from './en/frame.ts';
import { officeEn } from './en/office.ts';
import { petitionsEn } from './en/petitions.ts';
import { stepsEn } from './en/steps.ts';
import type { ScreenText } from './vi.ts';

/** The words of the screens in English, key for key those of `vi.ts`. */
export const en: ScreenText = {
  ...frameEn,
  ...counterEn,
  ...officeEn,
  books: booksEn,
  cash: cashEn,
  correction: correctionEn,
  editions: editionsEn,
  steps: stepsEn,
  petitions: petitionsEn,
};
