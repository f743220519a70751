export const catalogueVi = {
  editions: {
    title: 'Quy định mới',
    affected: 'Lịch {calendar} làm {count} giấy tiếp nhận đã in sai ngày hẹn. Chưa có gì bị đổi.',
    reason: 'Lý do ghi vào nhật ký (ví dụ: nghỉ bù theo thông báo)',
    redate: 'Đổi ngày hẹn và in lại',
    redated: 'Đã đổi ngày hẹn {count} hồ sơ. Giấy mới đang in, báo cho người dân.',
    changes: 'Thủ tục đổi so với danh mục trước',
    added: 'Mới',
    changed: 'Sửa đổi',
    ended: 'Không còn',
  },
};
