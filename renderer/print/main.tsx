import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { FormDocument } from '../../shared/forms/form.ts';
import { fitPage, setPageSize } from './page-size.ts';
import { Receipt80mm } from './receipt-80mm.tsx';
import { ReceiptA5 } from './receipt-a5.tsx';

declare global {
  interface Window {
    /** Draws a paper, ready to be printed when the promise resolves. @returns the height of its page */
    renderForm: (form: FormDocument) => Promise<{ readonly heightMm: number }>;
  }
}

const paper = document.getElementById('paper');
if (paper === null) throw new Error('print.html has no #paper');
const root = createRoot(paper);

window.renderForm = async (form) => {
  flushSync(() => root.render(form.paper === 'a5' ? <ReceiptA5 slip={form} /> : <Receipt80mm slip={form} />));
  // Measured text must be in its own face: a fallback is wider or narrower.
  await document.fonts.ready;
  await Promise.all([...document.fonts].map((face) => face.load()));
  const sheet = paper.firstElementChild;
  if (!(sheet instanceof HTMLElement)) throw new Error('No paper was drawn');
  return { heightMm: form.paper === 'a5' ? fitPage(document, sheet) : setPageSize(document, sheet) };
};
