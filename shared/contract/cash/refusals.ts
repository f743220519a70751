/** Of money in the hand. */
export const cashRefusals = [
  'shift-open',
  'no-shift',
  'book-wrong',
  'serial-wrong',
  'serial-used',
  'pieces-wrong',
  'difference-unexplained',
  'hand-to-self',
  'amount-unclear',
  'amount-too-large',
  'money-held',
  'refund-too-much',
] as const;
