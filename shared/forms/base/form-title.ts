import type { FormKind, FormSet } from './paper.ts';

/** Number within its set, empty for papers no circular knows, and the exact title. */
export interface FormTitle {
  readonly number: string;
  readonly title: string;
}

/** The circular a set belongs to, as it is cited. */
export const circulars: Readonly<Record<FormSet, string>> = {
  'TT01-2018': 'TT 01/2018/TT-VPCP',
  'TT03-2025': 'TT 03/2025/TT-VPCP',
};

const receipt = 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ';
const control = 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ';
const stop = { number: '05', title: 'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ' };
const same = (number: string, title: string) => ({
  'TT01-2018': { number, title },
  'TT03-2025': { number, title },
});

const titles: Readonly<Record<FormKind, Readonly<Record<FormSet, FormTitle>>>> = {
  batchReceipt: same('01', receipt),
  supplement: same('02', 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ'),
  refusal: same('03', 'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ'),
  apology: {
    'TT01-2018': { number: '04', title: 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ' },
    'TT03-2025': { number: '04', title: 'VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT' },
  },
  // The older set has no such form: an office that still works by it prints the paper as a local one.
  stop: { 'TT01-2018': { ...stop, number: '' }, 'TT03-2025': stop },
  control: {
    'TT01-2018': { number: '05', title: control },
    'TT03-2025': { number: '06', title: control },
  },
  register: {
    'TT01-2018': { number: '06', title: 'SỔ THEO DÕI HỒ SƠ' },
    'TT03-2025': { number: '07', title: 'SỔ THEO DÕI HỒ SƠ' },
  },
  registerClosing: same('', 'TRANG KHÓA SỔ'),
  deliveryRecord: same('', 'BIÊN BẢN GIAO NHẬN HỒ SƠ'),
  resultReceipt: same('', 'GIẤY BIÊN NHẬN TRẢ KẾT QUẢ'),
  handOverList: same('', 'PHIẾU BÀN GIAO KẾT QUẢ GIẢI QUYẾT TTHC'),
  progress: same('', 'QUÁ TRÌNH XỬ LÝ HỒ SƠ'),
  cashList: same('', 'BẢNG KÊ THU PHÍ, LỆ PHÍ'),
};

/** Number and title of a paper in a set of forms. @source docs/sources.md#forms */
export const formTitle = (set: FormSet, kind: FormKind): FormTitle => titles[kind][set];
