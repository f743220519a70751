import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { refuse } from '../../../shared/contract/refusal.ts';
import { err } from '../../../shared/result.ts';
import { renderApp, settle } from '../support/render-app.tsx';

async function opened(prepare: Parameters<typeof renderApp>[0] = () => {}) {
  const app = await renderApp(prepare);
  await app.user.click(screen.getByRole('button', { name: 'Sổ sách' }));
  await settle();
  return app;
}

test('the register prints its last page, or the pages that are typed', async () => {
  const { user, desk } = await opened();
  const card = within(screen.getByRole('region', { name: 'Sổ theo dõi hồ sơ' }));
  expect(card.getByText('1.015 dòng · 102 trang · từ 02/01/2025 đến 20/05/2025')).toBeVisible();
  const print = card.getByRole('button', { name: 'In sổ, quyển 1/2025' });
  await user.click(print);
  await settle();
  await user.type(card.getByRole('textbox', { name: 'Từ trang' }), '3');
  await user.click(print);
  await settle();
  await user.type(card.getByRole('textbox', { name: 'Đến trang' }), '5');
  await user.click(print);
  await settle();
  const register = { book: 'register', volume: '1/2025' };
  expect(desk.callsOf('books.print')).toEqual([
    { ...register, firstPage: 102, lastPage: 102 },
    { ...register, firstPage: 3, lastPage: 3 },
    { ...register, firstPage: 3, lastPage: 5 },
  ]);
  expect(screen.getByText('Đã gửi 1 giấy tới máy in.')).toBeVisible();
});

test('lists are those of the day; days that have not come are not offered', async () => {
  const { user, desk } = await opened();
  const today = desk.callsOf('books.view')[0]?.day;
  await user.keyboard('{Control>}{ArrowDown}{/Control}');
  await settle();
  await user.keyboard('{Control>}{ArrowUp}{/Control}');
  await settle();
  expect(desk.callsOf('books.view').map(({ day }) => day)).toEqual([today, '2025-05-19']);
  await user.click(screen.getByRole('button', { name: 'In phiếu bàn giao, Tư pháp – Hộ tịch' }));
  await settle();
  await user.click(screen.getByRole('button', { name: 'In giấy tiếp nhận chung, Khuất Văn Bình' }));
  await settle();
  expect(desk.callsOf('books.print')).toMatchObject([
    { book: 'results', day: '2025-05-19', unit: 'Tư pháp – Hộ tịch' },
    { book: 'batch', day: '2025-05-19' },
  ]);
});

test('what the desk declines is said, and what was typed stays', async () => {
  const { user } = await opened((fake) => {
    fake.answer('books.print', () => err([refuse('too-many-pages', 'lastPage', { max: 50 })]));
  });
  const from = screen.getByRole('textbox', { name: 'Từ trang' });
  await user.type(from, '1');
  await user.click(screen.getByRole('button', { name: 'In sổ, quyển 1/2025' }));
  await settle();
  expect(screen.getByRole('alert')).toHaveTextContent('tối đa 50 trang');
  expect(from).toHaveValue('1');
});
