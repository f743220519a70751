import { describe, expect, test } from 'vitest';
import type { LocalDateTime } from '../../../shared/domain/base/local-date.ts';
import { dueDate, type Term } from '../../../shared/domain/calendar/due-date.ts';
import { dueAfterPause } from '../../../shared/domain/calendar/paused-due.ts';
import { type CalendarEdition, workCalendar } from '../../../shared/domain/calendar/work-calendar.ts';
import { legDueAt } from '../../../shared/domain/catalogue/internal-steps.ts';
import { seedCalendar } from '../../../shared/seed/editions.ts';
import { prng } from '../../simulation/prng.ts';

/**
 * A second way of counting that shares no code with the first: it walks minute by minute through a calendar of its
 * own and looks at nothing but the edition. Slow, and plain enough to be read against the law.
 */
class Walker {
  private readonly edition: CalendarEdition;
  private readonly exceptions: ReadonlyMap<string, string>;
  constructor(edition: CalendarEdition) {
    this.edition = edition;
    this.exceptions = new Map(edition.exceptions.map(({ date, kind }) => [date, kind]));
  }

  /** Minutes since 1970 on the wall clock. */
  static minute = (text: string): number => Date.parse(`${text}:00Z`) / 60_000;
  static text = (minute: number): string => new Date(minute * 60_000).toISOString().slice(0, 16);

  /** A day is the same day in each of its minutes. */
  private readonly known = new Map<number, boolean>();

  counts(minute: number): boolean {
    const number = Math.floor(minute / 1440);
    const known = this.known.get(number) ?? this.look(minute);
    this.known.set(number, known);
    return known;
  }

  private look(minute: number): boolean {
    const date = Walker.text(minute).slice(0, 10);
    const kind = this.exceptions.get(date);
    if (kind === 'holiday' || kind === 'compensatory') return false;
    if (kind === 'makeup_working') return true;
    if (date > '2027-12-31' && ['01-01', '04-30', '05-01', '09-02', '11-24'].includes(date.slice(5)))
      return false;
    const name = new Date(minute * 60_000).toUTCString().slice(0, 3);
    return name !== 'Sat' && name !== 'Sun';
  }

  /** Citizens are received in this minute. */
  isOpen(minute: number): boolean {
    const clock = minute % 1440;
    if (this.counts(minute)) return this.edition.sessions.some(({ from, to }) => clock >= from && clock < to);
    const { saturdaySession } = this.edition;
    const isSaturday = new Date(minute * 60_000).toUTCString().startsWith('Sat');
    const isFree = this.exceptions.has(Walker.text(minute).slice(0, 10));
    if (!isSaturday || isFree || saturdaySession === null) return false;
    return clock >= saturdaySession.from && clock < saturdaySession.to;
  }

  /** Work runs in this minute. */
  runs = (minute: number): boolean => this.counts(minute) && this.isOpen(minute);

  /** After the last opening of Saturday, and on days off, the next opening is one of a working day. */
  effective(received: number): number {
    let minute = received;
    if (this.isOpen(minute)) return minute;
    const today = Math.floor(minute / 1440);
    for (; Math.floor(minute / 1440) === today; minute += 1) if (this.isOpen(minute)) return minute;
    while (!this.runs(minute)) minute += 1;
    return minute;
  }

  closing(minute: number): number {
    const last = Math.max(...this.edition.sessions.map(({ to }) => to));
    return Math.floor(minute / 1440) * 1440 + last;
  }

  laterDays(from: number, days: number): number {
    let minute = from;
    for (let left = days; left > 0; ) {
      minute += 1440;
      if (this.counts(minute)) left -= 1;
    }
    return minute;
  }

  /** The end of the n-th minute of work from here on. */
  laterWork(from: number, minutes: number): number {
    let minute = from;
    for (let left = minutes; left > 0; minute += 1) if (this.runs(minute)) left -= 1;
    return minute;
  }

  offRestDay(minute: number): number {
    if (this.counts(minute)) return minute;
    let next = minute;
    while (!this.counts(next)) next += 1440;
    return this.closing(next);
  }

  due(received: number, term: Term): number {
    const start = this.effective(received);
    switch (term.unit) {
      case 'working_day':
        return this.laterDays(start, term.value);
      case 'calendar_day':
        return this.offRestDay(this.closing(start + term.value * 1440));
      case 'hour':
        return this.laterWork(start, term.value * 60);
      case 'half_day':
        return this.laterWork(start, term.value * 240);
      case 'same_day':
        return this.sameDay(received, term.cutoffHour);
      default:
        throw new Error(term.unit);
    }
  }

