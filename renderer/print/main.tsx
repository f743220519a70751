import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { FormDocument } from '../../shared/forms/base/form.ts';
import { unreachable } from '../../shared/result.ts';
import { ListPages } from './list-pages.tsx';
import { setPaper } from './page-size.ts';
import { Receipt80mm } from './receipt-80mm.tsx';
import { LeavesPages } from './receipt-leaves.tsx';
import { ReceiptPage } from './receipt-page.tsx';
import { SlipPage } from './slip-page.tsx';

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
  flushSync(() => root.render(<Drawn form={form} />));
  // Measured text must be in its own face: a fallback is wider or narrower.
  await document.fonts.ready;
  await Promise.all([...document.fonts].map((face) => face.load()));
  return { heightMm: setPaper(document, paper, form.paper) };
};

function Drawn({ form }: { readonly form: FormDocument }) {
  switch (form.form) {
    case 'receipt':
      return form.paper === '80mm' ? <Receipt80mm slip={form} /> : <ReceiptPage slip={form} />;
    case 'receiptLeaves':
      return <LeavesPages form={form} />;
    case 'slip':
      return <SlipPage slip={form} />;
    case 'list':
      return <ListPages list={form} />;
    default:
      return unreachable(form);
  }
}
