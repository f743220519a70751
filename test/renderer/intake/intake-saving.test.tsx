import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { refuse } from '../../../shared/contract/refusal.ts';
import { emptyDraft } from '../../../shared/domain/intake/draft.ts';
import { err, ok } from '../../../shared/result.ts';
import { previewOf } from '../support/fake-client.ts';
import { scanAt } from '../support/keyboard.ts';
import { renderApp, scanned, settle } from '../support/render-app.tsx';
import { cardOf, deskView, nguyet, stranger } from '../support/sample.ts';

/** What must never be lost, saved twice or shown to the next officer. */

const saveButton = () => screen.getByRole('button', { name: /Lưu và in biên nhận|Đang lưu|Lưu, in sau/ });

test('every change is kept within a quarter of a second, and at once when a field is left', async () => {
  const { user, desk } = await renderApp();
  const name = screen.getByRole('textbox', { name: 'Họ và tên' });
  await user.click(name);
  await user.keyboard('an');
  expect(desk.callsOf('intake.saveDraft')).toEqual([]);
  await settle(300);
  expect(desk.callsOf('intake.saveDraft').at(-1)?.applicant.name).toBe('an');
  await user.keyboard('h{Tab}');
  await settle();
  expect(desk.callsOf('intake.saveDraft').at(-1)?.applicant.name).toBe('Anh');
});

test('a draft from before the power cut is offered: Enter goes on with it, Esc lets it go', async () => {
  const left = { ...emptyDraft('019a0000-0000-7000-a000-000000000001'), applicant: nguyet.applicant };
  const withDraft: Parameters<typeof renderApp>[0] = (desk) => {
    desk.answer('intake.open', () =>
      ok({
        draft: emptyDraft('019a0000-0000-7000-a000-000000000002'),
        recovered: { draft: left, savedAt: '2025-05-20T02:31:00.000Z' },
        quickPicks: [],
      }),
    );
  };
  const first = await renderApp(withDraft);
  expect(screen.getByText(/Có 1 hồ sơ nháp lúc 09:31: Khuất Thị Minh Nguyệt/)).toBeVisible();
  await first.user.keyboard('{Enter}');
  await settle();
  expect(first.stores.intake.getState().draft?.id).toBe(left.id);
  first.view.unmount();

  const second = await renderApp(withDraft);
  await second.user.keyboard('{Escape}');
  await settle();
  expect(second.desk.callsOf('intake.dropDraft')).toEqual([{ id: left.id }]);
  expect(screen.queryByText(/hồ sơ nháp/)).toBeNull();
});

test('an officer who has looked at the clock says so beside what F9 waits for', async () => {
  let isBehind = true;
  const behind = refuse('clock-behind', undefined, { minutes: 60 });
  const { user, desk } = await scanned(nguyet, (fake) => {
    fake.answer('intake.receive', () =>
      isBehind ? err([behind]) : ok({ id: 'x', code: 'x', printed: true, warnings: [] }),
    );
    fake.answer('intake.preview', (draft) => {
      const preview = previewOf(draft, '250520-1043');
      return ok({ ...preview, refusals: isBehind ? [behind, ...preview.refusals] : preview.refusals });
    });
  });
  await user.keyboard('11*1{Enter}{F9}');
  await settle();
  await user.click(screen.getByRole('textbox', { name: /Đồng hồ máy đã đúng/ }));
  // Keys this fast would be a scanner's.
  await user.paste('Pin hết');
  isBehind = false;
  await user.click(screen.getByRole('button', { name: 'Đồng hồ đã đúng' }));
  await settle();
  expect(desk.callsOf('clock.confirm')).toEqual([{ reason: 'Pin hết' }]);
  expect(screen.queryByRole('button', { name: 'Đồng hồ đã đúng' })).toBeNull();
});

