/** Of a form at the counter. */
export const intakeRefusals = [
  'row-not-understood',
  'no-rows',
  'papers-missing',
  'due-date-missing',
  'due-note-missing',
  'due-in-past',
  'fee-choice-missing',
  'fee-choice-unknown',
  'serial-used-up',
  'code-taken',
  'draft-unknown',
  'nothing-listed',
  'already-accepted',
  'petition-unknown',
  'petition-closed',
  'undo-too-late',
] as const;
