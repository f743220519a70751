/** Of money in the hand. */
export const cashRefusals = [
  'shift-open',
  'no-shift',
  'book-wrong',
  'serial-wrong',
  'serial-used',
  'serial-not-in-books',
  'receipt-known',
  'taking-gone',
  'pieces-wrong',
  'difference-unexplained',
  'hand-to-self',
  'amount-unclear',
  'amount-too-large',
  'amount-nothing',
  'money-held',
  'refund-too-much',
] as const;
