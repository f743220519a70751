import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { focused, scanned, settle } from '../support/render-app.tsx';

test('the fee of the counter is chosen already, and another one is taken by the arrows', async () => {
  const { user, desk } = await scanned();
  await user.keyboard('tam tru{Enter}');
  await settle();
  expect(screen.getByRole('radio', { name: /Nộp trực tiếp · 15.000 đ/ })).toBeChecked();
  expect(screen.getByText('15.000 đ')).toBeVisible();
  screen.getByRole('radio', { name: /Nộp trực tiếp/ }).focus();
  await user.keyboard('{ArrowDown}');
  await settle();
  expect(screen.getByText('7.000 đ')).toBeVisible();
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('intake.receive')).toMatchObject([{ draft: { feeChoice: 'online' } }]);
});

test('while nobody says which fee it is none is shown, and F9 asks for it with a sentence', async () => {
  const { user, desk } = await scanned();
  await user.keyboard('sinh luu dong{Enter}');
  await settle();
  expect(focused()).toBe('feeChoice');
  expect(screen.getByText('Chọn mức phí')).toBeVisible();
  expect(screen.queryByText('Không thu', { selector: 'output' })).toBeNull();
  await user.keyboard('{F9}');
  await settle();
  expect(screen.queryByText(/Đã lưu/)).toBeNull();
  expect(focused()).toBe('feeChoice');
  expect(screen.getAllByText('Chưa rõ mức phí. Chọn trường hợp đúng của hồ sơ này.').length).toBeGreaterThan(
    0,
  );
  await user.keyboard(' ');
  await settle();
  expect(screen.getByText('Không thu', { selector: 'output' })).toBeVisible();
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('intake.receive')).toMatchObject([{}, { draft: { feeChoice: 'on-time' } }]);
  expect(screen.getByText(/Đã lưu/)).toBeVisible();
});

test('another procedure forgets the fee of the one before', async () => {
  const { user, stores } = await scanned();
  await user.keyboard('sinh luu dong{Enter} ');
  await settle();
  expect(stores.intake.getState().draft).toMatchObject({ feeChoice: 'on-time' });
  await user.keyboard('{Alt>}2{/Alt}tam tru{Enter}');
  await settle();
  expect(stores.intake.getState().draft).toMatchObject({ procedureCode: '1.004194', feeChoice: null });
});
