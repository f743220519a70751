import { z } from 'zod';
import { vnd } from '../base/ids.ts';

/** A paper as it was handed in; `name` is a snapshot, the catalogue may change. */
export const receivedPaper = z.strictObject({
  name: z.string().min(1).max(500),
  originals: z.int().nonnegative(),
  certifiedCopies: z.int().nonnegative(),
  copies: z.int().nonnegative(),
  /** Shown and handed back. */
  present: z.boolean(),
});
export type ReceivedPaper = z.infer<typeof receivedPaper>;

/** One line of a certification: pages of the original, copies to certify, and what they cost. */
export const certifiedRow = z.strictObject({
  name: z.string().max(200),
  pages: z.int().min(1).max(9999),
  copies: z.int().min(1).max(9999),
  feeVnd: vnd,
});
export type CertifiedRow = z.infer<typeof certifiedRow>;

/** A fee that was chosen among several, in the words of its edition; see `feeChoice` of the catalogue. */
export const chosenFee = z.strictObject({
  key: z.string().min(1).max(40),
  label: z.string().min(1).max(120),
  condition: z.string().max(400),
});
export type ChosenFee = z.infer<typeof chosenFee>;
