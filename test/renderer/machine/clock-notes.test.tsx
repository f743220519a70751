import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { refuse } from '../../../shared/contract/refusal.ts';
import { err, ok } from '../../../shared/result.ts';
import { renderApp, settle } from '../support/render-app.tsx';
import { deskView, detailOf, rows } from '../support/sample.ts';

const [row] = rows;
if (row === undefined) throw new Error('No sample');
const behind = refuse('clock-behind', undefined, { minutes: 60 });

/** An app whose desk declines everything for its clock until somebody has said that it is right. */
async function opened() {
  let isRight = false;
  let wasAsked = false;
  const declined = () => {
    wasAsked = true;
    return err([behind] as const);
  };
  return renderApp((fake) => {
    fake.answer('desk.view', () =>
      ok({ ...deskView, clock: { refusal: wasAsked && !isRight ? behind : null, doubts: [] } }),
    );
    fake.answer('dossier.get', () =>
      ok(detailOf(row as never, { steps: ['dossier.withdrawn'], actions: [] })),
    );
    fake.answer('dossier.step', () => (isRight ? ok(detailOf(row as never)) : declined()));
    fake.answer('cash.open', declined);
    fake.answer('dossier.markReady', declined);
    fake.answer('clock.confirm', () => {
      isRight = true;
      return ok({});
    });
  });
}

test('a step that is declined for the clock offers in its own panel to say that it is right, and then goes through', async () => {
  const { user, desk, stores } = await opened();
  stores.navigation.getState().go({ screen: 'dossier', id: row?.id ?? '' });
  await settle();
  await user.keyboard('{F7}');
  await settle();
  stores.run(stores.steps.getState().choose('dossier.withdrawn'));
  await settle(60);
  await user.type(screen.getByRole('textbox', { name: /Đơn xin rút/ }), 'xin rút');
  await user.keyboard('{F9}');
  await settle(60);
  const panel = within(screen.getByRole('dialog'));
  expect(panel.getAllByText(/Nếu đồng hồ đã đúng, ghi lý do/).length).toBeGreaterThan(0);
  await user.click(panel.getByRole('textbox', { name: /Vì sao giờ trước đó sai/ }));
  // Keys this fast would be a scanner's.
  await user.paste('Pin máy hết');
  await user.click(panel.getByRole('button', { name: 'Đồng hồ đã đúng' }));
  await settle();
  expect(desk.callsOf('clock.confirm')).toEqual([{ reason: 'Pin máy hết' }]);
  expect(screen.queryByRole('button', { name: 'Đồng hồ đã đúng' })).toBeNull();
  await user.keyboard('{F9}');
  await settle();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('so does the drawer, and a screen whose desk said so without a form', async () => {
  const { user, stores } = await opened();
  stores.navigation.getState().go({ screen: 'cash' });
  await settle();
  expect(screen.queryByRole('button', { name: 'Đồng hồ đã đúng' })).toBeNull();
  stores.run(stores.desk.call('cash.open', { openingVnd: 0, books: [] }));
  await settle();
  expect(screen.getByRole('button', { name: 'Đồng hồ đã đúng' })).toBeVisible();
  stores.navigation.getState().go({ screen: 'handOver' });
  await settle();
  expect(screen.getByRole('button', { name: 'Đồng hồ đã đúng' })).toBeVisible();
  await user.type(screen.getByRole('textbox', { name: /Vì sao giờ trước đó sai/ }), 'x');
  await user.click(screen.getByRole('button', { name: 'Đồng hồ đã đúng' }));
  await settle();
  expect(screen.queryByRole('button', { name: 'Đồng hồ đã đúng' })).toBeNull();
});

test('what is doubtful about the clock is said on every screen and blocks nothing', async () => {
  const zone = { code: 'zone-off', values: {}, dossier: null } as const;
  const { stores } = await renderApp((fake) =>
    fake.answer('desk.view', () => ok({ ...deskView, clock: { refusal: null, doubts: [zone] } })),
  );
  for (const place of ['dossiers', 'handOver', 'cash'] as const) {
    stores.navigation.getState().go({ screen: place });
    await settle();
    expect(screen.getByText(/Múi giờ của máy không phải giờ Việt Nam/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Đồng hồ đã đúng' })).toBeNull();
  }
});
