import type { LocalDate } from '../../shared/domain/base/local-date.ts';
import { isOffered, withChanges } from '../../shared/domain/catalogue/catalogue.ts';
import { readEdition } from '../../shared/domain/catalogue/edition.ts';
import type { CatalogueEdition } from '../../shared/domain/catalogue/procedure.ts';
import type { Commune } from '../../shared/domain/dossier/doubt.ts';
import type { ReadEvent } from '../../shared/protocol/event.ts';
import { seedCatalogues } from '../../shared/seed/editions.ts';
import type { Tx } from '../rows.ts';

/** What a commune's desks can have offered by: the catalogues they are shipped with and those on its feed. */
export async function offersOf(
  tx: Tx,
  stream: string,
  links: readonly ReadEvent[],
): Promise<Commune['offers']> {
  if (!links.some(({ event: { type } }) => type === 'dossier.received' || type === 'dossier.corrected'))
    return () => null;
  const rows = await tx
    .selectFrom('feed')
    .select('body')
    .where('stream', '=', stream)
    .where('kind', '=', 'catalogue')
    .orderBy('feed_seq')
    .execute();
  const published = rows.flatMap(({ body }) => readEdition('catalogue', body ?? '') ?? []);
  return offersIn(wholeCatalogues([...seedCatalogues(), ...published]));
}

/** Changes without the edition they change are none that a desk could use either. */
function wholeCatalogues(editions: readonly CatalogueEdition[]): ReadonlyMap<string, CatalogueEdition> {
  const whole = new Map<string, CatalogueEdition>();
  for (const one of editions) {
    const base = one.base == null ? null : whole.get(one.base);
    if (whole.has(one.edition) || base === undefined) continue;
    whole.set(one.edition, base === null ? one : withChanges(base, one));
  }
  return whole;
}

const offersIn =
  (catalogues: ReadonlyMap<string, CatalogueEdition>): Commune['offers'] =>
  (edition, code, on) => {
    const named = edition === null ? [...catalogues.values()] : [catalogues.get(edition)];
    const found = named.flatMap((one) => (one === undefined ? [] : [offersOn(one, code, on)]));
    return found.length === 0 ? null : found.includes(true);
  };

const offersOn = ({ procedures }: CatalogueEdition, code: string, on: LocalDate): boolean =>
  procedures.some((one) => one.code === code && isOffered(one, on));
