import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { refuse } from '../../shared/contract/refusal.ts';
import { err, ok } from '../../shared/result.ts';
import { scanAt } from './support/keyboard.ts';
import { focused, renderApp, settle } from './support/render-app.tsx';
import { cardOf, deskView, detailOf, nguyet, rows, stranger } from './support/sample.ts';
import { offline } from './support/sample-machine.ts';

const signedOut = ok({ ...deskView, officer: null });
const notEnrolled = ok({ ...deskView, desk: null, officer: null, officers: [] });

test('first run: address, code and name, and the reason at the field when it does not go', async () => {
  const { user, desk } = await renderApp((fake) => {
    fake.answer('desk.view', () => notEnrolled);
    fake.answer('desk.enrol', () => err([refuse('enrol-code-unknown', 'code')]));
  });
  expect(focused()).toBe('url');
  await user.keyboard('district.example{Enter}');
  await settle(60);
  await user.keyboard('123 456 789{Enter}');
  await settle(60);
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('desk.enrol')).toEqual([
    { districtUrl: 'https://district.example', code: '123456789', deviceName: 'Quầy 1' },
  ]);
  expect(screen.getByRole('textbox', { name: /Mã đăng ký/ })).toHaveFocus();
  expect(screen.getByRole('textbox', { name: /Mã đăng ký/ })).toHaveAccessibleDescription(/Không có mã/);
});

test('signing in: a digit chooses, the PIN enters, and who sat here last is offered first next time', async () => {
  const { user, desk, remembered } = await renderApp((fake) => {
    let officer: typeof deskView.officer = null;
    fake.answer('desk.view', () => ok({ ...deskView, officer }));
    fake.answer('session.signIn', () => {
      officer = deskView.officer;
      return ok(deskView);
    });
  });
  await user.keyboard('2');
  expect(focused()).toBe('pin');
  await user.keyboard('246810{Enter}');
  await settle(60);
  expect(desk.callsOf('session.signIn')).toEqual([{ officer: 'hanh', pin: '246810' }]);
  expect(focused()).toBe('omni');
  expect(remembered.get('lastOfficer')).toBe('hanh');
});

test.each([
  { refusal: refuse('wrong-pin', 'pin', { left: 2 }), says: /Mã PIN chưa đúng\. Còn 2 lần thử/ },
  { refusal: refuse('locked-out', 'pin', { seconds: 30 }), says: /Chờ 30 giây/ },
])(
  'a PIN that is declined ($refusal.code) is said at the field, which is empty again',
  async ({ refusal, says }) => {
    const { user } = await renderApp((fake) => {
      fake.answer('desk.view', () => signedOut);
      fake.answer('session.signIn', () => err([refusal]));
    });
    await user.keyboard('han');
    await settle(60);
    await user.keyboard('{Enter}0000{Enter}');
    await settle(60);
    const pin = screen.getByLabelText('Mã PIN của Kiều Thị Hạnh');
    expect(pin).toHaveValue('');
    expect(pin).toHaveFocus();
    expect(pin).toHaveAccessibleDescription(says);
  },
);

const cells = (name: RegExp) => within(screen.getByRole('row', { name }));

test('the list stands by due day; letters filter it, arrows and Enter open', async () => {
  const { user, desk } = await renderApp();
  await user.keyboard('{F4}');
  await settle();
  expect(focused()).toBe('filter');
  expect(screen.getAllByRole('rowheader').map((heading) => heading.textContent)).toEqual([
    'Hẹn trả trước hôm nay 3',
    'Hôm nay 8',
    'Ngày mai, thứ Tư 21/05 4',
  ]);
  expect(screen.getByRole('row', { name: /Lê Đình Khôi/ })).toHaveAttribute('aria-selected', 'true');
  await user.keyboard('{ArrowDown}{Enter}');
  await settle();
  expect(desk.callsOf('dossier.get')).toEqual([{ id: rows[1]?.id }]);
  expect(screen.getByText('HOÀNG THỊ NGỌC ÁNH')).toBeVisible();
  await user.keyboard('{Escape}');
  await settle();
  await user.keyboard('lua');
  await settle(60);
  expect(screen.getAllByRole('row')).toHaveLength(3);
  await user.keyboard('xyz');
  await settle(60);
  expect(screen.getByText(/Không thấy "luaxyz"/)).toBeVisible();
});

test('arrows past the last row fetch the next page from where the last one ended', async () => {
  const { user, desk } = await renderApp((fake) => {
    fake.answer('dossier.list', ({ after }) =>
      ok({
        rows: after === null ? rows.slice(0, 2) : rows.slice(2, 4),
        more: after === null,
        elsewhere: 0,
        counts: { todo: 4, overdue: 2, unanswered: 0, today: 2, ready: 0, all: 4 },
      }),
    );
  });
  await user.keyboard('{F4}');
  await settle();
  await user.keyboard('{ArrowDown}{ArrowDown}');
  await settle();
  expect(desk.callsOf('dossier.list').at(-1)?.after).toEqual({ dueAt: rows[1]?.dueAt, id: rows[1]?.id });
  expect(screen.getByText('Phùng Thị Lụa')).toBeVisible();
});

