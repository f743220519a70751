import { z } from 'zod';
import { localDateTime } from '../base/local-date.ts';

/** Facts about the office itself: they belong to no dossier and to no drawer. */
export const officeEvents = {
  /** An officer has looked at the clock: it is right now, and what was recorded at `behind` ran ahead. */
  'clock.confirmed': z.strictObject({
    at: localDateTime,
    behind: localDateTime,
    reason: z.string().min(1).max(300),
  }),
  /** The register of a counter and a year is closed (`khóa sổ`): its last serial, its lines and pages as they were then. */
  'register.closed': z.strictObject({
    at: localDateTime,
    volume: z.string().min(1).max(40),
    lastNumber: z.int().min(1).max(9_999_999),
    /** Lines, voided ones included. */
    entries: z.int().min(1).max(9_999_999),
    pages: z.int().min(1).max(9_999_999),
    rowsPerPage: z.int().min(1).max(100),
  }),
  /** It was closed while its year lasted, by a clock that ran ahead: it takes lines again. */
  'register.reopened': z.strictObject({
    at: localDateTime,
    volume: z.string().min(1).max(40),
    reason: z.string().min(1).max(300),
  }),
} as const;

export type OfficeFact = {
  [T in keyof typeof officeEvents]: {
    readonly type: T;
    readonly body: z.infer<(typeof officeEvents)[T]>;
  };
}[keyof typeof officeEvents];

export const isOfficeEventType = (type: string): type is OfficeFact['type'] =>
  Object.hasOwn(officeEvents, type);
