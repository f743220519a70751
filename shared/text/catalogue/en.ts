import type { catalogueVi } from './vi.ts';

export const catalogueEn: typeof catalogueVi = {
  editions: {
    title: 'New rules',
    affected:
      'Calendar {calendar} makes the date on {count} printed receipts wrong. Nothing has been changed.',
    reason: 'Reason for the journal (for example: day off in lieu as announced)',
    redate: 'Give the new dates and print',
    redated: '{count} dossiers have new dates. New receipts are being printed; tell the citizens.',
    changes: 'Procedures that differ from the catalogue before',
    added: 'New',
    changed: 'Changed',
    ended: 'Ended',
  },
};
