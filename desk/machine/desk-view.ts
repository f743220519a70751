import type { DeskView } from '../../shared/contract/machine/views.ts';
import { byGivenName } from '../../shared/domain/people/person-name.ts';
import { type DeskContext, now, rulesToday } from '../context.ts';
import { viewClock } from './clock.ts';
import type { Session } from './session.ts';

/** Who this machine is, who is signed in, and who may sign in. */
export function deskViewOf(desk: DeskContext, session: Session): DeskView {
  const me = desk.enrolment.current();
  const officer = session.current();
  const rules = rulesToday(desk);
  return {
    desk: me === null ? null : { agency: me.agency, deskDigit: me.deskDigit, deskName: me.deskName },
    officer: officer === null ? null : { id: officer.id, name: officer.name, roles: [...officer.roles] },
    officers: desk.stores.officers
      .all()
      .filter((one) => one.active)
      .map(({ id, name }) => ({ id, name }))
      .toSorted((a, b) => byGivenName(a.name, b.name)),
    demo: desk.world.demo,
    readingOnly: desk.readingOnly,
    catalogueEdition: rules.catalogueEdition,
    calendarEdition: rules.calendar.edition,
    rulesEdition: rules.rules.edition,
    formsEdition: rules.forms.edition,
    now: now(desk),
    clock: viewClock(desk),
  };
}
