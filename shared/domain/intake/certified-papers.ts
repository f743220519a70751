/**
 * What officers type for the papers they certify most. Keys are folded and squeezed (`bđ`, `bdd` → `bd`), so
 * the input method does not matter; none holds a vowel with a tone key behind it.
 */
export const certifiedPapers: Readonly<Record<string, string>> = {
  bd: 'Bảng điểm',
  bdh: 'Bằng đại học',
  bhxh: 'Sổ bảo hiểm xã hội',
  bhyt: 'Thẻ bảo hiểm y tế',
  btn: 'Bằng tốt nghiệp',
  cc: 'Chứng chỉ',
  cccd: 'Căn cước công dân',
  cmnd: 'Chứng minh nhân dân',
  dkkd: 'Giấy chứng nhận đăng ký kinh doanh',
  dkx: 'Giấy đăng ký xe',
  gcn: 'Giấy chứng nhận',
  gkh: 'Giấy chứng nhận kết hôn',
  gks: 'Giấy khai sinh',
  gplx: 'Giấy phép lái xe',
  guq: 'Giấy ủy quyền',
  gxn: 'Giấy xác nhận',
  hb: 'Học bạ',
  hc: 'Hộ chiếu',
  hd: 'Hợp đồng',
  hdld: 'Hợp đồng lao động',
  qd: 'Quyết định',
  sd: 'Giấy chứng nhận quyền sử dụng đất',
  shk: 'Sổ hộ khẩu',
  syll: 'Sơ yếu lý lịch',
  tc: 'Thẻ căn cước',
  tlkt: 'Trích lục khai tử',
  tlks: 'Trích lục khai sinh',
  ttb: 'Thẻ thương binh',
};
