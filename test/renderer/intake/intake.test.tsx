import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { scanAt } from '../support/keyboard.ts';
import { focused, renderApp, scanned, settle } from '../support/render-app.tsx';
import { cardOf, nguyet, stranger } from '../support/sample.ts';

test('the form opens ready to scan or to type: the focus is in the box', async () => {
  await renderApp();
  expect(focused()).toBe('omni');
  expect(screen.getByText('Quét CCCD, hoặc gõ tên / số điện thoại.')).toBeVisible();
});

test('A0: scan, 1, 1*3 Enter, F9 is a dossier, and the next form waits for a scan', async () => {
  const { desk, user } = await scanned();
  expect(focused()).toBe('procedureCode');
  await user.keyboard('1');
  expect(focused()).toBe('newRow');
  await user.keyboard('1*3{Enter}{F9}');
  await settle();
  expect(desk.callsOf('intake.receive')).toMatchObject([
    {
      draft: {
        applicant: nguyet.applicant,
        applicantSource: 'known',
        procedureCode: '2.000815',
        rows: [{ text: '1*3' }],
      },
      paper: '80mm',
    },
  ]);
  expect(focused()).toBe('omni');
  expect(screen.getByText('Đã lưu 250520-1043. Đã gửi tới máy in.')).toBeVisible();
  expect(screen.queryByText('KHUẤT THỊ MINH NGUYỆT')).toBeNull();
});

test('A1: with the type of the paper, live fee and due date', async () => {
  const { user, desk } = await scanned();
  await user.keyboard('1gks 1*3{Enter}hb 6*2{Enter}');
  await settle();
  expect(screen.getByRole('cell', { name: 'Giấy khai sinh' })).toBeVisible();
  expect(screen.getByText('22.000 đ')).toBeVisible();
  expect(screen.getByText('16:30 hôm nay')).toBeVisible();
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('intake.receive')[0]?.draft.rows).toEqual([{ text: 'gks 1*3' }, { text: 'hb 6*2' }]);
});

test('a row still in its box when F9 comes is taken along', async () => {
  const { user, desk } = await scanned();
  await user.keyboard('1gks 1*3{F9}');
  await settle();
  expect(desk.callsOf('intake.receive')[0]?.draft.rows).toEqual([{ text: 'gks 1*3' }]);
});

test('a pasted card, a digit, a row and F9: the phone that is asked for is not in their way', async () => {
  const { user, desk } = await renderApp();
  await user.click(screen.getByRole('combobox', { name: /F3|Quét|gõ/i }));
  await user.paste(cardOf(stranger));
  await user.keyboard('{Enter}');
  await settle();
  expect(focused()).toBe('applicant.phone');
  await user.keyboard('1gks 1*3{Enter}{F9}');
  await settle();
  expect(desk.callsOf('intake.receive')).toMatchObject([
    { draft: { applicant: { phone: '' }, procedureCode: '2.000815', rows: [{ text: 'gks 1*3' }] } },
  ]);
});

test('a phone still begins with its nought', async () => {
  const { user, stores } = await scanned(stranger);
  await user.keyboard('0912345678{Enter}');
  await settle();
  expect(stores.intake.getState().draft).toMatchObject({
    applicant: { phone: '0912345678' },
    procedureCode: null,
  });
});

test('a first visit asks for the phone; Enter skips it', async () => {
  const { user } = await scanned(stranger);
  expect(focused()).toBe('applicant.phone');
  await user.keyboard('{Enter}');
  expect(focused()).toBe('procedureCode');
});

test('a card on another screen opens a dossier with its person', async () => {
  const { user } = await renderApp();
  await user.keyboard('{F4}');
  await settle();
  scanAt(1000, cardOf(nguyet));
  await settle();
  expect(screen.getByText('KHUẤT THỊ MINH NGUYỆT')).toBeVisible();
});

test('a card while somebody else is on the form begins a new dossier; the old draft is kept', async () => {
  const { desk } = await scanned();
  scanAt(3000, cardOf(stranger));
  await settle();
  expect(screen.getByText('BÙI QUANG HƯNG')).toBeVisible();
  expect(desk.callsOf('intake.saveDraft').at(-1)?.applicant.name).toBe(nguyet.applicant.name);
  expect(desk.callsOf('intake.open')).toHaveLength(2);
});

