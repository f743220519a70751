import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { refuse } from '../../../shared/contract/refusal.ts';
import { err, ok } from '../../../shared/result.ts';
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

const aVolume = {
  volume: '1/2025',
  entries: 1043,
  lastNumber: 1043,
  firstDay: '2025-01-02' as never,
  lastDay: '2025-12-31' as never,
  pages: 105,
  closing: null,
  may: 'close' as const,
  due: true,
};
const withVolume = (change: Partial<Omit<typeof aVolume, 'may' | 'closing'>> & object) =>
  opened((fake) => {
    fake.answer('books.view', ({ day }) =>
      ok({ day, volumes: [{ ...aVolume, ...change }], results: [], batches: [] }),
    );
  });

test('a register whose year is over is closed with two keys, and not with one', async () => {
  const { user, desk } = await withVolume({});
  expect(screen.getByText(/Năm đã hết mà sổ chưa khóa/)).toBeVisible();
  await user.keyboard('{F7}');
  const panel = within(screen.getByRole('dialog', { name: 'Khóa sổ, Quyển 1/2025' }));
  expect(panel.getByText(/Đến số 1043, 1\.043 dòng, 105 trang/)).toBeVisible();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(desk.callsOf('books.close')).toEqual([]);
  await user.keyboard('{F7}');
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('books.close')).toEqual([{ volume: '1/2025' }]);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByText('Đã khóa sổ 1/2025. Trang khóa sổ đang in.')).toBeVisible();
});

test('what the desk declines is said in the panel, which stays', async () => {
  const { user, desk } = await withVolume({});
  desk.answer('books.close', () => err([refuse('year-not-over', undefined, { year: 2025 })]));
  await user.keyboard('{F7}');
  await user.keyboard('{F9}');
  await settle();
  expect(within(screen.getByRole('dialog')).getByRole('alert')).toHaveTextContent('Sổ năm 2025 còn ghi');
});

test('a closed register says who closed it, and its page is printed again', async () => {
  const closing = {
    at: '2026-01-02T08:00',
    byName: 'Nguyễn Văn Quý',
    lastNumber: 1043,
    pages: 105,
    later: 2,
    inDoubt: true,
  };
  const { user, desk } = await withVolume({ closing, may: 'nothing', due: false } as never);
  expect(screen.getByText(/người khóa: Nguyễn Văn Quý\. Đến số 1043, 105 trang/)).toBeVisible();
  expect(screen.getByText(/Có 2 dòng vào sau khi khóa/)).toBeVisible();
  expect(screen.getByText(/Cấp trên đếm khác/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'In trang khóa sổ' }));
  await settle();
  expect(desk.callsOf('books.print')).toEqual([{ book: 'closing', volume: '1/2025' }]);
});

test('a register closed too early is opened again with a reason', async () => {
  const { user, desk } = await withVolume({ may: 'reopen', due: false } as never);
  await user.keyboard('{F7}');
  await settle();
  await user.keyboard('Đồng hồ sai năm');
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('books.reopen')).toEqual([{ volume: '1/2025', reason: 'Đồng hồ sai năm' }]);
});
