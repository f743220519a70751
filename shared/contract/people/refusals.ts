/** Of who somebody is. */
export const peopleRefusals = [
  'no-name',
  'representative-missing',
  'id-clash',
  'id-clash-birth',
  'id-length',
  'phone-length',
  'birth-date-bad',
  'scan-unreadable',
  'scan-health-insurance',
  'card-letters-unchecked',
  'scan-machine-readable',
  'scan-driving-licence',
  'scan-vehicle-registration',
  'scan-link',
] as const;
