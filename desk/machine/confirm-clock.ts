import { transact } from '../../db/open.ts';
import type { Answer } from '../../shared/contract/desk-api.ts';
import type { Caller } from '../../shared/contract/dispatch.ts';
import { refuse } from '../../shared/contract/refusal.ts';
import { localFromEpoch } from '../../shared/domain/base/local-date.ts';
import { err, ok } from '../../shared/result.ts';
import { type DeskContext, now } from '../context.ts';
import { behindDistrict, lastRecordedMs } from './clock.ts';

/**
 * An officer says that the clock is right now, though something was recorded later: with no line, one dossier of a wrong
 * day would hold up intake until that day. It is a fact like any other, and what is recorded next follows it. Against the
 * district's signed time nobody is heard.
 */
export function confirmClock(desk: DeskContext, reason: string, by: Caller): Answer<'clock.confirm'> {
  const said = reason.trim();
  if (said === '') return err([refuse('reason-missing', 'reason')]);
  const refusal = behindDistrict(desk);
  if (refusal !== null) return err([refusal]);
  const isRecorded = transact(desk.stores.db, () => {
    const lastMs = lastRecordedMs(desk);
    if (lastMs <= desk.world.clock()) return false;
    const body = { at: now(desk), behind: localFromEpoch(lastMs), reason: said };
    desk.ledger.recordOffice({ type: 'clock.confirmed', body }, by);
    return true;
  });
  if (isRecorded) desk.recorded([]);
  return ok({});
}
