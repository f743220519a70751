import type { StepName } from '../../../shared/contract/dossier/steps.ts';

export type Choice = StepName | 'correct' | 'void' | 'control' | 'progress' | 'resultReceipt';

/**
 * One key an action for ever, whatever else is open: hands remember keys and not lists. Digits for what is done
 * daily, letters for the rest. A key that was ever given to an action is never given to another.
 */
export const choiceKeys: Readonly<Record<Choice, string>> = {
  'dossier.forwarded': '1',
  'dossier.supplementReceived': '2',
  'dossier.supplementRequested': '3',
  correct: '4',
  'dossier.rescheduled': '5',
  'dossier.submittedForApproval': '6',
  'dossier.resultReady': '7',
  'dossier.withdrawn': '8',
  void: '9',
  'dossier.paymentReceived': '0',
  'dossier.sentToAgency': 'A',
  'dossier.agencyReturned': 'B',
  'dossier.paymentRequested': 'C',
  'dossier.refunded': 'D',
  'dossier.suspended': 'E',
  'dossier.resumed': 'G',
  'dossier.sentBack': 'H',
  'dossier.returnedWithoutResult': 'K',
  'dossier.recalled': 'L',
  'dossier.signed': 'S',
  'dossier.resultTakenBack': 'T',
  control: 'M',
  progress: 'N',
  resultReceipt: 'P',
};
