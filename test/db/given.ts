import type { Stores } from '../../desk/stores.ts';
import { moment } from '../../shared/domain/base/local-date.ts';
import { undoReason } from '../../shared/domain/dossier/consent.ts';
import type { DossierEventType, DossierReceived } from '../../shared/domain/dossier/dossier-events.ts';
import { factOf, originAt } from '../domain/dossier/every-fact.ts';
import { aReceivedDossier } from '../domain/dossier/example.ts';
import { keep } from '../support/sync-stores.ts';

export const idOf = (n: number): string => `0197a000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** What is said of the `n`-th dossier besides that it was received; days are of May 2025. */
interface Given {
  readonly day?: number;
  readonly time?: string;
  readonly due?: string;
  readonly desk?: number;
  readonly officer?: string;
  readonly device?: string;
  readonly person?: Partial<DossierReceived['applicant']>;
  readonly part?: Partial<DossierReceived>;
}

/** Receives the `n`-th dossier of a counter, with `n` as its serial, and answers its id. */
export function given(stores: Stores, n: number, one: Given = {}): string {
  const { day = 20, time = '09:42', due = '2025-05-23T17:30', desk = 1 } = one;
  const serial = desk * 1000 + n;
  const base = aReceivedDossier();
  const body = aReceivedDossier({
    code: `H26.25.39-2505${day}-${serial}`,
    deskDigit: desk,
    serial: n,
    register: { volume: `${desk}/2025`, number: n },
    receivedAt: moment(`2025-05-${day}T${time}`),
    dueAt: moment(due),
    applicant: { ...base.applicant, ...one.person },
    ...one.part,
  });
  const id = idOf(serial + day * 10_000);
  keep(
    stores,
    { type: 'dossier.received', dossier: id, body },
    {
      ...(one.device === undefined ? {} : { device: one.device }),
      ...(one.officer === undefined ? {} : { actor: one.officer }),
    },
  );
  return id;
}

/** Whoever received it takes it back at once. @param day of May 2025 on which it was received */
export const cancelled = (stores: Stores, dossier: string, day = 20): void =>
  void keep(stores, {
    type: 'dossier.cancelled',
    dossier,
    body: { at: moment(`2025-05-${day}T16:00`), reason: undoReason },
  });

/** One more step, by somebody who may take it; its hour may be said. */
export function step(stores: Stores, dossier: string, type: DossierEventType, at?: string): void {
  const { body } = factOf(type);
  const said = at === undefined ? body : { ...body, at: moment(at) };
  const { actor, role } = originAt(1, type);
  keep(stores, { type, dossier, body: said }, { actor, role });
}
