import type { Caller } from '../shared/contract/dispatch.ts';
import { defaultFormOptions } from '../shared/forms/form-options.ts';
import type { FormSet } from '../shared/forms/paper.ts';
import type { PaperContext } from '../shared/forms/paper-parts.ts';
import { type DeskContext, me, now } from './context.ts';

/**
 * What every paper of this desk is printed with.
 * @param set the forms in force on the day of the fact
 * @param copy 0 for the original, n for its n-th reprint
 */
export function paperContext(desk: DeskContext, set: FormSet, by: Caller, copy = 0): PaperContext {
  const { agency, deskName } = me(desk);
  return {
    agency,
    deskName,
    set,
    printedBy: by.name,
    printedAt: now(desk),
    copy,
    demo: desk.world.demo,
    options: defaultFormOptions,
  };
}
