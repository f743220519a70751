type Body = Readonly<Record<string, unknown>>;

/** Reads a body of one version as the next one would have written it. Total: it adds, renames or moves, and checks nothing. */
export type BodyStep = (older: Body) => Body;

/**
 * What older builds wrote, kind by kind: the first step reads version 1 as version 2, and so on. A kind that is not
 * named is at version 1. A shipped step is never edited, since somewhere a ledger holds what it reads. A consent
 * holds the act it was given for, word for word: with a new version of that act comes one of `consent.given`.
 */
export const olderBodies: Readonly<Record<string, readonly BodyStep[]>> = {
  'intake.supplementRequested': [(body) => ({ ...body, applicant: withKinds(body['applicant']) })],
  'intake.refused': [(body) => ({ ...body, applicant: withKinds(body['applicant']) })],
  'dossier.received': [
    (body) => ({ clash: null, ...body, applicant: withKinds(body['applicant']) }),
    // Before version 3 a procedure had one fee only.
    (body) => ({ feeChoice: null, ...body }),
  ],
  // Version 1 knew no ceiling of money.
  'dossier.paymentRequested': [asItStands],
  'cash.shiftOpened': [asItStands],
  // Before version 3 a drawer was never expected to hold less than nothing.
  'cash.shiftClosed': [asItStands, asItStands],
  // In version 1 an agency could only be done.
  'dossier.agencyReturned': [(body) => ({ missing: '', ...body })],
  // In version 1 the citizen was given no day, and nobody else was asked.
  'dossier.supplementRequested': [(body) => ({ answerBy: null, ...body })],
  'dossier.supplementReceived': [withLegs],
  'dossier.paymentReceived': [withLegs],
  'dossier.resumed': [withLegs],
  'dossier.redated': [(body) => ({ measuredDueAt: body['newDueAt'], ...withLegs(body) })],
  'dossier.corrected': [correctedV2, correctedV3],
  'dossier.delivered': [
    (body) => ({ ...body, receiver: { authorisation: '', ...partOf(body['receiver']) } }),
  ],
  // Version 1 always printed a receipt: nobody had to ask for the first.
  'receipt.reprinted': [asItStands],
  // Version 2 knew no consent to a supplement.
  'consent.given': [withCorrection(correctedV2), withCorrection(correctedV3)],
};

/** A consent with the correction it was given for in the words of a later version. */
function withCorrection(correct: BodyStep): BodyStep {
  return (body) => {
    const to = partOf(body['to']);
    return to['act'] === 'dossier.corrected'
      ? { ...body, to: { ...to, body: correct(partOf(to['body'])) } }
      : body;
  };
}

/** Version 1 knew one number of a person, and no kind of it. */
const withKinds = (applicant: unknown): unknown =>
  applicant === null ? null : { idKind: null, otherNumbers: [], ...partOf(applicant) };

function correctedV2(body: Body): Body {
  const changes = partOf(body['changes']);
  const due = changes['due'] === null ? null : partOf(changes['due']);
  return {
    ...body,
    changes: {
      clash: null,
      ...changes,
      applicant: withKinds(changes['applicant']),
      due: due === null ? null : { measuredAt: due['at'], ...due },
    },
  };
}

/** Before version 3 a procedure had one fee only. */
function correctedV3(body: Body): Body {
  const changes = partOf(body['changes']);
  const { fee } = changes;
  return fee === null
    ? body
    : { ...body, changes: { ...changes, fee: { choice: null, channel: null, ...partOf(fee) } } };
}

function asItStands(body: Body): Body {
  return body;
}

/** In version 1 the agencies' dates stood still. */
function withLegs(body: Body): Body {
  return { legsDueAt: [], ...body };
}

const partOf = (value: unknown): Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : {};

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
