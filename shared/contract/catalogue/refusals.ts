/** Of what may be applied for. */
export const catalogueRefusals = [
  'no-procedure',
  'procedure-unknown',
  'procedure-ended',
  'procedure-replaced',
  'procedure-not-yet',
  'procedure-elsewhere',
] as const;
