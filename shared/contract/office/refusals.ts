/** Of the books of the office. */
export const officeRefusals = [
  'nothing-to-print',
  'too-many-pages',
  'register-unknown',
  'register-elsewhere',
  'register-closed-already',
  'register-not-closed',
  'year-not-over',
  'year-is-over',
] as const;
