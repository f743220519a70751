import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { refuse } from '../../../shared/contract/refusal.ts';
import { moment } from '../../../shared/domain/base/local-date.ts';
import { err, ok } from '../../../shared/result.ts';
import { renderApp, settle } from '../support/render-app.tsx';
import { detailOf, rows } from '../support/sample.ts';
import { cash } from '../support/sample-machine.ts';

async function opened(prepare: NonNullable<Parameters<typeof renderApp>[0]> = () => {}) {
  const app = await renderApp(prepare);
  await app.user.click(screen.getByRole('button', { name: 'Quỹ' }));
  await settle();
  return app;
}
const field = (name: string | RegExp) => screen.getByRole('textbox', { name });

test('a shift is opened with its float and book', async () => {
  const { user, desk } = await opened((fake) => {
    fake.answer('cash.view', () => ok({ ...cash, shift: null }));
  });
  for (const [name, text] of [
    ['Tiền đầu ca', '200.000'],
    ['Ký hiệu quyển', '28AA-17T'],
    ['Từ số', '0001201'],
    ['Đến số', '0001250'],
  ] as const) {
    await user.type(field(name), text);
    await settle(80);
  }
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('cash.open')).toEqual([
    { openingVnd: 200_000, books: [{ symbol: '28AA-17T', from: '0001201', to: '0001250' }] },
  ]);
  expect(screen.getByText('Đã mở ca thu.')).toBeVisible();
});

test('what was taken leads to its dossier; the difference is said while counting, and F9 closes', async () => {
  const { user, desk } = await opened();
  const takings = within(screen.getByRole('region', { name: 'Đã thu' }));
  expect(takings.getByRole('row')).toHaveTextContent(/250520-1007.*28AA-17T 0001201.*22\.000/);
  await user.type(field('200.000 đ'), '1');
  await settle(80);
  expect(screen.getByText(/thiếu 22\.000/)).toBeVisible();
  await user.type(field('20.000 đ'), '1');
  await settle(80);
  await user.type(field('2.000 đ'), '1');
  await settle(80);
  expect(screen.getByText(/khớp/)).toBeVisible();
  await user.click(screen.getByRole('radio', { name: 'Kiều Thị Hạnh' }));
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('cash.close')).toEqual([
    {
      pieces: [
        { value: 200_000, count: 1 },
        { value: 20_000, count: 1 },
        { value: 2000, count: 1 },
      ],
      explanation: '',
      handedTo: 'hanh',
    },
  ]);
});

test('an unexplained difference is said, and what was counted stays', async () => {
  const { user } = await opened((fake) => {
    fake.answer('cash.close', () =>
      err([refuse('difference-unexplained', 'explanation', { difference: -222_000 })]),
    );
  });
  await user.type(field('500 đ'), '2');
  await settle(80);
  await user.keyboard('{F9}');
  await settle();
  expect(screen.getByRole('alert')).toHaveTextContent(/Ghi giải trình/);
  expect(field('500 đ')).toHaveValue('2');
});

test('handing over offers the form on top of the book and sends what the officer left in the field', async () => {
  const { user, stores, desk } = await renderApp();
  await stores.handOver.getState().find('1007');
  stores.navigation.getState().go({ screen: 'handOver' });
  await settle();
  expect(field('Ký hiệu, Số biên lai')).toHaveValue('28AA-17T 0001202');
  await user.clear(field('Ký hiệu, Số biên lai'));
  await settle(80);
  await user.type(field('Ký hiệu, Số biên lai'), 'biên lai');
  await settle(80);
  await user.keyboard('{F9}');
  await settle();
  expect(screen.getByRole('alert')).toHaveTextContent(/28AA-17T và 0001234/);
  expect(desk.callsOf('dossier.handOver')).toEqual([]);
});

