import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { IntakePreview, PetitionRow } from '../../../shared/contract/intake/views.ts';
import { refuse } from '../../../shared/contract/refusal.ts';
import { moment } from '../../../shared/domain/base/local-date.ts';
import { emptyDraft } from '../../../shared/domain/intake/draft.ts';
import { err, ok } from '../../../shared/result.ts';
import type { FakeClient } from '../support/fake-client.ts';
import { scanAt } from '../support/keyboard.ts';
import { focused, renderApp, scanned, settle } from '../support/render-app.tsx';
import { cardOf, nguyet, stranger } from '../support/sample.ts';
import { procedures } from '../support/sample-procedures.ts';

const petition = (n: number, part: Partial<PetitionRow> = {}): PetitionRow => ({
  id: `019a0000-0000-7000-8000-00000000000${n}`,
  applicantName: nguyet.applicant.name,
  phone: nguyet.applicant.phone,
  procedureName: 'Đăng ký khai tử',
  askedAt: moment('2025-05-19T10:05'),
  askedByName: 'Đỗ Thu Trang',
  items: ['Tờ khai (mẫu)'],
  reason: '',
  slips: 1,
  sent: false,
  ...part,
});

const kept = {
  ...emptyDraft(petition(1).id),
  applicant: nguyet.applicant,
  procedureCode: '1.000656',
  papers: (procedures.find(({ code }) => code === '1.000656')?.papers ?? []).map((paper, n) => ({
    ...paper,
    ticked: n !== 0,
  })),
  note: 'đã gọi điện',
};

const withTwoWaiting = (fake: FakeClient): void => {
  const rows = [petition(1), petition(2, { applicantName: 'Bùi Quang Hưng', slips: 2 })];
  fake.answer('petition.list', ({ query }) =>
    ok({
      rows: rows.filter(({ applicantName }) => applicantName.toLowerCase().includes(query.toLowerCase())),
      waiting: rows.length,
    }),
  );
  fake.answer('petition.resume', () => ok({ draft: kept }));
};

const previewWithPetition: IntakePreview = {
  code: 'H26.109.25-250520-1043',
  dueAt: null,
  shownDueAt: null,
  dueReason: null,
  receiptNeeded: true,
  dueMustBeEntered: false,
  feeVnd: 0,
  copies: 0,
  pages: 0,
  rows: [],
  clash: null,
  warnings: [
    {
      code: 'petition-waiting',
      values: { name: nguyet.applicant.name, procedure: 'Đăng ký khai tử', at: '2025-05-19T10:05' },
      dossier: petition(1).id,
    },
  ],
  refusals: [],
};

/** The app with a card scanned, a procedure chosen and its first paper unticked. */
async function incomplete() {
  const app = await scanned();
  await app.user.keyboard('6 ');
  await settle();
  return app;
}

const notice = (text: string | RegExp) => screen.getByText(text);

test('F9 with a paper missing asks for it; F9 again prints paper 02 and the next form waits for a scan', async () => {
  const { user, desk } = await incomplete();
  await user.keyboard('{F9}');
  await settle();
  expect(focused()).toBe('slip.reason');
  await user.keyboard('Chưa mang{F9}');
  await settle();
  expect(desk.callsOf('intake.requestSupplement')).toMatchObject([
    {
      draft: { procedureCode: '1.000656', papers: [{ ticked: false }, { ticked: true }] },
      more: [],
      reason: 'Chưa mang',
    },
  ]);
  expect(desk.callsOf('intake.receive')).toEqual([]);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(notice('Đã ghi yêu cầu bổ sung: Khuất Thị Minh Nguyệt. Đã gửi phiếu tới máy in.')).toBeVisible();
  expect(focused()).toBe('omni');
  expect(screen.queryByText('KHUẤT THỊ MINH NGUYỆT')).toBeNull();
});

test('F7, 1 adds the officer’s own lines, one a line, where no paper is ticked off', async () => {
  const { user, desk } = await scanned();
  await user.keyboard('1{F7}');
  await settle();
  expect(screen.getByRole('dialog', { name: 'Chưa tiếp nhận được' })).toBeVisible();
  await user.keyboard('1');
  await settle();
  expect(focused()).toBe('slip.more');
  await user.keyboard('Bản chính học bạ{Enter}{Enter} CCCD {F9}');
  await settle();
  expect(desk.callsOf('intake.requestSupplement')).toMatchObject([{ more: ['Bản chính học bạ', 'CCCD'] }]);
});