test('digits pick only while the picker is empty', async () => {
  const { user, stores } = await scanned();
  await user.keyboard('k1');
  await settle(60);
  expect(stores.intake.getState().procedure).toBeNull();
  expect(screen.getByRole('combobox', { name: 'Tìm thủ tục' })).toHaveValue('k1');
});

test('a procedure is found by initials and taken with Enter, also before the desk has answered', async () => {
  const { user, stores } = await scanned();
  await user.keyboard('ctbs{Enter}');
  await settle();
  expect(stores.intake.getState().procedure?.code).toBe('2.000815');
});

test('while an input method composes, no key is a command', async () => {
  const { desk } = await scanned();
  const event = new KeyboardEvent('keydown', { key: 'F9', bubbles: true, isComposing: true });
  document.activeElement?.dispatchEvent(event);
  await settle();
  expect(desk.callsOf('intake.receive')).toEqual([]);
});

test('what F9 lacks is said at the field and above F9 in the same words, and the first field has the focus', async () => {
  const { user } = await renderApp();
  await user.keyboard('{F9}');
  await settle();
  const alert = screen.getByRole('alert');
  expect(within(alert).getByText('Còn 2 chỗ cần sửa')).toBeVisible();
  const sentence = within(alert).getAllByRole('button')[0]?.textContent ?? '';
  const name = screen.getByRole('textbox', { name: 'Họ và tên' });
  expect(name).toHaveFocus();
  expect(name).toHaveAttribute('aria-invalid', 'true');
  expect(name).toHaveAccessibleDescription(sentence);
  await user.click(within(alert).getByRole('button', { name: /Chọn thủ tục/ }));
  expect(focused()).toBe('procedureCode');
});

test('a format is complained about when its field is left, not before', async () => {
  const { user } = await renderApp();
  const id = screen.getByRole('textbox', { name: 'Số định danh / CCCD' });
  await user.click(id);
  await user.keyboard('00118');
  await settle(60);
  expect(id).not.toHaveAttribute('aria-invalid');
  await user.keyboard('{Enter}');
  await settle();
  expect(id).toHaveAccessibleDescription(/12 số/);
  expect(id).toHaveValue('00118');
});

test('a birth date that cannot be read stays as typed and holds F9 back', async () => {
  const { user, desk } = await scanned();
  await user.keyboard('1{Alt>}1{/Alt}');
  const born = screen.getByRole('textbox', { name: 'Ngày sinh' });
  await user.clear(born);
  await user.type(born, '3113');
  await user.keyboard('{F9}');
  await settle(60);
  expect(desk.callsOf('intake.receive')).toEqual([]);
  expect(born).toHaveValue('3113');
  expect(born).toHaveFocus();
});

test('a row that is not understood stays in its box with its reason', async () => {
  const { user } = await scanned();
  await user.keyboard('1gks 1x{Enter}');
  await settle();
  const box = screen.getByRole('textbox', { name: 'Thêm giấy tờ' });
  expect(box).toHaveValue('gks 1x');
  expect(box).toHaveAccessibleDescription(/gks 1x/);
});

test('warnings stand beside the form and do not hold F9 back', async () => {
  const { user, desk } = await scanned();
  await user.keyboard('11*1{Enter}');
  await settle();
  expect(screen.getByText('Trùng thủ tục trong ngày.')).toBeVisible();
  expect(focused()).toBe('newRow');
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('intake.receive')).toHaveLength(1);
});

test('Ctrl+Z undoes the last dossier within its minute, but not while there is text to undo', async () => {
  const { user, desk } = await scanned();
  await user.keyboard('11*1{Enter}{F9}');
  await settle();
  await user.keyboard('ab');
  await settle(60);
  await user.keyboard('{Control>}z{/Control}');
  await settle();
  expect(desk.callsOf('intake.undo')).toEqual([]);
  await user.keyboard('{Escape}{Control>}z{/Control}');
  await settle();
  expect(desk.callsOf('intake.undo')).toHaveLength(1);
  expect(screen.getByText(/Đã hoàn tác 250520-1043\. Số này không dùng lại/)).toBeVisible();
});

