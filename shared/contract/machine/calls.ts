import { z } from 'zod';
import { officerId } from '../../domain/base/ids.ts';
import { receiptPaper } from '../../forms/dossier/receipt-paper.ts';
import { counter, method, nothing } from '../method.ts';
import { deskView, printState } from './views.ts';

/** The machine, its people and its printer. */
export const machineCalls = {
  'desk.view': method('anyone', nothing, deskView),
  'desk.enrol': method(
    'anyone',
    z.strictObject({ districtUrl: z.url(), code: z.string().max(20), deviceName: z.string().min(1).max(80) }),
    deskView,
  ),
  'session.signIn': method(
    'anyone',
    z.strictObject({ officer: officerId, pin: z.string().max(40) }),
    deskView,
  ),
  'session.signOut': method('anyone', nothing, deskView),
  /** The clock is right now, though something was recorded later; never against the district's signed time. */
  'clock.confirm': method('officer', z.strictObject({ reason: z.string().max(300) }), nothing),
  'print.state': method('officer', nothing, printState),
  /** Sends everything that has not reached the printer, oldest first. */
  'print.retry': method(counter, nothing, printState),
  'print.setPaper': method(counter, z.strictObject({ paper: receiptPaper }), printState),
} as const;