test('a second F9 before the answer does nothing', async () => {
  const answer =
    Promise.withResolvers<ReturnType<typeof ok<{ id: string; code: string; printed: true; warnings: [] }>>>();
  const { user, desk } = await scanned(nguyet, (fake) => fake.answer('intake.receive', () => answer.promise));
  await user.keyboard('11*1{Enter}{F9}{F9}');
  await settle();
  expect(saveButton()).toHaveAttribute('aria-disabled', 'true');
  await user.keyboard('{F9}');
  await user.click(saveButton());
  await settle();
  expect(desk.callsOf('intake.receive')).toHaveLength(1);
  answer.resolve(ok({ id: 'x', code: 'H26.109.25-250520-1043', printed: true, warnings: [] }));
  await settle();
  expect(desk.callsOf('intake.open')).toHaveLength(2);
});

test('a second F9 just after the answer belongs to the form that is saved, not to the empty one', async () => {
  const { user, desk, stores } = await scanned(nguyet);
  await user.keyboard('11*1{Enter}{F9}');
  await settle();
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('intake.receive')).toHaveLength(1);
  expect(stores.intake.getState()).toMatchObject({ attempted: false, refused: null });
  await settle(900);
  await user.keyboard('{F9}');
  await settle();
  expect(stores.intake.getState().attempted).toBe(true);
});

test('F9 does not save letters of a card that are in doubt until somebody has looked at them', async () => {
  const { user, desk, stores } = await renderApp();
  const doubt = { code: 'card-letters-doubtful', values: {}, dossier: null } as const;
  const person = { ...stranger, visits: 0, lastVisit: null };
  await stores.intake.getState().takePerson(person, 'scan', [doubt]);
  await settle();
  expect(screen.getByRole('textbox', { name: 'Họ và tên' })).toHaveFocus();
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('intake.receive')).toEqual([]);
  expect(screen.getByRole('textbox', { name: 'Họ và tên' })).toHaveAccessibleDescription(/Xem thẻ/);
  await settle(900);
  await user.keyboard('{F9}');
  await settle();
  expect(screen.getByRole('textbox', { name: 'Họ và tên' })).not.toHaveAccessibleDescription(/Xem thẻ/);
});

test('when the answer to F9 is lost it is asked for again with the same draft, and the officer is told', async () => {
  let asked = 0;
  const { user, desk } = await scanned(nguyet, (fake) =>
    fake.answer('intake.receive', ({ draft }) => {
      asked += 1;
      if (asked === 1) throw new Error('the line broke');
      return ok({ id: draft.id, code: 'H26.109.25-250520-1043', printed: true, warnings: [] });
    }),
  );
  await user.keyboard('11*1{Enter}{F9}');
  await settle(50);
  expect(screen.getByText('Đang kiểm tra hồ sơ đã lưu chưa…')).toBeVisible();
  await settle(400);
  const ids = desk.callsOf('intake.receive').map(({ draft }) => draft.id);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
  expect(screen.getByText(/Đã lưu 250520-1043/)).toBeVisible();
});

test('a refusal of the desk after F9 leaves everything typed in place', async () => {
  const { user } = await scanned(nguyet, (fake) =>
    fake.answer('intake.receive', () => err([refuse('disk-full')])),
  );
  await user.keyboard('11*1{Enter}{F9}');
  await settle();
  expect(screen.getByRole('alert')).toHaveTextContent(/Ổ đĩa/);
  expect(screen.getByText('KHUẤT THỊ MINH NGUYỆT')).toBeVisible();
});

test('a card scanned before the answer to F9 belongs to the next dossier', async () => {
  const answer =
    Promise.withResolvers<ReturnType<typeof ok<{ id: string; code: string; printed: true; warnings: [] }>>>();
  const { user, desk } = await scanned(nguyet, (fake) => fake.answer('intake.receive', () => answer.promise));
  await user.keyboard('11*1{Enter}{F9}');
  scanAt(5000, cardOf(stranger));
  await settle();
  answer.resolve(ok({ id: 'x', code: 'H26.109.25-250520-1043', printed: true, warnings: [] }));
  await settle();
  expect(screen.getByText('BÙI QUANG HƯNG')).toBeVisible();
  expect(desk.callsOf('intake.receive')[0]?.draft.applicant.name).toBe(nguyet.applicant.name);
});

