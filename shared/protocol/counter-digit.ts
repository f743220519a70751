import { z } from 'zod';
import { deskDigit } from '../domain/base/ids.ts';

/**
 * A row `counterDigit` of the feed: the counter whose own digit is `deskDigit` may begin its codes with `digit` as well. A row
 * and no field of the enrolment, so that a counter gets it while it works, and a machine that replaces another one finds it.
 */
export const counterDigit = z.strictObject({ deskDigit, digit: deskDigit });