test('F8 asks why, and a digit prints', async () => {
  const { user, desk } = await renderApp();
  await user.keyboard('{F8}');
  expect(screen.getByRole('dialog', { name: 'In lại 250520-1042: vì sao?' })).toBeVisible();
  await user.keyboard('3');
  await settle();
  expect(desk.callsOf('receipt.reprint')).toMatchObject([{ reason: 'jammed', paper: '80mm' }]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('with papers waiting for the printer F9 saves for later and F8 prints what waits', async () => {
  const down = { condition: 'down', unprinted: 2, lastFault: 'paper-out', paper: 'a5' } as const;
  const { user, desk } = await renderApp((fake) => fake.answer('print.state', () => ok(down)));
  expect(screen.getByRole('button', { name: /Lưu, in sau/ })).toBeVisible();
  await user.keyboard('{F8}');
  await settle();
  expect(desk.callsOf('print.retry')).toHaveLength(1);
});

test('a term that only a person can date asks for day and reason', async () => {
  const { user, stores, desk } = await scanned();
  await user.keyboard('hòa giải{Enter}');
  await settle(60);
  expect(stores.intake.getState().procedure?.code).toBe('1.003554');
  expect(focused()).toBe('enteredDueAt');
  await user.keyboard('2006{Enter}{Enter}hẹn hòa giải{F9}');
  await settle(60);
  expect(desk.callsOf('intake.receive')[0]?.draft).toMatchObject({
    enteredDueAt: '2025-06-20T16:30',
    dueNote: 'hẹn hòa giải',
  });
});

test('a date typed on a day off is said beside the form, and Alt+5 takes the nearest working time', async () => {
  const { user, desk } = await scanned();
  await user.keyboard('hòa giải{Enter}');
  await settle(60);
  await user.keyboard('2206{Enter}');
  await settle(400);
  expect(screen.getByText(/Ngày hẹn trả là ngày nghỉ/)).toBeVisible();
  await user.keyboard('{Alt>}5{/Alt}');
  await settle(400);
  expect(screen.getByRole('textbox', { name: 'Ngày hẹn trả' })).toHaveValue('23/06/2025');
  expect(screen.queryByText(/Ngày hẹn trả là ngày nghỉ/)).toBeNull();
  await user.keyboard('{Enter}hẹn hòa giải{F9}');
  await settle(60);
  expect(desk.callsOf('intake.receive')[0]?.draft.enteredDueAt).toBe('2025-06-23T16:30');
});

test('an unticked paper is not handed in: the main button asks for it instead, and nothing is received', async () => {
  const { user, desk } = await scanned();
  await user.keyboard('6');
  expect(focused()).toBe('papers.0');
  await user.keyboard(' ');
  expect(screen.getByRole('button', { name: /In phiếu yêu cầu bổ sung/ })).toBeVisible();
  await user.keyboard('{F9}');
  await settle();
  const panel = screen.getByRole('dialog', { name: 'In phiếu yêu cầu bổ sung' });
  expect(within(panel).getByRole('list')).toHaveTextContent('Tờ khai (mẫu)');
  expect(desk.callsOf('intake.receive')).toEqual([]);
});

test('a paper that is only shown may be unticked: F9 receives all the same', async () => {
  const { user, desk } = await scanned();
  await user.keyboard('6{Enter} {F9}');
  await settle();
  expect(desk.callsOf('intake.receive')[0]?.draft.papers).toMatchObject([
    { ticked: true },
    { present: true, ticked: false },
  ]);
});

test('somebody who has never been here is typed: the box makes the person, the fields the rest', async () => {
  const { user, desk } = await renderApp();
  await user.keyboard('trần văn an');
  await settle(60);
  await user.keyboard('{Enter}');
  await settle();
  expect(focused()).toBe('applicant.idNumber');
  await user.keyboard('001089000001{Enter}{Enter}');
  await settle(60);
  await user.keyboard('1203{Enter}');
  await settle(60);
  await user.keyboard('{F3}{Alt>}2{/Alt}11*1{Enter}{F9}');
  await settle(60);
  expect(desk.callsOf('intake.receive')[0]?.draft).toMatchObject({
    applicant: { name: 'Trần Văn An', idNumber: '001089000001', birthDate: '1989-03-12', sex: 'male' },
    applicantSource: 'typed',
  });
});

test('an unexpected fault says so and that what was saved is safe', async () => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => {});
  await renderApp((fake) =>
    fake.answer('intake.recent', () => {
      throw new Error('a bug');
    }),
  );
  await settle();
  expect(screen.getByRole('alert')).toHaveTextContent(/Có lỗi ngoài dự kiến/);
  silent.mockRestore();
});