test('F7, 2 refuses; without a reason it says so at its field and nothing is lost', async () => {
  const { user, desk } = await incomplete();
  await user.keyboard('{F7}2');
  await settle();
  expect(focused()).toBe('slip.reason');
  await user.keyboard('{F9}');
  await settle();
  const reason = screen.getByRole('textbox', { name: 'Lý do từ chối' });
  expect(reason).toHaveAccessibleDescription('Ghi lý do để người dân biết.');
  expect(reason).toHaveFocus();
  expect(screen.getByText('KHUẤT THỊ MINH NGUYỆT')).toBeVisible();
  await user.keyboard('Thuộc thẩm quyền xã khác{F9}');
  await settle();
  expect(desk.callsOf('intake.refuse').at(-1)).toMatchObject({ reason: 'Thuộc thẩm quyền xã khác' });
  expect(notice(/Đã ghi từ chối tiếp nhận: Khuất Thị Minh Nguyệt/)).toBeVisible();
});

test('what is wrong on the form closes the question and is told at its field', async () => {
  const { user, desk } = await incomplete();
  desk.answer('intake.requestSupplement', () => err([refuse('phone-length', 'applicant.phone')]));
  await user.keyboard('{F9}');
  await settle();
  await user.keyboard('{F9}');
  await settle(60);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(focused()).toBe('applicant.phone');
});

test('Esc leaves the question with the form as it was, and what was typed is there when it is asked again', async () => {
  const { user, stores } = await incomplete();
  await user.keyboard('{F9}');
  await settle();
  await user.keyboard('Chưa mang{Escape}');
  await settle();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(stores.intake.getState().draft?.procedureCode).toBe('1.000656');
  await user.keyboard('{F9}');
  await settle();
  expect(screen.getByRole('textbox', { name: /Lý do/ })).toHaveValue('Chưa mang');
});

test('when the answer is lost the same question is asked again until it is answered', async () => {
  const { user, desk } = await incomplete();
  let lost = 1;
  desk.answer('intake.requestSupplement', ({ draft }) => {
    if (lost > 0) {
      lost -= 1;
      throw new Error('the line broke');
    }
    return ok({ id: draft.id });
  });
  await user.keyboard('{F9}');
  await settle();
  await user.keyboard('{F9}');
  await settle(400);
  const [first, second, ...more] = desk.callsOf('intake.requestSupplement');
  expect(second).toEqual(first);
  expect(more).toEqual([]);
  expect(notice(/Đã ghi yêu cầu bổ sung/)).toBeVisible();
});

test('with the printer down the notice promises no paper', async () => {
  const down = { condition: 'down', unprinted: 1, lastFault: 'paper-out', paper: 'a5' } as const;
  const { user, desk } = await incomplete();
  desk.emit('print.changed', down);
  await settle();
  await user.keyboard('{F9}');
  await settle();
  await user.keyboard('{F9}');
  await settle();
  expect(notice(/Máy in chưa sẵn sàng, bấm F8/)).toBeVisible();
});

test('a card scanned over the question belongs to the next form: the question is gone', async () => {
  const { user } = await incomplete();
  await user.keyboard('{F9}');
  await settle();
  scanAt(5000, cardOf(stranger));
  await settle();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByText('BÙI QUANG HƯNG')).toBeVisible();
});

test('F7 on an empty form lists who is waited for; Enter goes on with the form as it was typed', async () => {
  const { user, desk, stores } = await renderApp(withTwoWaiting);
  expect(screen.getByRole('button', { name: /Chờ bổ sung: 2/ })).toBeVisible();
  await user.keyboard('{F7}');
  await settle();
  const panel = screen.getByRole('dialog', { name: 'Chờ bổ sung (chưa tiếp nhận)' });
  expect(within(panel).getAllByRole('listitem')).toHaveLength(2);
  await user.keyboard('{Enter}');
  await settle(60);
  expect(desk.callsOf('petition.resume')).toEqual([{ id: petition(1).id }]);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(stores.intake.getState().draft).toEqual(kept);
  await user.keyboard(' {F9}');
  await settle();
  expect(desk.callsOf('intake.receive')).toMatchObject([
    { draft: { id: petition(1).id, note: 'đã gọi điện', papers: [{ ticked: true }, { ticked: true }] } },
  ]);
});