test('locking the screen hides everything of the officer; the draft waits at the desk', async () => {
  let officer: typeof deskView.officer = deskView.officer;
  const { user, desk } = await scanned(nguyet, (fake) => {
    fake.answer('desk.view', () => ok({ ...deskView, officer }));
    fake.answer('session.signOut', () => {
      officer = null;
      return ok({ ...deskView, officer });
    });
  });
  await user.keyboard('{Control>}{Alt>}l{/Alt}{/Control}');
  await settle();
  expect(desk.callsOf('intake.saveDraft').at(-1)?.applicant.name).toBe(nguyet.applicant.name);
  expect(screen.getByRole('heading', { name: 'Ai đang ngồi quầy?' })).toBeVisible();
  expect(screen.queryByText('KHUẤT THỊ MINH NGUYỆT')).toBeNull();
});

test('who does not receive citizens begins with the list, and F2 says whose work it is', async () => {
  const specialist = { id: 'hanh', name: 'Kiều Thị Hạnh', roles: ['specialist' as const] };
  const { user, desk } = await renderApp((fake) =>
    fake.answer('desk.view', () => ok({ ...deskView, officer: specialist })),
  );
  expect(screen.getByRole('heading', { name: 'Hồ sơ' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Tiếp nhận' })).toBeNull();
  await user.keyboard('{F2}');
  await settle();
  expect(screen.getByText(/Việc này do người khác được giao/)).toBeVisible();
  expect(desk.callsOf('intake.receive')).toEqual([]);
});

test.each(['8.000,00', '10,5', '₫8.000'])(
  'the fee "%s" is not saved as no fee: F9 asks for it again',
  async (typed) => {
    const { user, desk } = await scanned(nguyet);
    await user.keyboard('hòa giải{Enter}');
    await settle(250);
    await user.type(screen.getByRole('textbox', { name: /^Ngày hẹn/ }), '2006');
    await settle(80);
    await user.type(screen.getByRole('textbox', { name: /^Lý do|ghi chú/i }), 'hẹn hòa giải');
    await settle(80);
    const fee = screen.getByRole('textbox', { name: /^Phí đã thu/ });
    await user.type(fee, typed);
    await settle(80);
    await user.keyboard('{F9}');
    await settle();
    expect(fee).toHaveValue(typed);
    expect(fee).toHaveAccessibleDescription(/không có dấu phẩy/);
    expect(desk.callsOf('intake.receive')).toEqual([]);
    await user.clear(fee);
    await settle(80);
    await user.type(fee, '8.000₫');
    await settle(80);
    await user.keyboard('{F9}');
    await settle(80);
    await settle();
    expect(desk.callsOf('intake.receive')).toMatchObject([{ draft: { enteredFeeVnd: 8000 } }]);
  },
);

test('a fee that cannot be read goes with the procedure it was typed for, and keeps no other from being saved', async () => {
  const { user, stores } = await scanned(nguyet);
  await user.keyboard('hòa giải{Enter}');
  await settle(250);
  await user.type(screen.getByRole('textbox', { name: /^Phí đã thu/ }), '10,5{Tab}');
  await settle(80);
  expect([...stores.intake.getState().unread.keys()]).toEqual(['enteredFeeVnd']);
  const { quickPicks } = stores.intake.getState();
  const other = quickPicks.find(({ fee }) => fee.kind === 'flat');
  if (other === undefined) throw new Error('no procedure with a flat fee among the quick picks');
  stores.intake.getState().choose(other);
  await settle();
  expect([...stores.intake.getState().unread.keys()]).toEqual([]);
});
