import type { Database } from 'better-sqlite3';
import { type Acks, openAcks } from '../db/acks.ts';
import { type Books, openBooks } from '../db/books.ts';
import { type DossierList, openDossierList } from '../db/dossier-list.ts';
import { type DossierNumbers, openDossierNumbers } from '../db/dossier-numbers.ts';
import { type DraftStore, openDraftStore } from '../db/draft-store.ts';
import { type EditionStore, openEditionStore } from '../db/edition-store.ts';
import { type EventLog, openEventLog } from '../db/event-log.ts';
import { type FeedStore, openFeedStore } from '../db/feed-store.ts';
import { type OfficerStore, openOfficerStore } from '../db/officer-store.ts';
import { openPeople, type People } from '../db/people.ts';
import { openPetitionStore, type PetitionStore } from '../db/petition-store.ts';
import { openPrintJobs, type PrintJobs } from '../db/print-jobs.ts';
import { openProjections, type Projections } from '../db/projections.ts';
import { openQueue, type QueueStore } from '../db/queue.ts';
import { openSettings, type Settings } from '../db/settings.ts';
import { openTakings, type Takings } from '../db/takings.ts';

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
    list: openDossierList(db),
    books: openBooks(db),
    takings: openTakings(db),
    people: openPeople(db),
    petitions: openPetitionStore(db),
    settings: openSettings(db),
  };
}
