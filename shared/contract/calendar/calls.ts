import { z } from 'zod';
import { localDateTime } from '../../domain/base/local-date.ts';
import { dueDoubt } from '../../domain/calendar/due-doubt.ts';
import { method } from '../method.ts';

/** Days and hours of this desk. */
export const calendarCalls = {
  /** What speaks against a due date somebody is typing, and the working time to take instead. */
  'calendar.doubtDue': method('officer', z.strictObject({ dueAt: localDateTime }), z.array(dueDoubt)),
} as const;
