import type { PrintRequest } from '../ports.ts';

export type Paper = PrintRequest['paper'];

/** A sheet as the printer must know it; millimetres. */
export interface Sheet {
  readonly widthMm: number;
  readonly heightMm: number;
}

const MM_PER_INCH = 25.4;
const SHEETS = {
  a5: { widthMm: 148, heightMm: 210 },
  a4: { widthMm: 210, heightMm: 297 },
  'a4-landscape': { widthMm: 297, heightMm: 210 },
} as const satisfies Readonly<Record<Exclude<Paper, '80mm'>, Sheet>>;
const ROLL_WIDTH_MM = 80;
/** A longer receipt is a drawing fault, and would empty the roll. */
const ROLL_LONGEST_MM = 1500;

/**
 * The sheet a form needs. A roll is cut where the drawing ends, so its height is measured; cut sheets are what they are.
 * @param drawnMm the height the form took when drawn
 * @throws RangeError when a roll's height is not between 1 and 1500 mm
 */
export function sheetFor(paper: Paper, drawnMm: number): Sheet {
  if (paper !== '80mm') return SHEETS[paper];
  if (!(drawnMm >= 1 && drawnMm <= ROLL_LONGEST_MM)) throw new RangeError(`A receipt of ${drawnMm} mm`);
  return { widthMm: ROLL_WIDTH_MM, heightMm: Math.ceil(drawnMm) };
}

/** What `printToPDF` takes. */
export const inches = (mm: number): number => mm / MM_PER_INCH;

/** What a silent `print` takes; whole. */
export const microns = (mm: number): number => Math.round(mm * 1000);

/** What a PDF counts in, 72 to the inch. */
export const millimetresOf = (points: number): number => (points / 72) * MM_PER_INCH;
