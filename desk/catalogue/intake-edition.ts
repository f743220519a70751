import { dateOf } from '../../shared/domain/base/local-date.ts';
import type { Procedure } from '../../shared/domain/catalogue/procedure.ts';
import type { Dossier } from '../../shared/domain/dossier/dossier.ts';
import type { DeskContext } from '../context.ts';

/**
 * The procedure of a dossier as the catalogue had it when the dossier was received, whatever came since; its event
 * says which edition that was. Null where this desk never had that edition.
 */
export function procedureAtIntake(
  desk: DeskContext,
  { id, received: first, current }: Dossier,
): Procedure | null {
  const received = desk.stores.log.ofDossier(id).find(({ event }) => event.type === 'dossier.received');
  return received === undefined
    ? null
    : desk.rules.procedureIn(
        received.event.catalogueEdition,
        current.procedure.code,
        dateOf(first.receivedAt),
      );
}
