import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { refuse } from '../../../shared/contract/refusal.ts';
import { err, ok } from '../../../shared/result.ts';
import { renderApp, settle } from '../support/render-app.tsx';
import { deskView } from '../support/sample.ts';

const opened = () =>
  renderApp((fake) => {
    fake.answer('desk.view', () => ok({ ...deskView, readingOnly: 'start-disk-full' }));
    fake.answer('intake.open', () => err([refuse('read-only')]));
    fake.answer('intake.saveDraft', () => err([refuse('read-only')]));
  });

test('a desk that can only read says why, shows the list, and does not offer to receive', async () => {
  const { user } = await opened();
  await settle();
  expect(screen.getByRole('alert').textContent).toMatch(/Ổ đĩa đã đầy.*chỉ tra cứu và in lại/);
  expect(screen.getByRole('heading', { name: 'Hồ sơ' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Tiếp nhận/ })).toBeNull();
  await user.keyboard('{F2}');
  expect(screen.getByText(/Máy chỉ đang xem được/)).toBeTruthy();
});

test('a stranger found by the quick search begins no dossier there', async () => {
  const { user, stores } = await opened();
  await user.keyboard('{F3}Phạm Văn Mới');
  await settle(60);
  await user.keyboard('{Enter}');
  await settle();
  expect(stores.navigation.getState().place.screen).toBe('dossiers');
  expect(screen.getByText(/Máy chỉ đang xem được/)).toBeTruthy();
});
