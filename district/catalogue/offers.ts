import type { LocalDate } from '../../shared/domain/base/local-date.ts';
import { isOffered, withChanges } from '../../shared/domain/catalogue/catalogue.ts';
import { readEdition } from '../../shared/domain/catalogue/edition.ts';
import type { CatalogueEdition } from '../../shared/domain/catalogue/procedure.ts';
import type { Commune } from '../../shared/domain/dossier/doubt.ts';
import type { FeesOf } from '../../shared/domain/dossier/fee-doubt.ts';
import type { ReadEvent } from '../../shared/protocol/event.ts';
import { seedCatalogues } from '../../shared/seed/editions.ts';
import type { Tx } from '../rows.ts';

/** The catalogues a commune's desks can have: those they are shipped with and those on its feed; none where no event asks. */
export async function cataloguesOf(
  tx: Tx,
  stream: string,
  links: readonly ReadEvent[],
): Promise<ReadonlyMap<string, CatalogueEdition>> {
  if (!links.some(({ event: { type } }) => type === 'dossier.received' || type === 'dossier.corrected'))
    return new Map();
  const rows = await tx
    .selectFrom('feed')
    .select('body')
    .where('stream', '=', stream)
    .where('kind', '=', 'catalogue')
    .orderBy('feed_seq')
    .execute();
  const published = rows.flatMap(({ body }) => readEdition('catalogue', body ?? '') ?? []);
  return wholeCatalogues([...seedCatalogues(), ...published]);
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

/** What those catalogues offer on a day. */
export const offersIn =
  (catalogues: ReadonlyMap<string, CatalogueEdition>): Commune['offers'] =>
  (edition, code, on) => {
    const found = named(catalogues, edition).map((one) => offersOn(one, code, on));
    return found.length === 0 ? null : found.includes(true);
  };

const offersOn = ({ procedures }: CatalogueEdition, code: string, on: LocalDate): boolean =>
  procedures.some((one) => one.code === code && isOffered(one, on));

/** What a procedure costs by those catalogues. */
export const feesIn =
  (catalogues: ReadonlyMap<string, CatalogueEdition>): FeesOf =>
  (edition, code) =>
    named(catalogues, edition).flatMap(({ procedures }) =>
      procedures.flatMap((one) => (one.code === code ? [one.fee] : [])),
    );

/** One of them, or all where none is named. */
function named(
  catalogues: ReadonlyMap<string, CatalogueEdition>,
  edition: string | null,
): readonly CatalogueEdition[] {
  if (edition === null) return [...catalogues.values()];
  const one = catalogues.get(edition);
  return one === undefined ? [] : [one];
}
