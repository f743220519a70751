import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { choiceKeys } from '../../../renderer/dossier/detail/choice-keys.ts';
import { stepNames } from '../../../shared/contract/dossier/steps.ts';
import type { DossierDetail } from '../../../shared/contract/dossier/views.ts';
import { refuse } from '../../../shared/contract/refusal.ts';
import { day } from '../../../shared/domain/base/local-date.ts';
import { err, ok } from '../../../shared/result.ts';
import { renderApp, settle } from '../support/render-app.tsx';
import { counts, detailOf, rows } from '../support/sample.ts';

const [row] = rows;
if (row === undefined) throw new Error('No sample');

const steps = ['dossier.supplementRequested', 'dossier.rescheduled'];

async function opened(part: Partial<DossierDetail> = {}) {
  const app = await renderApp((fake) => {
    fake.answer('dossier.get', () => ok(detailOf(row as never, { steps, ...part })));
  });
  app.stores.navigation.getState().go({ screen: 'dossier', id: row?.id ?? '' });
  await settle();
  await app.user.keyboard('{F7}');
  await settle();
  return app;
}

test('F7 lists what can happen next, a digit chooses, F9 records it with its papers one a line', async () => {
  const { user, desk } = await opened();
  expect(screen.getByRole('button', { name: /Yêu cầu bổ sung/ })).toBeVisible();
  await user.keyboard('3');
  await settle(60);
  await user.keyboard('Trích lục{Enter}Tờ khai');
  await settle(60);
  await user.type(screen.getByRole('textbox', { name: /Lý do/ }), 'Còn thiếu giấy');
  await settle(60);
  expect(screen.getByRole('textbox', { name: /Hạn người dân bổ sung/ })).toHaveValue('01/07/2025');
  await user.click(screen.getByRole('radio', { name: 'Nguyễn Văn Quý' }));
  await user.type(screen.getByLabelText(/PIN/), '112233');
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('dossier.step')).toEqual([
    {
      id: row?.id,
      step: 'dossier.supplementRequested',
      items: ['Trích lục', 'Tờ khai'],
      reason: 'Còn thiếu giấy',
      legalBasis: '',
      answerBy: '2025-07-01',
      approver: { officer: 'quy', pin: '112233' },
    },
  ]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('papers are asked for with nobody chosen: the desk says who is needed, and the PIN is typed anew', async () => {
  const { user, desk } = await opened();
  desk.answer('dossier.step', () => err([refuse('consent-needed', 'approver.officer')]));
  await user.keyboard('3');
  await settle(60);
  await user.type(screen.getByLabelText(/PIN/), '1');
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('dossier.step')).toMatchObject([{ approver: null }]);
  expect(screen.getByRole('alert')).toHaveTextContent(/cần người thứ hai đồng ý/);
  expect(screen.getByLabelText(/PIN/)).toHaveValue('');
});

test.each([
  ['a day of one’s own', '1506', '2025-06-15'],
  ['none: the desk counts it', '', null],
] as const)('the citizen’s last day, %s', async (_, typed, answerBy) => {
  const { user, desk } = await opened();
  await user.keyboard('3');
  await settle(60);
  const field = screen.getByRole('textbox', { name: /Hạn người dân bổ sung/ });
  await user.clear(field);
  if (typed !== '') await user.type(field, typed);
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('dossier.step')).toMatchObject([{ answerBy }]);
});

test('a last day that cannot be read is said at its field', async () => {
  const { user, desk } = await opened();
  await user.keyboard('3');
  await settle(60);
  const field = screen.getByRole('textbox', { name: /Hạn người dân bổ sung/ });
  await user.clear(field);
  await user.type(field, 'mai');
  await user.keyboard('{F9}');
  await settle();
  expect(field).toHaveAccessibleDescription(/Gõ ngày, ví dụ 2505/);
  expect(desk.callsOf('dossier.step')).toEqual([]);
});

test('papers that never came are said in the dossier and on its row, with a tab of their own while there are some', async () => {
  const late = {
    ...row,
    status: 'awaitingSupplement',
    clock: 'stopped',
    answerBy: '2025-05-16',
    unanswered: true,
  };
  const by = day('2025-05-16');
  const app = await renderApp((fake) => {
    fake.answer('dossier.get', () =>
      ok(detailOf(late as never, { duties: [{ code: 'supplement-unanswered', by }] })),
    );
    fake.answer('dossier.list', () =>
      ok({ rows: [late as never], more: false, elsewhere: 0, counts: { ...counts, unanswered: 1 } }),
    );
  });
  app.stores.navigation.getState().go({ screen: 'dossier', id: row?.id ?? '' });
  await settle();
  expect(screen.getByText(/phải bổ sung trước hết ngày 16\/05\/2025/)).toBeVisible();
  await app.user.keyboard('{F4}');
  await settle();
  expect(screen.getByRole('button', { name: /Quá hạn bổ sung 1/ })).toBeVisible();
  expect(screen.getByRole('row', { name: /Quá hạn bổ sung/ })).toBeVisible();
});