test.each(['8.000,00', '10,5', '₫8.000', '9.000.000.000.000'])(
  'the amount "%s" at hand-over is said to be unclear, stays in its field, and nothing is given',
  async (typed) => {
    const { user, stores, desk } = await renderApp();
    await stores.handOver.getState().find('1007');
    stores.navigation.getState().go({ screen: 'handOver' });
    await settle();
    const fee = screen.getByRole<HTMLInputElement>('textbox', { name: /thu/i });
    await user.clear(fee);
    await settle(80);
    await user.type(fee, typed);
    await settle(80);
    await user.keyboard('{F9}');
    await settle();
    expect(screen.getByRole('alert')).toHaveTextContent(/số tiền/i);
    expect(fee).toHaveValue(typed);
    expect(desk.callsOf('dossier.handOver')).toEqual([]);
  },
);

test('a float that cannot be read is said at its field, and no shift is opened', async () => {
  const { user, desk } = await opened((fake) => {
    fake.answer('cash.view', () => ok({ ...cash, shift: null }));
  });
  await user.type(field('Tiền đầu ca'), '200,000');
  await settle(80);
  await user.keyboard('{F9}');
  await settle();
  expect(field(/^Tiền đầu ca/)).toHaveAccessibleDescription(/không có dấu phẩy/);
  expect(field(/^Tiền đầu ca/)).toHaveValue('200,000');
  expect(desk.callsOf('cash.open')).toEqual([]);
});

test('money without a receipt gets its number by keys, also while no shift is open', async () => {
  const taking = {
    dossier: '0196ec00-0000-7000-8000-000000000007',
    code: 'H26.25.39-250520-1007',
    payer: 'Bùi Quang Hưng',
    at: moment('2025-05-19T09:10'),
    vnd: 22_000,
  };
  const older = { ...taking, code: 'H26.25.39-250519-1003', dossier: '0196ec00-0000-7000-8000-000000000003' };
  const { user, desk } = await opened((fake) => {
    fake.answer('cash.view', () => ok({ ...cash, shift: null, unnumbered: [older, taking] }));
    fake.answer('cash.assignReceipt', ({ serial }) =>
      serial === '0001201'
        ? err([refuse('serial-used', 'lateSerial', { symbol: '28AA-17T', serial })])
        : ok({ ...cash, shift: null, unnumbered: [older] }),
    );
  });
  const list = within(screen.getByRole('region', { name: 'Chưa ghi số biên lai' }));
  list.getByRole('radio', { name: /250519-1003/ }).focus();
  await user.keyboard('{ArrowDown}{Tab}28AA-17T 0001201{Tab}{Enter}');
  await settle();
  expect(screen.getByRole('alert')).toHaveTextContent('Biên lai 28AA-17T 0001201 đã ghi rồi.');
  expect(field('Ký hiệu, số biên lai')).toHaveValue('28AA-17T 0001201');
  await user.clear(field('Ký hiệu, số biên lai'));
  await user.type(field('Ký hiệu, số biên lai'), '28AA-17T 0001202{Tab}{Enter}');
  await settle();
  expect(desk.callsOf('cash.assignReceipt').at(-1)).toEqual({
    dossier: taking.dossier,
    takenAt: taking.at,
    vnd: 22_000,
    symbol: '28AA-17T',
    serial: '0001202',
  });
  expect(screen.getByText('Đã ghi số biên lai.')).toBeVisible();
  expect(list.queryByRole('radio', { name: /250520-1007/ })).toBeNull();
});

test('an amount that nobody knows is typed at the hand-over, and never taken for none', async () => {
  const one = rows.find(({ code }) => code.endsWith('1007'));
  if (one === undefined) throw new Error('No 1007');
  const { user, stores, desk } = await renderApp((fake) => {
    fake.answer('dossier.get', () => ok(detailOf(one, { stillDueVnd: null })));
  });
  await stores.handOver.getState().find('1007');
  stores.navigation.getState().go({ screen: 'handOver' });
  await settle();
  expect(screen.getByRole('textbox', { name: /thu/i })).toHaveValue('');
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('dossier.handOver')).toEqual([]);
  expect(screen.getByRole('alert')).toHaveTextContent(/Gõ số tiền bằng đồng/);
});
