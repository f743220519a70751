import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { renderApp, settle } from '../support/render-app.tsx';
import { counts, row } from '../support/sample.ts';

const lines = (): readonly string[] =>
  within(screen.getByRole('listbox', { name: 'Kết quả tìm' }))
    .queryAllByRole('option')
    .map(({ textContent }) => textContent ?? '');
const typed = async (text: string) => {
  const app = await renderApp();
  await app.user.keyboard(`{F3}${text}`);
  await settle(60);
  return app;
};

test.each(['nguyet', 'minh nguyet', 'nguyet khuat', 'ktmn'])(
  '"%s" finds people, then their dossiers, and a new person last of all',
  async (query) => {
    await typed(query);
    expect(lines()[0]).toMatch(/^Khuất Thị Minh Nguyệt/);
    expect(lines()[1]).toMatch(/^250520-1007Khuất Thị Minh Nguyệt/);
    expect(lines().findIndex((line) => line.startsWith('Người mới'))).toBe(lines().length - 1);
  },
);

test.each([
  ['tra', 'Trả kết quả'],
  ['quy', 'Quỹ'],
  ['bao cao', 'Sổ sách'],
])(
  'the command that begins with the very word "%s" comes before people and procedures',
  async (query, command) => {
    await typed(query);
    expect(lines()[0]).toMatch(new RegExp(`^${command}`));
  },
);

test('whoever is nobody’s name here is offered as a new person', async () => {
  const { user, stores } = await typed('Phạm Văn Mới');
  expect(lines()).toEqual(['Người mới: Phạm Văn Mới']);
  await user.keyboard('{Enter}');
  await settle();
  expect(stores.intake.getState().draft?.applicant.name).toBe('Phạm Văn Mới');
});

test.each([
  ['+84 912 345 999', 'Người mới, điện thoại 0912 345 999'],
  ['EA1234567', 'Người mới, số định danh EA1234567'],
])('"%s" begins a new person with it', async (query, line) => {
  await typed(query);
  expect(lines().at(-1)).toBe(line);
});

test('a dossier that this filter does not hold is one key away', async () => {
  const delivered = row('250520-1002', 'Lê Văn Đã Trả', 'Khai sinh', '2025-05-20T08:00', '2025-05-20T16:00', {
    status: 'delivered',
    clock: 'ended',
  });
  const { user, desk } = await renderApp((fake) =>
    fake.answer('dossier.list', ({ filter, query }) =>
      ok({
        rows: filter === 'all' || query === '' ? [delivered] : [],
        more: false,
        elsewhere: filter === 'all' ? 0 : 1,
        counts,
      }),
    ),
  );
  await user.keyboard('{F4}');
  await settle();
  await user.keyboard('1002');
  await settle();
  expect(screen.getByRole('button', { name: /Có 1 trong Tất cả/ })).toBeVisible();
  await user.keyboard('{Enter}');
  await settle();
  expect(desk.callsOf('dossier.list').at(-1)).toMatchObject({ filter: 'all', query: '1002' });
  expect(screen.getByText('Lê Văn Đã Trả')).toBeVisible();
});
