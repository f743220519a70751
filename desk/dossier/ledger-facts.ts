import type { RecordedFact } from '../../shared/forms/dossier/recorded-fact.ts';
import { readFact } from '../../shared/protocol/fact.ts';
import type { DeskContext } from '../context.ts';

/** Everything recorded about a dossier, in the order of the ledger; what this build cannot read is left out. */
export const factsOf = (desk: DeskContext, dossierId: string): readonly RecordedFact[] =>
  desk.stores.log.ofDossier(dossierId).flatMap(({ event }) => {
    const read = readFact(event);
    return read.kind === 'fact' ? [{ fact: read.fact, actor: event.actor }] : [];
  });
