export const peopleVi = {
  person: {
    male: 'Nam',
    female: 'Nữ',
    unknown: 'Chưa rõ',
    card: 'CCCD',
    oldCard: 'CMND cũ',
    paper: 'Giấy tờ',
    phone: 'ĐT',
    idNumber: 'Số định danh / CCCD',
    name: 'Họ và tên',
    birthDate: 'Ngày sinh',
    sex: 'Giới tính',
    phoneLabel: 'Điện thoại',
    address: 'Địa chỉ',
    relation: 'Quan hệ',
  },
};
