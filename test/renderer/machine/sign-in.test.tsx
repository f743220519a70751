import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { focused, renderApp, settle } from '../support/render-app.tsx';
import { deskView } from '../support/sample.ts';

/** Trang sat here last; the keys are in her PIN. */
async function locked() {
  const app = await renderApp((fake) => fake.answer('desk.view', () => ok({ ...deskView, officer: null })));
  app.stores.preferences.getState().choose({ lastOfficer: deskView.officers[0]?.id ?? '' });
  await settle();
  expect(focused()).toBe('pin');
  return app;
}

test('a name typed into the PIN of whoever sat here last chooses that officer, and burns no attempt', async () => {
  const { user, desk } = await locked();
  await user.keyboard('quy{Enter}');
  await settle();
  expect(desk.callsOf('session.signIn')).toEqual([]);
  expect(screen.getByLabelText(/Nguyễn Văn Quý/)).toHaveFocus();
  await user.keyboard('135790{Enter}');
  await settle();
  expect(desk.callsOf('session.signIn')).toEqual([{ officer: 'quy', pin: '135790' }]);
});

test('letters that are nobody’s name are a PIN like any other', async () => {
  const { user, desk } = await locked();
  await user.keyboard('zzz{Enter}');
  await settle();
  expect(desk.callsOf('session.signIn')).toMatchObject([{ pin: 'zzz' }]);
});
