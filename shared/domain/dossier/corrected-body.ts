import type { Changes } from './correction-events.ts';
import type { DossierReceived } from './dossier-events.ts';

/** The receipt as it should have read. */
export function correctedBody(current: DossierReceived, changes: Changes): DossierReceived {
  const { applicant, clash, procedure, legs, due, papers, certified, fee, note } = changes;
  return {
    ...current,
    applicant: applicant ?? current.applicant,
    clash: applicant === null ? current.clash : clash,
    submitter: submitterAfter(current, changes.submitter),
    procedure: procedure ?? current.procedure,
    legs: legs ?? current.legs,
    dueAt: due?.at ?? current.dueAt,
    dueReason: due?.reason ?? current.dueReason,
    papers: papers ?? current.papers,
    certified: certified ?? current.certified,
    feeVnd: fee === null ? current.feeVnd : fee.vnd,
    feeChoice: fee === null ? current.feeChoice : fee.choice,
    channel: fee?.channel ?? current.channel,
    note: note ?? current.note,
  };
}

export const submitterAfter = ({ submitter }: DossierReceived, change: Changes['submitter']) =>
  change === 'none' ? null : (change ?? submitter);
