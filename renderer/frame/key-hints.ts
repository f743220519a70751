import type { ScreenText } from '../../shared/text/vi.ts';
import type { Place } from './navigation.ts';

export interface KeyHint {
  readonly key: string;
  readonly means: keyof ScreenText['keys'];
}

/** Shown in the bar at the foot, most used first; the last one stands on the right. */
export const screenKeyHints: Readonly<Record<Place['screen'], readonly KeyHint[]>> = {
  intake: [
    { key: 'Enter', means: 'next' },
    { key: '1–9', means: 'pickProcedure' },
    { key: 'F9', means: 'saveAndPrint' },
    { key: 'F7', means: 'askForMore' },
    { key: 'Ctrl+Z', means: 'undo' },
    { key: 'F8', means: 'reprintLast' },
    { key: 'Esc', means: 'startOver' },
    { key: 'Alt+1–4', means: 'blocks' },
    { key: 'F1', means: 'help' },
  ],
  dossiers: [
    { key: '↑ ↓', means: 'choose' },
    { key: 'Enter', means: 'open' },
    { key: '← →', means: 'changeFilter' },
    { key: 'F6', means: 'handOver' },
    { key: 'F8', means: 'reprint' },
    { key: 'F2', means: 'newDossier' },
  ],
  dossier: [
    { key: 'F9', means: 'primary' },
    { key: 'F7', means: 'steps' },
    { key: 'F8', means: 'reprint' },
    { key: 'Ctrl+↑ ↓', means: 'neighbours' },
    { key: 'Esc', means: 'backToList' },
    { key: 'F2', means: 'newDossier' },
  ],
  handOver: [
    { key: 'Enter', means: 'next' },
    { key: 'F9', means: 'primary' },
    { key: 'Esc', means: 'close' },
    { key: 'F2', means: 'newDossier' },
  ],
  books: [
    { key: 'Tab', means: 'next' },
    { key: 'Enter', means: 'print' },
    { key: 'F7', means: 'closeBook' },
    { key: 'Esc', means: 'close' },
    { key: 'F2', means: 'newDossier' },
  ],
  cash: [
    { key: 'Enter', means: 'next' },
    { key: 'F9', means: 'primary' },
    { key: 'Esc', means: 'close' },
    { key: 'F2', means: 'newDossier' },
  ],
  sync: [
    { key: 'F5', means: 'sendNow' },
    { key: 'F2', means: 'keepGoing' },
  ],
  settings: [
    { key: 'Ctrl+Alt+L', means: 'lock' },
    { key: 'F2', means: 'keepGoing' },
  ],
};

export const everywhere: readonly KeyHint[] = [
  { key: 'F2', means: 'newDossier' },
  { key: 'F3', means: 'search' },
  { key: 'F4', means: 'list' },
  { key: 'F5', means: 'sendNow' },
  { key: 'F6', means: 'handOver' },
  { key: 'F9', means: 'primary' },
  { key: 'Shift+Enter', means: 'previous' },
  { key: 'Esc', means: 'close' },
  { key: 'Ctrl+Alt+L', means: 'lock' },
];
