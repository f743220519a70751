import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { EditionsView } from '../../../shared/contract/catalogue/views.ts';
import { refuse } from '../../../shared/contract/refusal.ts';
import { moment } from '../../../shared/domain/base/local-date.ts';
import { err, ok } from '../../../shared/result.ts';
import { renderApp, settle } from '../support/render-app.tsx';
import { rows } from '../support/sample.ts';

const view: EditionsView = {
  calendar: '2025-b',
  changes: [{ code: '1.004873', name: 'Xác nhận tình trạng hôn nhân', what: 'ended' }],
  affected: [
    {
      id: rows[0]?.id ?? '',
      code: 'H26.25.39-250520-1015',
      applicantName: 'Khuất Thị Minh',
      procedureName: 'Xác nhận',
      dueAt: moment('2025-05-22T09:00'),
      newDueAt: moment('2025-05-23T09:00'),
    },
  ],
};

async function opened(prepare: NonNullable<Parameters<typeof renderApp>[0]> = () => {}) {
  const app = await renderApp((fake) => {
    fake.answer('edition.view', () => ok(view));
    prepare(fake);
  });
  await settle();
  await app.user.click(screen.getByRole('button', { name: /Sổ sách/ }));
  await settle();
  return app;
}

test('the rail counts papers with a wrong date; the list says old and new, F9 re-dates with a reason', async () => {
  const { user, desk } = await opened();
  expect(screen.getByRole('button', { name: /Sổ sách.*1/ })).toBeVisible();
  const card = within(screen.getByRole('region', { name: 'Quy định mới' }));
  expect(card.getByText(/Lịch 2025-b làm 1 giấy/)).toBeVisible();
  expect(card.getByRole('row')).toHaveTextContent(/09:00 22\/05\/2025 → 09:00 23\/05\/2025/);
  expect(card.getByText('Không còn')).toBeVisible();
  await user.type(card.getByRole('textbox', { name: /Lý do/ }), 'Nghỉ bù');
  await settle(80);
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('edition.redate')).toEqual([{ reason: 'Nghỉ bù' }]);
  expect(screen.getByText(/Đã đổi ngày hẹn 1 hồ sơ/)).toBeVisible();
});

test('without a reason the desk declines at the field', async () => {
  const { user } = await opened((fake) => {
    fake.answer('edition.redate', () => err([refuse('reason-missing', 'reason')]));
  });
  await user.keyboard('{F9}');
  await settle();
  expect(screen.getByRole('textbox', { name: /Lý do/ })).toHaveAccessibleDescription(/lý do/i);
});

test('with nothing new nothing is shown', async () => {
  const app = await renderApp();
  await app.user.click(screen.getByRole('button', { name: 'Sổ sách' }));
  await settle();
  expect(screen.queryByRole('region', { name: 'Quy định mới' })).toBeNull();
});
