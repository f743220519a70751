import type { Warning } from '../../shared/contract/intake/views.ts';
import type { DeskView } from '../../shared/contract/machine/views.ts';
import { type Refusal, refuse } from '../../shared/contract/refusal.ts';
import { epochOfInstant } from '../../shared/domain/base/local-date.ts';
import { type DeskContext, me } from '../context.ts';

/** A minute of play: two machines' clocks never agree to the second. */
const clockSlackMs = 60_000;

/** How far the desk's clock may run ahead of the district's before it is said. */
const clockToleranceMs = 5 * 60_000;

/** UTC+7, minutes. */
const officeOffsetMinutes = 420;

/** What every screen says of the clock; nothing before enrolment, and on a desk that records nothing. */
export const viewClock = (desk: DeskContext): DeskView['clock'] =>
  desk.enrolment.current() === null || desk.readingOnly !== null
    ? { refusal: null, doubts: [] }
    : { refusal: clockRefusal(desk), doubts: clockDoubts(desk) };

/**
 * Refuses to date anything before something that has certainly happened: the last ack of the district, and the last
 * event recorded here unless the district has confirmed it. The district's signed time outranks our own of then: one
 * dossier recorded while the clock ran ahead must not hold up the counter until that day comes. A clock that runs ahead is
 * only warned about.
 */
export const clockRefusal = (desk: DeskContext): Refusal | null =>
  behindDistrict(desk) ?? behind(desk, lastRecordedMs(desk));

/** Whether the clock stands before the last signed time of the district, which nobody here can overrule. */
export function behindDistrict(desk: DeskContext): Refusal | null {
  const { serverTime } = desk.stores.acks.of(me(desk));
  return serverTime === null ? null : behind(desk, epochOfInstant(serverTime));
}

/** When the last event was recorded here, as far as the district has not confirmed it; 0 when it has. Milliseconds. */
export function lastRecordedMs(desk: DeskContext): number {
  const one = me(desk);
  const { seq } = desk.stores.log.end(one);
  const { provenSeq } = desk.stores.acks.of(one);
  const [last] = provenSeq >= seq ? [] : desk.stores.log.after(one, seq - 1, 1);
  return last === undefined ? 0 : deviceTimeOf(last.line);
}

/** What is said of the clock and blocks nothing: it differs from the district's, or the machine is in another zone. */
export function clockDoubts(desk: DeskContext): Warning[] {
  const { serverTime, storedAt } = desk.stores.acks.of(me(desk));
  const offMs =
    serverTime === null || storedAt === null ? 0 : Math.abs(storedAt - epochOfInstant(serverTime));
  // A clock set by hand in another zone looks right and is hours off.
  const isElsewhere = desk.world.utcOffsetMinutes() !== officeOffsetMinutes;
  return [
    ...(offMs > clockToleranceMs ? [warn('clock-off', { minutes: Math.round(offMs / 60_000) })] : []),
    ...(isElsewhere ? [warn('zone-off')] : []),
  ];
}

const warn = (code: Warning['code'], values: Warning['values'] = {}): Warning => ({
  code,
  values,
  dossier: null,
});

function behind(desk: DeskContext, sinceMs: number): Refusal | null {
  const behindMs = sinceMs - desk.world.clock();
  if (behindMs <= clockSlackMs) return null;
  return refuse('clock-behind', undefined, { minutes: Math.ceil(behindMs / 60_000) });
}

const deviceTimeOf = (line: string): number => {
  const { deviceTime } = JSON.parse(line) as { deviceTime: string };
  return epochOfInstant(deviceTime);
};
