import { z } from 'zod';

/** A dossier's lasting key: a UUIDv7 minted when its draft is opened, so that saving twice saves once. */
export const dossierId = z.uuidv7();
/** One installation of the desk; a new epoch follows a restore, a re-install or the loss of its key. */
export const deviceId = z.uuid();
/** The facts of one commune: five digits that say nothing. It outlives the agency, whose number may be another one's later. */
export const streamId = z.string().regex(/^\d{5}$/);
/** A unit's number in the national list (GSO), good for the time of its decree. */
export const unitNumber = z.string().regex(/^\d{5}$/);
export const officerId = z.string().regex(/^[a-z0-9][a-z0-9.-]{1,39}$/);
/** SHA-256 in lower-case hexadecimal. */
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);
/** 1 to 9, one per counter of a commune: offline counters can never give out the same number. */
export const deskDigit = z.int().min(1).max(9);
/**
 * Whole đồng, never negative, at most a thousand billions: far above what a commune takes in a year, and far below what a
 * sum of a drawer could no longer hold exactly.
 */
export const mostVnd = 1_000_000_000_000;
export const vnd = z.int().min(0).max(mostVnd);
