type Body = Readonly<Record<string, unknown>>;

/** Reads a body of one version as the next one would have written it. Total: it adds, renames or moves, and checks nothing. */
export type BodyStep = (older: Body) => Body;

/**
 * What older builds wrote, kind by kind: the first step reads version 1 as version 2, and so on. A kind that is not
 * named is at version 1. A shipped step is never edited, since somewhere a ledger holds what it reads. A consent
 * holds the act it was given for, word for word: with a new version of that act comes one of `consent.given`.
 */
export const olderBodies: Readonly<Record<string, readonly BodyStep[]>> = {};

/** The version in which this build writes bodies of `type`, and the newest it can read. */
export const bodyVersion = (type: string): number => 1 + stepsOf(type).length;

/** A body of version `v` in the words of today; null for a version of a later build. @param v 1 or more */
export function broughtUp(type: string, v: number, body: Body): Body | null {
  if (v > bodyVersion(type)) return null;
  return stepsOf(type)
    .slice(v - 1)
    .reduce((older, step) => step(older), body);
}

const stepsOf = (type: string): readonly BodyStep[] =>
  Object.hasOwn(olderBodies, type) ? (olderBodies[type] ?? []) : [];
