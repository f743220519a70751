/** Of any call. */
export const frameRefusals = [
  'not-permitted',
  'bad-input',
  'text-too-long',
  'unknown-method',
  'reason-missing',
  'nothing-changed',
] as const;
