import type { Database } from 'better-sqlite3';
import { openTakings, type Takings } from '../db/cash/takings.ts';
import { type EditionStore, openEditionStore } from '../db/catalogue/edition-store.ts';
import { type DossierList, openDossierList } from '../db/dossier/dossier-list.ts';
import { type DossierNumbers, openDossierNumbers } from '../db/dossier/dossier-numbers.ts';
import { openProjections, type Projections } from '../db/dossier/projections.ts';
import { type DraftStore, openDraftStore } from '../db/intake/draft-store.ts';
import { openPetitionStore, type PetitionStore } from '../db/intake/petition-store.ts';
import { type CounterDigits, openCounterDigits } from '../db/machine/counter-digits.ts';
import { type OfficerStore, openOfficerStore } from '../db/machine/officer-store.ts';
import { openPrintJobs, type PrintJobs } from '../db/machine/print-jobs.ts';
import { openSettings, type Settings } from '../db/machine/settings.ts';
import { type Books, openBooks } from '../db/office/books.ts';
import { openPeople, type People } from '../db/people/people.ts';
import { type Acks, openAcks } from '../db/sync/acks.ts';
import { type EventLog, openEventLog } from '../db/sync/event-log.ts';
import { type FeedStore, openFeedStore } from '../db/sync/feed-store.ts';
import { openQueue, type QueueStore } from '../db/sync/queue.ts';

/** Every table of the desk behind the questions it answers; statements are prepared once. */
export interface Stores {
  readonly db: Database;
  readonly log: EventLog;
  readonly projections: Projections;
  readonly acks: Acks;
  readonly feed: FeedStore;
  readonly queue: QueueStore;
  readonly officers: OfficerStore;
  readonly editions: EditionStore;
  readonly drafts: DraftStore;
  readonly prints: PrintJobs;
  readonly numbers: DossierNumbers;
  readonly digits: CounterDigits;
  readonly list: DossierList;
  readonly books: Books;
  readonly takings: Takings;
  readonly people: People;
  readonly petitions: PetitionStore;
  readonly settings: Settings;
}

/** @param db migrated, and open as long as the stores are used */
export function openStores(db: Database): Stores {
  const log = openEventLog(db);
  return {
    db,
    log,
    projections: openProjections(db, log),
    acks: openAcks(db),
    feed: openFeedStore(db),
    queue: openQueue(db),
    officers: openOfficerStore(db),
    editions: openEditionStore(db),
    drafts: openDraftStore(db),
    prints: openPrintJobs(db),
    numbers: openDossierNumbers(db),
    digits: openCounterDigits(db),
    list: openDossierList(db),
    books: openBooks(db),
    takings: openTakings(db),
    people: openPeople(db),
    petitions: openPetitionStore(db),
    settings: openSettings(db),
  };
}
