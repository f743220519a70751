import type { Caller } from '../../shared/contract/dispatch.ts';
import { dateOf, type LocalDateTime } from '../../shared/domain/base/local-date.ts';
import type { PaperContext } from '../../shared/forms/base/paper-parts.ts';
import { type DeskContext, me, now } from '../context.ts';

/**
 * What every paper of this desk is printed with.
 * @param at day of the fact the paper tells of: its set of forms is the one of that day, until a dossier has one of its own
 * @param copy 0 for the original, n for its n-th reprint
 */
export function paperContext(desk: DeskContext, by: Caller, at: LocalDateTime, copy = 0): PaperContext {
  const { agency, deskName } = me(desk);
  const { forms, formSet, formsBegin } = desk.rules.on(dateOf(at));
  return {
    agency,
    deskName,
    set: formSet,
    printedBy: by.name,
    printedAt: now(desk),
    copy,
    demo: desk.world.demo,
    formsBegin,
    options: forms,
  };
}
