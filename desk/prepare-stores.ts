import { projectionVersion } from '../db/dossier/projections.ts';
import { transact } from '../db/open.ts';
import { day } from '../shared/domain/base/local-date.ts';
import { decree61 } from '../shared/domain/catalogue/rule-set.ts';
import { defaultFormOptions } from '../shared/forms/base/form-options.ts';
import { seedAgencyList, seedCalendar, seedCatalogues, seedFormSets } from '../shared/seed/editions.ts';
import type { Stores } from './stores.ts';
import { replayDeferred } from './sync/other-row.ts';

/** Brings tables that may have been left by an older version to what this one reads. */
export function prepareStores(stores: Stores): void {
  importSeeds(stores);
  replayDeferred(stores);
  bringProjectionsUpToDate(stores);
  stores.petitions.dropEndedDrafts();
}

/** After an update that folds or stores otherwise, everything shown is made again from the ledger. */
function bringProjectionsUpToDate(stores: Stores): void {
  if (stores.settings.get('projection-version') === projectionVersion) return;
  transact(stores.db, () => {
    stores.projections.rebuild();
    stores.settings.set('projection-version', projectionVersion);
  });
}

/** The editions the desk is shipped with; those of the district come down the feed and are newer. */
function importSeeds(stores: Stores): void {
  transact(stores.db, () => {
    const validFrom = day('2018-01-01');
    for (const catalogue of seedCatalogues()) stores.editions.put('catalogue', catalogue);
    stores.editions.put('calendar', { validFrom, edition: seedCalendar() });
    stores.editions.put('rules', { validFrom, edition: decree61 });
    stores.editions.put('forms', { validFrom, edition: defaultFormOptions });
    stores.editions.put('formSets', { validFrom, edition: seedFormSets() });
    stores.editions.put('agencies', { validFrom, edition: seedAgencyList() });
  });
}
