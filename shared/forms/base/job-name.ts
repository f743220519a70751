import { unreachable } from '../../result.ts';
import type { FormDocument } from './form.ts';
import type { FormKind } from './paper.ts';

const kindWords: Readonly<Record<FormKind, string>> = {
  supplement: 'phieu-bo-sung',
  refusal: 'phieu-tu-choi',
  apology: 'phieu-xin-loi',
  stop: 'thong-bao-dung',
  control: 'phieu-kiem-soat',
  register: 'so-theo-doi',
  registerClosing: 'khoa-so',
  batchReceipt: 'bien-nhan-nhieu-ho-so',
  deliveryRecord: 'bien-ban-giao-nhan',
  resultReceipt: 'bien-nhan-tra-ket-qua',
  handOverList: 'phieu-ban-giao',
  progress: 'qua-trinh-xu-ly',
  cashList: 'bang-ke-thu-phi',
};

/** What the spooler shows, `bien-nhan-250520-1043`: plain letters, and nothing about a person. */
export function jobName(form: FormDocument): string {
  const name = [wordsOf(form), form.shortCode].filter((part) => part !== '').join('-');
  return name.replaceAll(/[^\w.-]+/g, '-');
}

function wordsOf(form: FormDocument): string {
  switch (form.form) {
    case 'receipt':
    case 'receiptLeaves':
      return 'bien-nhan';
    case 'slip':
    case 'list':
      return kindWords[form.kind];
    default:
      return unreachable(form);
  }
}
