import type { calendarCalls } from '../../shared/contract/calendar/calls.ts';
import type { HandlersFor } from '../../shared/contract/dispatch.ts';
import { typedDueDoubts } from '../../shared/domain/calendar/due-doubt.ts';
import { ok } from '../../shared/result.ts';
import { type DeskContext, now, rulesToday } from '../context.ts';

export const calendarHandlers = (desk: DeskContext): HandlersFor<typeof calendarCalls> => ({
  'calendar.doubtDue': ({ dueAt }) => ok(typedDueDoubts(dueAt, now(desk), rulesToday(desk).calendar)),
});
