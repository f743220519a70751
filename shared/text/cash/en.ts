import type { cashVi } from './vi.ts';

export const cashEn: typeof cashVi = {
  cash: {
    title: 'Cash',
    open: 'Open the shift',
    openNote:
      'Count the float and note the receipt book. Fees are taken and results handed over without a shift, too.',
    since: 'Taken since {at}',
    takings: 'Taken',
    none: 'Nothing has been taken yet.',
    noReceipt: '(no receipt yet)',
    withoutReceipt: '{count} takings have no receipt number.',
    returned: 'Given back',
    warnings: {
      used: 'This number stands on another taking',
      'not-in-books': 'This number is not of the books in use',
      gap: 'Numbers were skipped; check the ones between',
    },
    openingVnd: 'Float',
    expected: 'There must be',
    usedTwice: 'Receipt numbers recorded twice:',
    spoilt: 'Spoilt receipts',
    noteSpoilt: 'Note a spoilt receipt',
    count: 'Count and hand over',
    even: 'right',
    short: '{vnd} short',
    over: '{vnd} over',
    handedTo: 'Hand over to',
    safe: 'Into the safe',
    close: 'Close the shift and print its list',
    serial: 'Receipt number',
    symbol: 'Symbol',
    said: {
      opened: 'The shift is open.',
      spoilt: 'The spoilt receipt is noted.',
      closed: 'The shift is closed. Its list is being printed.',
    },
    fields: {
      opening: 'Float',
      symbol: 'Symbol of the book',
      from: 'From number',
      to: 'To number',
      spoiltSerial: 'Spoilt number',
      spoiltReason: 'Reason',
      explanation: 'What explains the difference',
    },
  },
};
