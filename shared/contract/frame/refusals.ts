/** Of any call. */
export const frameRefusals = [
  'not-permitted',
  'bad-input',
  'unknown-method',
  'reason-missing',
  'nothing-changed',
] as const;