test('each row says how much time is left and whether the server has it, in words', async () => {
  const { user } = await renderApp();
  await user.keyboard('{F4}');
  await settle();
  expect(cells(/Lê Đình Khôi/).getByText('Quá 2 ngày')).toBeVisible();
  expect(cells(/Phùng Thị Lụa/).getByText('Còn 1 giờ 48')).toBeVisible();
  expect(cells(/Cấn Văn Thịnh/).getByText('Chờ gửi')).toBeVisible();
  expect(cells(/Bùi Quang Hưng/).getByText('Cần xem')).toBeVisible();
  expect(cells(/Kiều Văn Đạt/).getByText('đã gửi')).toBeInTheDocument();
});

test('a change pushed by the desk is read again without being asked', async () => {
  const { desk } = await renderApp();
  const before = desk.callsOf('dossier.list').length;
  desk.emit('dossiers.changed', { ids: ['a'] });
  desk.emit('dossiers.changed', { ids: ['b'] });
  await settle(450);
  expect(desk.callsOf('dossier.list')).toHaveLength(before + 1);
});

test('F9 on a dossier in progress marks the result ready, then offers to hand it over', async () => {
  const { user, desk } = await renderApp();
  await user.keyboard('{F4}');
  await settle();
  await user.keyboard('{Enter}');
  await settle();
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('dossier.markReady')).toEqual([{ id: rows[0]?.id, note: '' }]);
  expect(screen.getByRole('button', { name: /Trả kết quả F9/ })).toBeVisible();
});

test('a receipt on any screen opens its dossier ready to hand over; card and F9 do the rest', async () => {
  const { user, desk } = await renderApp();
  scanAt(1000, 'MC1*H26.109.25-250520-1007*7QK4B2');
  await settle();
  expect(screen.getByText('Đủ điều kiện trả')).toBeVisible();
  expect(focused()).toBe('receiver');
  scanAt(3000, cardOf(nguyet));
  await settle();
  expect(screen.getByText('Căn cước khớp với người nộp')).toBeVisible();
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('dossier.handOver')).toMatchObject([
    { receiver: { kind: 'applicant', name: nguyet.applicant.name }, feeCollectedVnd: 8000 },
  ]);
  expect(screen.getByText('Đã trả 250520-1007 cho Khuất Thị Minh Nguyệt.')).toBeVisible();
  expect(focused()).toBe('receipt');
});

test('another’s card switches to somebody else: F9 waits for their tie and the paper that authorises them', async () => {
  const { user, desk } = await renderApp((fake) =>
    fake.answer('dossier.handOver', ({ receiver, id }) =>
      receiver.relation === ''
        ? err([refuse('receiver-missing', 'receiver.relation')])
        : receiver.authorisation === ''
          ? err([refuse('authorisation-missing', 'receiver.authorisation')])
          : ok(detailOf({ ...rows[10]!, id, status: 'delivered' })),
    ),
  );
  scanAt(1000, 'MC1*H26.109.25-250520-1007*7QK4B2');
  await settle();
  scanAt(3000, cardOf(stranger));
  await settle();
  expect(screen.getByText(/Căn cước là của Bùi Quang Hưng/)).toBeVisible();
  expect(screen.getByRole('radio', { name: /Người khác nhận thay/ })).toBeChecked();
  expect(screen.getByRole('textbox', { name: 'Họ tên người nhận' })).toHaveValue('Bùi Quang Hưng');
  expect(focused()).toBe('receiver.relation');
  await user.keyboard('{F9}');
  await settle();
  const relation = screen.getByRole('textbox', { name: 'Quan hệ với người nộp' });
  expect(relation).toHaveAttribute('aria-invalid', 'true');
  await user.keyboard('con trai{F9}');
  await settle();
  expect(focused()).toBe('receiver.authorisation');
  await user.keyboard('GUQ 12 20/05/2025{F9}');
  await settle(60);
  expect(desk.callsOf('dossier.handOver').at(-1)?.receiver).toEqual({
    kind: 'other',
    name: 'Bùi Quang Hưng',
    idNumber: '001095011111',
    relation: 'con trai',
    authorisation: 'GUQ 12 20/05/2025',
  });
});

test('a result that is not ready says when it will be', async () => {
  const { user } = await renderApp();
  await user.keyboard('{F6}');
  await settle();
  await user.keyboard('1039{Enter}');
  await settle(60);
  expect(screen.getByText('Chưa xong, hẹn 16:30 thứ Ba 20/05.')).toBeVisible();
});

