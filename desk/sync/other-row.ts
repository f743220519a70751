import { transact } from '../../db/open.ts';
import { officerRecord } from '../../shared/protocol/bodies.ts';
import { counterDigit } from '../../shared/protocol/counter-digit.ts';
import { readJson } from '../../shared/protocol/limits.ts';
import { takeEdition } from '../catalogue/editions.ts';
import type { Stores } from '../stores.ts';

/**
 * Stores a row of the feed that is no event.
 * @returns false for what this build does not know, cannot read or cannot complete yet: it is kept aside
 */
export function takeOther(stores: Stores, kind: string, body: string): boolean {
  if (kind === 'officer') {
    const officer = officerRecord.safeParse(readJson(body));
    if (officer.success) stores.officers.put(officer.data);
    return officer.success;
  }
  if (kind === 'counterDigit') {
    const issued = counterDigit.safeParse(readJson(body));
    if (issued.success) stores.digits.put(issued.data.digit, issued.data.deskDigit);
    return issued.success;
  }
  return takeEdition(stores, kind, body);
}

/** Rows that an older build set aside and this one can read. @returns how many were taken */
export function replayDeferred(stores: Stores): number {
  return transact(stores.db, () => {
    const taken = stores.feed.deferred().filter(({ kind, body }) => takeOther(stores, kind, body));
    for (const { feedSeq } of taken) stores.feed.undefer(feedSeq);
    return taken.length;
  });
}
