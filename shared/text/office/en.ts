import type { officeVi } from './vi.ts';

export const officeEn: typeof officeVi = {
  books: {
    title: 'Books',
    day: 'Day {day}',
    dayBefore: 'Day before',
    dayAfter: 'Day after',
    register: 'Register of dossiers',
    noVolumes: 'There is no dossier in the register yet.',
    volume: 'Volume {volume}',
    volumeFacts: '{entries} lines · {pages} pages · from {from} to {to}',
    from: 'From page',
    to: 'To page',
    print: 'Print',
    printVolume: 'Print the register, volume {volume}',
    closed: 'Closed at {at} by {name}. Up to number {last}, {pages} pages.',
    closedLater: '{count} lines came in after the closing. Close the register again.',
    closedInDoubt: 'The district counts other lines than were closed. Check the register.',
    closingDue:
      'The year is over and the register is not closed. A leader closes it and signs its closing page.',
    close: 'Close the register',
    closeNote:
      'Up to number {last}, {entries} lines, {pages} pages. A closed register takes no line more. The closing page is printed for the head of the desk to sign and seal.',
    closingDone: 'Register {volume} is closed. Its closing page is being printed.',
    reopen: 'Open the register again',
    reopenNote:
      'This register was closed before its year was over. Once open it takes lines again; close it in the new year.',
    reopenReason: 'Why it is opened again',
    reopenDone: 'Register {volume} is open again.',
    printClosing: 'Print the closing page',
    results: 'List of results handed on',
    noResults: 'No result came from a unit on this day.',
    resultCount: '{count} results',
    printResults: 'Print the list, {unit}',
    batches: 'Several dossiers of one person',
    noBatches: 'Nobody handed in two dossiers or more at this counter on this day.',
    batchCount:
      '{count} dossiers: {codes}. Prints one receipt for all (2 copies) and the record of delivery.',
    printBatch: 'Print one receipt for all, {name}',
    printing: '{count} papers sent to the printer.',
  },
};
