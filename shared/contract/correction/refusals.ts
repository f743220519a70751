/** Of putting right what was recorded. */
export const correctionRefusals = [
  'procedure-fixed',
  'consent-needed',
  'consent-wrong-person',
  'void-too-late',
] as const;
