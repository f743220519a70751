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
