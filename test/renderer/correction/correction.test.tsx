import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { readPaperLines } from '../../../renderer/dossier/detail/paper-lines.ts';
import type { CorrectionPreview } from '../../../shared/contract/correction/views.ts';
import { refuse } from '../../../shared/contract/refusal.ts';
import { moment } from '../../../shared/domain/base/local-date.ts';
import type { FeeChoice } from '../../../shared/domain/catalogue/procedure.ts';
import { err, ok } from '../../../shared/result.ts';
import { renderApp, settle } from '../support/render-app.tsx';
import { detailOf, rows } from '../support/sample.ts';

const [row] = rows;
if (row === undefined) throw new Error('No sample');
const unchanged = {
  applicant: null,
  clash: null,
  submitter: null,
  procedure: null,
  legs: null,
  due: null,
  papers: null,
  certified: null,
  fee: null,
  note: null,
};
const enteredAt = moment('2025-05-23T16:30');
const quy = { id: 'quy', name: 'Nguyễn Văn Quý' };
const preview = (part: Partial<CorrectionPreview> = {}): CorrectionPreview => ({
  changes: { ...unchanged, due: { at: enteredAt, reason: 'entered', measuredAt: enteredAt } },
  dueDoubts: [],
  needsConsent: true,
  approvers: [quy],
  ...part,
});

async function opened(prepare: NonNullable<Parameters<typeof renderApp>[0]> = () => {}) {
  const app = await renderApp((fake) => {
    fake.answer('dossier.get', () => ok(detailOf(row as never, { actions: ['correct', 'void', 'reprint'] })));
    fake.answer('dossier.correctPreview', () => ok(preview()));
    prepare(fake);
  });
  app.stores.navigation.getState().go({ screen: 'dossier', id: row?.id ?? '' });
  await settle();
  return app;
}
const field = (name: string | RegExp) => screen.getByRole('textbox', { name });

test('the form opens with what is recorded; only what differs is asked for, with who agrees', async () => {
  const { user, desk } = await opened();
  await user.click(screen.getByRole('button', { name: 'Đính chính' }));
  await settle();
  expect(field('Họ và tên')).toHaveValue(row?.applicantName);
  expect(field('Họ và tên')).toHaveFocus();
  await user.clear(field('Hẹn trả'));
  await settle(80);
  await user.type(field('Hẹn trả'), '2305 16:30');
  await settle(80);
  await user.type(field('Lý do đính chính'), 'Gõ nhầm ngày');
  await settle(80);
  const list = screen.getByRole('list', { name: 'Những chỗ sẽ đổi' });
  expect(list).toHaveTextContent(/Hẹn trả.*→.*16:30.*23\/05\/2025/);
  await user.click(screen.getByRole('radio', { name: 'Nguyễn Văn Quý' }));
  await user.type(screen.getByLabelText('Mã PIN của người đó'), '112233');
  await settle(80);
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('dossier.correct')).toEqual([
    {
      id: row?.id,
      asked: {
        applicant: null,
        clash: null,
        submitter: null,
        procedureCode: null,
        dueAt: '2025-05-23T16:30',
        papers: null,
        rows: null,
        feeChoice: null,
        note: null,
      },
      reason: 'Gõ nhầm ngày',
      approver: { officer: 'quy', pin: '112233' },
    },
  ]);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.getByText(/giấy cũ hết giá trị/)).toBeVisible();
});

test('a date nobody can read is said at its field, and nothing is asked of the desk', async () => {
  const { user, desk } = await opened();
  await user.click(screen.getByRole('button', { name: 'Đính chính' }));
  await settle();
  await user.clear(field('Hẹn trả'));
  await settle(80);
  await user.type(field('Hẹn trả'), 'thứ hai');
  await settle(80);
  await user.keyboard('{F9}');
  await settle();
  expect(field('Hẹn trả')).toHaveAccessibleDescription(/Chưa đọc được ngày/);
  expect(desk.callsOf('dossier.correct')).toEqual([]);
});

