import { z } from 'zod';

/**
 * Days and minutes on the wall clock of the desk. Vietnam keeps UTC+7 all year round, so a wall time is an
 * instant without a time-zone table. Outside this file and the clock nobody touches `Date`: a due date that
 * is kept as an instant moves by a day at midnight UTC.
 */
export const localDate = z.iso.date().brand<'LocalDate'>();
/** A day of the calendar, `2018-10-11`. */
export type LocalDate = z.infer<typeof localDate>;

export const localDateTime = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/)
  .refine((text) => isRealDate(text.slice(0, 10)))
  .brand<'LocalDateTime'>();
/** A minute of the desk's wall clock, `2018-10-11T09:30`. */
export type LocalDateTime = z.infer<typeof localDateTime>;

/** Minutes since midnight, 0 to 1440. */
export type MinuteOfDay = number;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const vietnamOffsetMs = 7 * 60 * minuteMs;

/** @throws RangeError if `text` is no such day (a bug: officers' input is parsed elsewhere) */
export function day(text: string): LocalDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !isRealDate(text)) throw new RangeError(`Not a date: ${text}`);
  return text as LocalDate;
}

/** @throws RangeError if `text` is no such minute */
export function moment(text: string): LocalDateTime {
  if (!localDateTime.safeParse(text).success || !isRealDate(text.slice(0, 10))) {
    throw new RangeError(`Not a local time: ${text}`);
  }
  return text as LocalDateTime;
}

/** True for a day that exists: 2023-02-29 does not. */
export function isRealDate(text: string): boolean {
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === text;
}

export const dateOf = (at: LocalDateTime): LocalDate => at.slice(0, 10) as LocalDate;

export const minuteOf = (at: LocalDateTime): MinuteOfDay =>
  Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16));

/** @param minute 0 to 1439; a closing time of 24:00 has no place on the same day */
export function at(date: LocalDate, minute: MinuteOfDay): LocalDateTime {
  return moment(`${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`);
}

const two = (n: number): string => String(n).padStart(2, '0');

/** @param days whole, may be negative */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10) as LocalDate;
}

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (date: LocalDate): number => new Date(`${date}T00:00:00Z`).getUTCDay();

/** The minute on a Vietnamese wall clock at the instant `epochMs`. */
export const localFromEpoch = (epochMs: number): LocalDateTime =>
  new Date(epochMs + vietnamOffsetMs).toISOString().slice(0, 16) as LocalDateTime;

/** The instant of a wall-clock minute, in milliseconds since 1970. */
export const epochOf = (local: LocalDateTime): number => Date.parse(`${local}:00Z`) - vietnamOffsetMs;

/** `2026-11-22T03:00:00.000Z`: how an instant stands in an event. */
export const instantFromEpoch = (epochMs: number): string => new Date(epochMs).toISOString();

export const epochOfInstant = (instant: string): number => Date.parse(instant);

/** Whole minutes from one wall time to another. */
export const minutesBetween = (from: LocalDateTime, to: LocalDateTime): number =>
  (epochOf(to) - epochOf(from)) / minuteMs;
