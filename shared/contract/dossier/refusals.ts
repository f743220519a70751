/** Of a dossier and its steps. */
export const dossierRefusals = [
  'receipt-unknown',
  'receipt-code-broken',
  'dossier-unknown',
  'not-ready-yet',
  'already-ready',
  'already-delivered',
  'closed',
  'not-now',
  'not-processed',
  'supplement-limit',
  'reschedule-limit',
  'new-due-not-later',
  'receiver-missing',
] as const;