test('a date that cannot be read is said at its field, and nothing is asked of the desk', async () => {
  const { user, desk } = await opened();
  await user.keyboard('5');
  await settle(60);
  await user.type(screen.getByRole('textbox', { name: 'Ngày hẹn mới' }), 'mai');
  await settle(60);
  await user.keyboard('{F9}');
  await settle();
  expect(screen.getByRole('textbox', { name: 'Ngày hẹn mới' })).toHaveAccessibleDescription(/Gõ ngày và giờ/);
  expect(desk.callsOf('dossier.step')).toEqual([]);
});

test('what the desk declines is said, and what was typed stays', async () => {
  const { user, desk } = await opened();
  desk.answer('dossier.step', () => err([refuse('reschedule-limit', undefined, { count: 1 })]));
  await user.keyboard('5');
  await settle(60);
  await user.type(screen.getByRole('textbox', { name: 'Ngày hẹn mới' }), '2905 16:30');
  await settle(60);
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('dossier.step')).toMatchObject([{ newDueAt: '2025-05-29T16:30' }]);
  expect(screen.getByRole('alert')).toHaveTextContent('Đã hẹn lại 1 lần');
  expect(screen.getByRole('textbox', { name: 'Ngày hẹn mới' })).toHaveValue('2905 16:30');
});

test('papers made from the ledger are printed from the same panel', async () => {
  const { user, desk } = await opened();
  await user.keyboard('m');
  await settle();
  expect(desk.callsOf('dossier.print')).toEqual([{ id: row?.id, paper: 'control' }]);
});

test.each([
  { status: 'received', steps: ['dossier.withdrawn', 'dossier.forwarded'], says: /Chuyển xử lý F9/ },
  { status: 'processing', steps: ['dossier.forwarded', 'dossier.submittedForApproval'], says: /Trình ký F9/ },
  { status: 'awaitingSupplement', steps: ['dossier.supplementReceived'], says: /F9/ },
] as const)(
  '$status: F9 opens the next step on the way to a result',
  async ({ status, steps: open, says }) => {
    const app = await renderApp((fake) => {
      const detail = detailOf({ ...row, status }, { steps: [...open], actions: ['reprint'] });
      fake.answer('dossier.get', () => ok(detail));
    });
    app.stores.navigation.getState().go({ screen: 'dossier', id: row?.id ?? '' });
    await settle();
    expect(screen.getByRole('button', { name: says })).toBeVisible();
    await app.user.keyboard('{F9}');
    await settle();
    expect(screen.getByRole('dialog')).toBeVisible();
    expect(app.desk.callsOf('dossier.markReady')).toEqual([]);
  },
);

test('processing, to somebody who may only pass it on: F9 does not pass it on again', async () => {
  const app = await renderApp((fake) => {
    const detail = detailOf({ ...row, status: 'processing' } as never, {
      steps: ['dossier.forwarded'],
      actions: ['reprint'],
    });
    fake.answer('dossier.get', () => ok(detail));
  });
  app.stores.navigation.getState().go({ screen: 'dossier', id: row?.id ?? '' });
  await settle();
  await app.user.keyboard('{F9}');
  await settle();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('a new date on a day off is said while it is typed, and Alt+5 takes the working time beside it', async () => {
  const { user, desk } = await opened();
  await user.keyboard('5');
  await settle(60);
  const field = screen.getByRole('textbox', { name: 'Ngày hẹn mới' });
  await user.type(field, '2505 16:00');
  await settle(60);
  expect(screen.getByText(/Ngày hẹn trả là ngày nghỉ/)).toBeVisible();
  await user.keyboard('{Alt>}5{/Alt}');
  await settle(60);
  expect(field).toHaveValue('26/05/2025 16:00');
  expect(screen.queryByText(/Ngày hẹn trả là ngày nghỉ/)).toBeNull();
  await user.type(screen.getByRole('textbox', { name: /Lý do/ }), 'Chờ xác minh');
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('dossier.step')).toMatchObject([{ newDueAt: '2025-05-26T16:00' }]);
});

test('word of missing papers that is late is said beside the form, a coming apology above the dossier', async () => {
  const by = day('2025-05-16');
  const { user } = await opened({
    duties: [
      { code: 'supplement-late', by },
      { code: 'apology', by },
    ],
  });
  expect(screen.getByText(/chậm nhất hết ngày 16\/05\/2025 phải có phiếu xin lỗi/)).toBeVisible();
  await user.keyboard('3');
  await settle(60);
  expect(screen.getByText(/phải gửi chậm nhất hết ngày 16\/05\/2025/)).toBeVisible();
});

test('an action has one key for ever: grey and deaf while it is not open, never another’s', async () => {
  const { user, desk } = await opened();
  const grey = screen.getByRole('button', { name: /Chuyển xử lý/ });
  expect(grey).toBeDisabled();
  await user.keyboard('1');
  await settle(60);
  expect(grey).toBeVisible();
  expect(desk.callsOf('dossier.step')).toEqual([]);
  expect(new Set(Object.values(choiceKeys)).size).toBe(Object.keys(choiceKeys).length);
  expect(Object.keys(choiceKeys)).toEqual(expect.arrayContaining([...stepNames]));
});
