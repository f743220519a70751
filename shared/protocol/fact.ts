import { type CashFact, cashEvents, isCashEventType } from '../domain/cash/cash-events.ts';
import type { FactOrigin } from '../domain/dossier/dossier.ts';
import { type DossierFact, dossierEvents, isDossierEventType } from '../domain/dossier/dossier-events.ts';
import { isOfficeEventType, type OfficeFact, officeEvents } from '../domain/office/office-events.ts';
import type { EventEnvelope } from './event.ts';
import { broughtUp } from './older-bodies.ts';

/** What an event says about a dossier, as far as this version can read it. */
export type FactReading =
  | { readonly kind: 'fact'; readonly fact: DossierFact; readonly origin: FactOrigin }
  /** A kind or a version of a later build: kept, passed on, and read again by a build that can. */
  | { readonly kind: 'unknown' }
  /** A kind this build knows with a body it cannot be. */
  | { readonly kind: 'bad-body' };

/** Both ends read events through here: what one projects, the other projects. */
export function readFact(event: EventEnvelope): FactReading {
  const { type, v, basedOn, device, epoch, seq, actor, role, deviceTime } = event;
  if (!isDossierEventType(type)) return { kind: 'unknown' };
  const body = broughtUp(type, v, event.body);
  if (body === null) return { kind: 'unknown' };
  const read = dossierEvents[type].safeParse(body);
  if (basedOn === null || !read.success) return { kind: 'bad-body' };
  return {
    kind: 'fact',
    fact: { type, dossier: basedOn.dossier, body: read.data } as DossierFact,
    origin: { device, epoch, seq, actor, role, at: deviceTime },
  };
}

/** What an event says about a drawer; null for other kinds, later versions and bodies it cannot be. */
export function readCashFact({ type, v, body }: EventEnvelope): CashFact | null {
  if (!isCashEventType(type)) return null;
  const read = cashEvents[type].safeParse(broughtUp(type, v, body));
  return read.success ? ({ type, body: read.data } as CashFact) : null;
}

/** What an event says about the office itself; null for other kinds, later versions and bodies it cannot be. */
export function readOfficeFact({ type, v, body }: EventEnvelope): OfficeFact | null {
  if (!isOfficeEventType(type)) return null;
  const read = officeEvents[type].safeParse(broughtUp(type, v, body));
  return read.success ? ({ type, body: read.data } as OfficeFact) : null;
}