test('a receipt this machine does not know is said at the field, with what was typed still there', async () => {
  const { user } = await renderApp();
  await user.keyboard('{F6}');
  await settle();
  await user.keyboard('9999{Enter}');
  await settle(60);
  const field = screen.getByRole('combobox', { name: /Quét biên nhận/ });
  expect(field).toHaveValue('9999');
  expect(field).toHaveAccessibleDescription(/Không có hồ sơ này trên máy/);
});

test('three days without network: the queue is told everywhere, and nothing is red', async () => {
  const { user, desk } = await renderApp((fake) => fake.answer('sync.view', () => ok(offline)));
  const pill = screen.getByRole('button', { name: 'Không có mạng · 214 chờ gửi' });
  await user.click(pill);
  await settle();
  expect(screen.getByRole('heading', { name: 'Đang làm việc không có mạng' })).toBeVisible();
  expect(screen.getByText('214 hồ sơ')).toBeVisible();
  expect(screen.getByText('1.006')).toBeVisible();
  expect(screen.getByText('tự thử lại sau 04:12')).toBeVisible();
  expect(document.querySelector('.late:not(.badge)')).toBeNull();
  await user.keyboard('{F5}');
  await settle();
  expect(desk.callsOf('sync.now')).toHaveLength(1);
});

test('settings hold at once and are remembered', async () => {
  const { user, remembered, desk } = await renderApp();
  await user.click(screen.getByRole('button', { name: 'Cài đặt' }));
  await user.click(screen.getByRole('radio', { name: 'Tương phản cao' }));
  expect(document.documentElement).toHaveAttribute('data-theme', 'contrast');
  expect(remembered.get('theme')).toBe('contrast');
  await user.click(screen.getByRole('radio', { name: /A5 · 2 liên/ }));
  await settle();
  expect(desk.callsOf('print.setPaper')).toEqual([{ paper: 'a5-both' }]);
  await user.click(screen.getByRole('radio', { name: 'English' }));
  expect(screen.getByRole('heading', { name: 'Settings' })).toBeVisible();
});

test('F1 lists the keys of the screen and gives the focus back when it closes', async () => {
  const { user } = await renderApp();
  await user.keyboard('{F1}');
  const help = screen.getByRole('dialog', { name: 'Phím của màn hình này' });
  expect(within(help).getByText('Lưu và in')).toBeVisible();
  expect(within(help).getByText(/\(024\) 3364 0000/)).toBeVisible();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(focused()).toBe('omni');
});

test('the box finds a dossier by its last digits', async () => {
  const { user } = await renderApp();
  await user.keyboard('1015');
  await settle(60);
  await user.keyboard('{Enter}');
  await settle();
  expect(screen.getByText('HOÀNG THỊ NGỌC ÁNH')).toBeVisible();
});

test('a made-up commune says so on every screen', async () => {
  await renderApp((fake) => fake.answer('desk.view', () => ok({ ...deskView, demo: true })));
  expect(screen.getByText('DỮ LIỆU MẪU')).toBeVisible();
});

test('without a receipt a name leads to the dossier: one is opened, of several one is chosen', async () => {
  const { user, stores } = await renderApp((fake) =>
    fake.answer('dossier.byReceipt', () => err([refuse('receipt-unknown')])),
  );
  await user.keyboard('{F6}');
  await settle();
  await user.keyboard('lua{Enter}');
  await settle(60);
  expect(stores.handOver.getState().detail?.row.applicantName).toBe('Phùng Thị Lụa');
  await user.keyboard('{Escape}');
  await settle();
  await user.keyboard('van{Enter}');
  await settle(60);
  expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Cấn Văn Thịnh'),
    expect.stringContaining('Kiều Văn Đạt'),
  ]);
  await user.keyboard('{ArrowDown}{Enter}');
  await settle(60);
  expect(stores.handOver.getState().detail?.row.applicantName).toBe('Kiều Văn Đạt');
});

test('a chip card that carries the old number is the card of whoever was received under it', async () => {
  const old = { ...nguyet.applicant, idNumber: '012345678' };
  const { user, stores, desk } = await renderApp((fake) =>
    fake.answer('dossier.get', () => {
      const detail = detailOf(rows[10]!);
      return ok({ ...detail, received: { ...detail.received, applicant: old } });
    }),
  );
  scanAt(1000, 'MC1*H26.109.25-250520-1007*7QK4B2');
  await settle();
  stores.handOver.getState().showCard({ ...nguyet.applicant, otherNumbers: ['012345678'] });
  await settle();
  expect(screen.getByText('Căn cước khớp với người nộp')).toBeVisible();
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('dossier.handOver')[0]?.receiver).toMatchObject({
    kind: 'applicant',
    idNumber: '012345678',
  });
});
