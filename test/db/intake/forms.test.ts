import { beforeEach, describe, expect, test } from 'vitest';
import type { Stores } from '../../../desk/stores.ts';
import { moment } from '../../../shared/domain/base/local-date.ts';
import { emptyDraft } from '../../../shared/domain/intake/draft.ts';
import { factOf } from '../../domain/dossier/every-fact.ts';
import { emptyStores, keep, lone } from '../../support/sync-stores.ts';
import { idOf } from '../given.ts';

let stores: Stores;
beforeEach(() => {
  stores = emptyStores();
});

const mark = { device: lone.device, epoch: 1, heldSeq: 0 };

/** Somebody is asked for more at an hour of 20 May 2025. */
function asked(n: number, time: string, name: string, phone = ''): string {
  const dossier = idOf(n);
  const { body } = factOf('intake.supplementRequested');
  if (!('applicant' in body)) throw new Error('A slip names whom it was given to');
  const applicant = { ...body.applicant, name, phone, idNumber: `00108500${String(n).padStart(4, '0')}` };
  const said = { ...body, at: moment(`2025-05-20T${time}`), applicant };
  keep(stores, { type: 'intake.supplementRequested', dossier, body: said });
  return dossier;
}

describe('whoever was asked for more', () => {
  test('waits in the order of the slips, newest first, until the office is done with it', () => {
    const [first, last] = [asked(1, '08:00', 'Bùi Văn Một'), asked(2, '09:00', 'Bùi Văn Hai')];
    const waiting = (query = '', limit = 10) =>
      stores.petitions.waiting(query, limit, mark).map(({ petition }) => petition.id);
    expect(waiting()).toEqual([last, first]);
    expect(waiting('', 1)).toEqual([last]);
    expect(stores.petitions.openOnes().map(({ id }) => id)).toEqual([last, first]);
    keep(stores, { type: 'intake.lapsed', dossier: last, body: { at: moment('2025-05-21T08:00') } });
    expect(waiting()).toEqual([first]);
    expect(stores.petitions.waitingCount()).toBe(1);
    expect(stores.petitions.openOnes()).toHaveLength(1);
  });

  test('says what of it has not been sent', () => {
    asked(1, '08:00', 'Bùi Văn Một');
    const waits = (heldSeq: number) => stores.petitions.waiting('', 9, { ...mark, heldSeq })[0]?.waiting;
    expect([waits(0), waits(1)]).toEqual([1, 0]);
    expect(stores.petitions.waiting('', 9, { ...mark, epoch: 2 })[0]?.waiting).toBe(0);
  });

  test.each([
    { query: 'mot', found: 1 },
    { query: 'bui van', found: 2 },
    { query: 'ba', found: 0 },
    { query: '000 002', found: 1 },
    { query: '0912 345 678', found: 1 },
  ])('is found $found times by "$query"', ({ query, found }) => {
    asked(1, '08:00', 'Bùi Văn Một', '0912345678');
    asked(2, '09:00', 'Bùi Văn Hai');
    expect(stores.petitions.waiting(query, 9, mark)).toHaveLength(found);
  });

  test('keeps its form until it is dropped, or its petition has ended elsewhere', () => {
    const [one, two] = [asked(1, '08:00', 'Bùi Văn Một'), asked(2, '09:00', 'Bùi Văn Hai')];
    for (const id of [one, two]) stores.petitions.keepDraft(emptyDraft(id), 1);
    stores.petitions.keepDraft({ ...emptyDraft(one), note: 'mang thêm' }, 2);
    expect(stores.petitions.draftOf(one)?.note).toBe('mang thêm');
    keep(stores, { type: 'intake.lapsed', dossier: two, body: { at: moment('2025-05-21T08:00') } });
    stores.petitions.dropEndedDrafts();
    expect(stores.petitions.draftOf(two)).toBeNull();
    expect(stores.petitions.draftOf(one)).not.toBeNull();
    stores.petitions.dropDraft(one);
    expect(stores.petitions.draftOf(one)).toBeNull();
  });
});

describe('a form not saved yet', () => {
  test('is its officer’s, the last one first', () => {
    for (const [n, officer, savedAt] of [
      [1, 'trang', 30],
      [2, 'trang', 50],
      [3, 'trang', 50],
      [4, 'hanh', 90],
    ] as const)
      stores.drafts.put(officer, emptyDraft(idOf(n)), savedAt);
    expect(stores.drafts.ofOfficer('trang').map(({ draft, savedAt }) => [draft.id, savedAt])).toEqual([
      [idOf(3), 50],
      [idOf(2), 50],
      [idOf(1), 30],
    ]);
    expect(stores.drafts.ownerOf(idOf(4))).toBe('hanh');
    expect(stores.drafts.ownerOf(idOf(5))).toBeNull();
    stores.drafts.drop(idOf(3));
    expect(stores.drafts.get(idOf(3))).toBeNull();
    expect(stores.drafts.get(idOf(2))).toEqual(emptyDraft(idOf(2)));
  });
});