test('typing filters them, the arrows choose, F8 prints the slip again', async () => {
  const { user, desk } = await renderApp(withTwoWaiting);
  await user.keyboard('{F7}');
  await settle();
  await user.keyboard('{ArrowDown}{F8}');
  await settle();
  expect(desk.callsOf('petition.print')).toEqual([{ id: petition(2).id }]);
  await user.keyboard('khuất');
  await settle();
  expect(screen.getAllByRole('listitem').filter(({ id }) => id !== '')).toHaveLength(1);
  await user.keyboard('{Escape}');
  await settle();
  expect(screen.getByRole('textbox', { name: /Lọc theo tên/ })).toHaveValue('');
  await user.keyboard('{Escape}');
  await settle();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(focused()).toBe('omni');
});

test('Delete in the empty box lets one lapse; in a box with text it edits the text', async () => {
  const { user, desk } = await renderApp(withTwoWaiting);
  await user.keyboard('{F7}');
  await settle();
  await user.keyboard('kh{Delete}');
  await settle();
  expect(desk.callsOf('petition.lapse')).toEqual([]);
  await user.keyboard('{Backspace}{Backspace}{Delete}');
  await settle();
  expect(desk.callsOf('petition.lapse')).toEqual([{ id: petition(1).id }]);
  expect(notice(/Đã thôi theo dõi: Khuất Thị Minh Nguyệt/)).toBeVisible();
});

test('somebody else received it meanwhile: the refusal is said and the form on the screen stays', async () => {
  const { user, stores } = await renderApp((fake) => {
    withTwoWaiting(fake);
    fake.answer('petition.resume', () => err([refuse('petition-unknown')]));
  });
  await user.keyboard('{F7}');
  await settle();
  const before = stores.intake.getState().draft;
  await user.keyboard('{F9}');
  await settle();
  expect(screen.getByText(/không còn ai chờ bổ sung/)).toBeVisible();
  expect(stores.intake.getState().draft).toBe(before);
});

test('when more is waited for from whoever stands here, F7, 3 lists that petition alone', async () => {
  const { user, desk } = await scanned(nguyet, withTwoWaiting);
  desk.answer('intake.preview', () => ok(previewWithPetition));
  await user.keyboard('6');
  await settle();
  expect(screen.getByText('Đang chờ bổ sung.')).toBeVisible();
  await user.keyboard('{F7}3');
  await settle();
  const panel = screen.getByRole('dialog', { name: 'Chờ bổ sung (chưa tiếp nhận)' });
  expect(
    within(panel)
      .getAllByRole('listitem')
      .map(({ id }) => id),
  ).toEqual([petition(1).id]);
  await user.keyboard('{Enter}');
  await settle(60);
  expect(desk.callsOf('petition.resume')).toEqual([{ id: petition(1).id }]);
});

test('without any, F7, 3 lists everybody', async () => {
  const { user } = await scanned(nguyet, withTwoWaiting);
  await user.keyboard('6{F7}3');
  await settle();
  expect(within(screen.getByRole('dialog')).getAllByRole('listitem')).toHaveLength(2);
});

test('a scan of the same person alone is not offered as a forgotten draft after going on', async () => {
  const { user, desk, stores } = await scanned(nguyet, withTwoWaiting);
  const scan = stores.intake.getState().draft?.id;
  await user.keyboard('{F7}3{Enter}');
  await settle(60);
  await user.keyboard('{Enter}');
  await settle(60);
  expect(desk.callsOf('intake.dropDraft')).toEqual([{ id: scan }]);
});

test('leaving the screen closes the list; F2 in it goes back to the empty form', async () => {
  const { user } = await renderApp(withTwoWaiting);
  await user.keyboard('{F7}');
  await settle();
  await user.keyboard('{F4}');
  await settle();
  await user.keyboard('{F2}');
  await settle();
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.keyboard('{F7}');
  await settle();
  await user.keyboard('hung{F2}');
  await settle();
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(focused()).toBe('omni');
});
