import type { Sentence } from '../language.ts';
import { machineRefusalSentences } from './refusals.ts';

/** What `DeskPorts.print` and the drawing of a paper may answer. */
type PrintFault =
  | 'paper-out'
  | 'no-printer'
  | 'offline'
  | 'not-drawn'
  | 'drawing-failed'
  | 'interrupted'
  | 'disk-full'
  | 'disk-error'
  | 'read-only';
export const printFaultSentences: Readonly<Record<PrintFault, Sentence>> = {
  'paper-out': {
    vi: 'Máy in hết giấy. Cho giấy rồi bấm F8.',
    en: 'The printer is out of paper. Add paper, press F8.',
  },
  'no-printer': {
    vi: 'Máy này chưa có máy in. Cắm máy in rồi bấm F8.',
    en: 'This machine has no printer. Connect one, press F8.',
  },
  offline: {
    vi: 'Máy in đang tắt hoặc chưa nối dây. Bật máy in rồi bấm F8.',
    en: 'The printer is off or not connected. Turn it on, press F8.',
  },
  'not-drawn': {
    vi: 'Chưa dựng được trang in. Bấm F8 để in lại.',
    en: 'The page was not drawn. Press F8 to retry.',
  },
  'drawing-failed': {
    vi: 'Chưa dựng được trang in. Bấm F8 để in lại.',
    en: 'The page was not drawn. Press F8 to retry.',
  },
  interrupted: {
    vi: 'Máy tắt khi đang in. Xem giấy đã ra chưa; nếu chưa, bấm F8.',
    en: 'The machine stopped while printing. See whether the paper came out; if not, press F8.',
  },
  'disk-full': machineRefusalSentences['disk-full'],
  'disk-error': machineRefusalSentences['disk-error'],
  'read-only': machineRefusalSentences['read-only'],
};
export const anyPrintFault: Sentence = machineRefusalSentences['printer-down'];