  private sameDay(received: number, cutoffHour: number): number {
    const midnight = received - (received % 1440);
    const openings = Array.from({ length: 1440 }, (_, n) => midnight + n).filter((minute) =>
      this.isOpen(minute),
    );
    const lastOpen = openings.at(-1);
    const isCounted = this.counts(received);
    const inTime = received % 1440 <= cutoffHour * 60 && (isCounted || received <= (lastOpen ?? -1));
    if (lastOpen !== undefined && inTime) return lastOpen + 1;
    return this.closing(this.laterDays(received, 1));
  }

  afterPause(due: number, from: number, until: number, unit: Term['unit']): number {
    if (unit === 'hour' || unit === 'half_day') {
      let stood = 0;
      for (let minute = from; minute < until; minute += 1) if (this.runs(minute)) stood += 1;
      return this.laterWork(due, stood);
    }
    const days = Math.floor(until / 1440) - Math.floor(from / 1440);
    if (unit === 'calendar_day') return days === 0 ? due : this.offRestDay(due + days * 1440);
    let counted = 0;
    for (let n = 1; n <= days; n += 1) if (this.counts(from + n * 1440)) counted += 1;
    return this.laterDays(due, counted);
  }

  /** An agency that has `hours` of a term of `days` working days. */
  share(received: number, hours: number): number {
    const start = this.effective(received);
    const whole = this.laterDays(start, Math.floor(hours / 8));
    return this.laterWork(whole, (hours % 8) * 60);
  }
}

const seed = seedCalendar();
const saturdays = { ...seed, saturdaySession: { from: 480, to: 690 } };
const counters = [
  { walker: new Walker(seed), calendar: workCalendar(seed) },
  { walker: new Walker(saturdays), calendar: workCalendar(saturdays) },
] as const;
const step = { name: 'Thẩm định', unit: 'Một cửa' };
const cases = 10_000;

function randomTerm(n: number, value: number): Term {
  switch (n) {
    case 0:
      return { unit: 'working_day', value };
    case 1:
      return { unit: 'calendar_day', value };
    case 2:
      return { unit: 'hour', value };
    case 3:
      return { unit: 'half_day', value };
    default:
      return { unit: 'same_day', cutoffHour: 15 };
  }
}

describe('dates counted a second way, minute by minute', () => {
  const { int: below } = prng(20_261_125);
  const base = Walker.minute('2018-01-02T00:00');

  /** Around the days off as often as anywhere else. */
  const someMinute = (): number => {
    const around = seed.exceptions[below(seed.exceptions.length)]?.date ?? '2020-01-01';
    const start =
      below(2) === 0 ? base + below(10 * 365) * 1440 : Walker.minute(`${around}T00:00`) - below(4) * 1440;
    const [edge] = [480, 719, 720, 809, 810, 900, 901, 1049, 1050].slice(below(9));
    return start + (below(3) === 0 ? (edge ?? 480) : below(1440));
  };

  test(`${cases} promises, pauses and shares agree`, () => {
    for (let n = 0; n < cases; n += 1) {
      const which = below(2);
      const { walker, calendar } = counters[which] ?? counters[0];
      const received = someMinute();
      const term = randomTerm(below(5), 1 + below(20));
      const at = Walker.text(received) as LocalDateTime;
      const what = `${at} ${JSON.stringify(term)}`;
      const due = dueDate(at, term, calendar)?.at;
      expect(due, what).toBe(Walker.text(walker.due(received, term)));
      if (due === undefined) continue;

      const [from, until] = [received + below(3000), received + 3000 + below(12_000)];
      const pause = { from: Walker.text(from) as LocalDateTime, until: Walker.text(until) as LocalDateTime };
      const later = walker.afterPause(Walker.minute(due), from, until, term.unit);
      expect(dueAfterPause(due, pause, calendar, term.unit), `${what} ${pause.from} ${pause.until}`).toBe(
        Walker.text(later),
      );

      if (term.unit !== 'working_day') continue;
      const hours = 1 + below(term.value * 8);
      const steps = [
        { ...step, agency: 'A', hours },
        { ...step, agency: 'B', hours: term.value * 8 - hours },
      ];
      const leg = legDueAt('A', { term, steps }, { receivedAt: at, dueAt: due, calendar });
      expect(leg, `${what} share ${hours}`).toBe(
        // A share never ends after the whole.
        Walker.text(Math.min(walker.share(received, hours), Walker.minute(due))),
      );
    }
  });
});
