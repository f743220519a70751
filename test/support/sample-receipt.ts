import type { ReceiptSlip } from '../../shared/forms/base/form.ts';

/** A receipt with every part in it; `rows` makes a roll as long as wanted. */
export const sampleReceipt = (paper: ReceiptSlip['paper'], rows = 2): ReceiptSlip => ({
  form: 'receipt',
  set: 'TT01-2018',
  paper,
  marks: ['DỮ LIỆU MẪU'],
  header: {
    agency: 'UBND XÃ VÕNG XUYÊN',
    desk: 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
    number: 'Số: 1043/BPTNTKQ',
    placeAndDate: 'Võng Xuyên, ngày 20 tháng 11 năm 2026',
  },
  title: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
  code: '000.09739-261120-1043',
  shortCode: '261120-1043',
  copyFor: 'Liên 2: Giao khách hàng',
  lines: [{ label: 'Tiếp nhận hồ sơ của', value: 'Đặng Thị Hường' }],
  papersTitle: 'Thành phần hồ sơ nộp gồm',
  table: {
    columns: [
      { title: 'TT', align: 'center' },
      { title: 'Tên giấy tờ', align: 'left' },
      { title: 'Số bản', align: 'right' },
    ],
    rows: Array.from({ length: rows }, (_, row) => [String(row + 1), 'Giấy khai sinh', '3']),
  },
  after: [{ label: 'Số lượng hồ sơ', value: '01 (bộ)' }],
  due: { label: 'Hẹn trả', value: '16:30 ngày 20/11/2026', place: 'Bộ phận Một cửa' },
  fee: { label: 'Lệ phí', value: '12.000 đ', note: '' },
  qr: { text: '000.09739-261120-1043', caption: '261120-1043' },
  signatures: [{ title: 'NGƯỜI TIẾP NHẬN', hint: '(Ký và ghi rõ họ tên)', name: 'Lê Thu Trang' }],
  footer: ['Điện thoại: 024 3333 3333'],
});
