import type { LocalDate, LocalDateTime } from '../base/local-date.ts';

/**
 * Each counter keeps a register of its own a year, so that offline counters never share a line: its serial runs from 01 to the
 * year's end, whatever it is bound in.
 * @returns `1/2025`
 * @source docs/sources.md#registers
 */
export const registerVolume = (deskDigit: number, now: LocalDate | LocalDateTime): string =>
  `${deskDigit}/${now.slice(0, 4)}`;

/** The counter and the year of a register; null for what is none of ours. */
export function readVolume(volume: string): { readonly deskDigit: number; readonly year: string } | null {
  const [, digit, year] = /^([1-9])\/(\d{4})$/.exec(volume) ?? [];
  return digit === undefined || year === undefined ? null : { deskDigit: Number(digit), year };
}

/** As the circular writes it: `01`, `09`, `1043`. */
export const registerNumber = (number: number): string => String(number).padStart(2, '0');
