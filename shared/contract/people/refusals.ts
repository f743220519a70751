/** Of who somebody is. */
export const peopleRefusals = [
  'no-name',
  'id-length',
  'phone-length',
  'birth-date-bad',
  'scan-unreadable',
] as const;
