import type { DeskView } from '../../shared/contract/machine/views.ts';
import { refuse } from '../../shared/contract/refusal.ts';
import type { Stores } from './stores.ts';

/** Only some officers sit where citizens stand, and a desk that only reads receives nobody. */
export const receivesCitizens = ({ officer, readingOnly }: DeskView): boolean =>
  readingOnly === null &&
  (officer?.roles.some((role) => role === 'reception' || role === 'supervisor') ?? false);

/** @returns whether work at the counter may begin; where not, the officer is told why */
export function mayReceive({ session, notices }: Pick<Stores, 'session' | 'notices'>): boolean {
  const { view } = session.getState();
  if (view !== null && receivesCitizens(view)) return true;
  const why = refuse(view === null || view.readingOnly === null ? 'not-permitted' : 'read-only');
  notices.getState().tell({ tone: 'today', say: (words) => words.refusal(why) });
  return false;
}