test('a wrong PIN is said; what was typed stays, the PIN does not; Esc goes away', async () => {
  const { user } = await opened((fake) => {
    fake.answer('dossier.correct', () => err([refuse('wrong-pin', 'approver.pin', { left: 3 })]));
  });
  await user.click(screen.getByRole('button', { name: 'Đính chính' }));
  await settle();
  await user.type(field('Ghi chú'), 'Thêm');
  await settle(80);
  await user.type(field('Lý do đính chính'), 'Thiếu');
  await settle(80);
  await user.click(screen.getByRole('radio', { name: 'Nguyễn Văn Quý' }));
  await user.type(screen.getByLabelText('Mã PIN của người đó'), '1');
  await settle(80);
  await user.keyboard('{F9}');
  await settle();
  expect(screen.getByRole('alert')).toHaveTextContent(/PIN/);
  expect(field('Lý do đính chính')).toHaveValue('Thiếu');
  expect(screen.getByLabelText('Mã PIN của người đó')).toHaveValue('');
  await user.keyboard('{Escape}');
  await settle();
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('where nobody here may agree, that is said', async () => {
  const { user } = await opened((fake) => {
    fake.answer('dossier.correctPreview', () => ok(preview({ approvers: [] })));
  });
  await user.click(screen.getByRole('button', { name: 'Đính chính' }));
  await settle();
  await user.type(field('Ghi chú'), 'Thêm');
  await settle(80);
  await user.tab();
  await settle();
  expect(screen.getByText(/Gọi lãnh đạo hoặc phụ trách/)).toBeVisible();
});

test('a dossier of today is voided with a reason and a second person', async () => {
  const { user, desk } = await opened();
  await user.click(screen.getByRole('button', { name: 'Hủy' }));
  await settle();
  await user.type(field('Lý do hủy'), 'Ghi nhầm người');
  await settle(80);
  await user.click(screen.getByRole('radio', { name: 'Nguyễn Văn Quý' }));
  await user.type(screen.getByLabelText('Mã PIN của người đó'), '112233');
  await settle(80);
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('dossier.void')).toEqual([
    { id: row?.id, reason: 'Ghi nhầm người', approver: { officer: 'quy', pin: '112233' } },
  ]);
});

test.each([
  { kind: 'replaced', at: moment('2025-05-20T10:00'), issue: 2, says: /thay bằng giấy cấp lại lần 2/ },
  { kind: 'void', at: moment('2025-05-20T10:00'), says: /không còn giá trị/ },
] as const)('a $kind paper is said when its code is read, and does not block', async ({ says, ...paper }) => {
  const app = await renderApp((fake) => {
    fake.answer('dossier.byReceipt', () => ok({ ...(row as never as object), paper } as never));
    fake.answer('dossier.get', () => ok(detailOf({ ...row, status: 'resultReady' })));
  });
  await app.stores.handOver.getState().find('MC1*X*7QK4B2');
  app.stores.navigation.getState().go({ screen: 'handOver' });
  await settle();
  expect(screen.getByRole('alert')).toHaveTextContent(says);
  expect(screen.getByRole('button', { name: /F9/ })).toBeEnabled();
});

test.each([
  ['Tờ khai', [['Tờ khai', 1, 0, 0, false]]],
  [
    'Tờ khai | 1/0/2\n\nCăn cước | Xuất trình',
    [
      ['Tờ khai', 1, 0, 2, false],
      ['Căn cước', 0, 0, 0, true],
    ],
  ],
  ['A|B | 3', [['A|B', 3, 0, 0, false]]],
  ['Tờ khai | hai', null],
  ['| 1', null],
])('papers typed as %j', (text, read) => {
  const papers = readPaperLines(text, 'xuất trình');
  expect(
    papers?.map(({ name, originals, certifiedCopies, copies, present }) => [
      name,
      originals,
      certifiedCopies,
      copies,
      present,
    ]) ?? null,
  ).toEqual(read);
});

test('a number that is somebody else’s waits for 1 or 2, and the word goes with the correction', async () => {
  const { user, desk } = await opened((fake) => {
    fake.answer('dossier.correctPreview', ({ asked }) =>
      asked.clash === null
        ? err([refuse('id-clash', 'clash', { name: 'Trần Thị Bình', born: '1990-07-01' })])
        : ok(preview()),
    );
  });
  await user.click(screen.getByRole('button', { name: 'Đính chính' }));
  await settle();
  await user.clear(field('Số định danh'));
  await settle(80);
  await user.type(field('Số định danh'), '001190');
  await settle(120);
  await user.type(field('Số định danh'), '000111');
  await settle(80);
  await user.tab();
  await settle();
  expect(screen.getByText(/đang đứng tên Trần Thị Bình, sinh 01\/07\/1990/)).toBeVisible();
  await user.click(screen.getByRole('radio', { name: /Người khác/ }));
  await settle();
  expect(desk.callsOf('dossier.correctPreview').at(-1)?.asked.clash).toMatchObject({
    decided: 'otherPerson',
    idNumber: '001190000111',
    otherName: 'Trần Thị Bình',
    otherBirthDate: '1990-07-01',
  });
});

test('a corrected date outside hours is said beside, and Alt+5 takes the nearest working time', async () => {
  const nearest = moment('2025-05-23T16:30');
  const { user, desk } = await opened((fake) => {
    fake.answer('dossier.correctPreview', ({ asked }) =>
      ok(preview({ dueDoubts: asked.dueAt === nearest ? [] : [{ code: 'due-outside-hours', nearest }] })),
    );
  });
  await user.click(screen.getByRole('button', { name: 'Đính chính' }));
  await settle();
  await user.clear(field('Hẹn trả'));
  await settle(80);
  await user.type(field('Hẹn trả'), '2305 23:00');
  await settle(80);
  await user.click(field('Lý do đính chính'));
  await settle(80);
  expect(screen.getByText(/Giờ hẹn trả ngoài giờ làm việc/)).toBeVisible();
  await user.keyboard('{Alt>}5{/Alt}');
  await settle(80);
  expect(field('Hẹn trả')).toHaveValue('16:30 23/05/2025');
  expect(screen.queryByText(/Giờ hẹn trả ngoài giờ làm việc/)).toBeNull();
  expect(desk.callsOf('dossier.correctPreview').at(-1)).toMatchObject({ asked: { dueAt: nearest } });
});

test('which of the fees it is can be put right, and is shown before F9 records it', async () => {
  const free: Pick<FeeChoice, 'condition' | 'channels' | 'usual' | 'fee'> = {
    condition: '',
    channels: [],
    usual: false,
    fee: { kind: 'flat', amountVnd: 0 },
  };
  const choices: FeeChoice[] = [
    { ...free, key: 'on-time', label: 'Đăng ký đúng hạn' },
    { ...free, key: 'late', label: 'Đăng ký quá hạn', fee: { kind: 'set-locally', note: '' } },
  ];
  const first = { key: 'on-time', label: 'Đăng ký đúng hạn', condition: '' };
  const late = { key: 'late', label: 'Đăng ký quá hạn', condition: '' };
  const { user, desk } = await opened((fake) => {
    const detail = detailOf(row, { actions: ['correct'], fee: { kind: 'choices', choices } });
    const received = { ...detail.received, feeVnd: 0, feeChoice: first };
    fake.answer('dossier.get', () => ok({ ...detail, received }));
    fake.answer('dossier.correctPreview', ({ asked }) =>
      ok(
        preview({
          needsConsent: false,
          approvers: [],
          changes: {
            ...unchanged,
            fee: asked.feeChoice === 'late' ? { vnd: null, choice: late, channel: null } : null,
          },
        }),
      ),
    );
  });
  await user.click(screen.getByRole('button', { name: 'Đính chính' }));
  await settle();
  expect(screen.getByRole('radio', { name: /Đăng ký đúng hạn · Không thu/ })).toBeChecked();
  screen.getByRole('radio', { name: /Đăng ký đúng hạn/ }).focus();
  await user.keyboard('{ArrowDown}');
  await settle();
  expect(screen.getByRole('list', { name: 'Những chỗ sẽ đổi' })).toHaveTextContent(
    'Phí 0 đ. Đăng ký đúng hạn → Theo quy định. Đăng ký quá hạn',
  );
  await user.type(field('Lý do đính chính'), 'Sinh đã quá 60 ngày');
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('dossier.correct')).toMatchObject([
    { asked: { feeChoice: 'late', procedureCode: null } },
  ]);
});
