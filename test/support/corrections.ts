import type { CorrectionRequest } from '../../shared/domain/correction/correction.ts';

/** A correction of nothing, to be filled in. */
export const noCorrection: CorrectionRequest = {
  applicant: null,
  clash: null,
  submitter: null,
  procedureCode: null,
  dueAt: null,
  papers: null,
  rows: null,
  feeChoice: null,
  note: null,
};
