import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { focused, renderApp, scanned, settle } from '../support/render-app.tsx';
import { nguyet } from '../support/sample.ts';

/** A card with Nguyệt's number and somebody else's name. */
const an = {
  applicant: { ...nguyet.applicant, name: 'Nguyễn Văn An', sex: 'male' as const, phone: '' },
  visits: 0,
  lastVisit: null,
};
const clash = () => screen.getByRole('alert');

test('a number that stands under another name: red beside the name, and F9 waits for 1 or 2', async () => {
  const { user, desk } = await scanned(an);
  expect(within(clash()).getByText(/đang đứng tên Khuất Thị Minh Nguyệt, sinh 12\/03\/1989/)).toBeVisible();
  await user.keyboard('{Enter}1gks{Enter}{F9}');
  await settle();
  expect(focused()).toBe('clash');
  expect(screen.getByText('NGUYỄN VĂN AN')).toBeVisible();
  await user.keyboard('2');
  await settle();
  expect(focused()).toBe('save');
  await user.keyboard('{F9}');
  await settle();
  expect(desk.callsOf('intake.receive').at(-1)?.draft).toMatchObject({
    applicant: { name: 'Nguyễn Văn An', phone: '' },
    clash: {
      decided: 'otherPerson',
      idNumber: nguyet.applicant.idNumber,
      name: 'Nguyễn Văn An',
      otherName: nguyet.applicant.name,
      otherBirthDate: '1989-03-12',
    },
  });
  expect(focused()).toBe('omni');
});

test('nothing of the one whose number it is stands on the form of the other', async () => {
  await scanned(an);
  expect(screen.queryByText(/Đã nộp 7 lần/)).toBeNull();
  expect(screen.queryByText('0912 345 678')).toBeNull();
});

test('another name written over a known person takes phone, address and date of birth off the form; 1 brings them back', async () => {
  const { user, stores } = await scanned();
  await user.keyboard('{Alt>}1{/Alt}');
  await settle();
  const name = screen.getByRole('textbox', { name: 'Họ và tên' });
  await user.clear(name);
  await user.type(name, 'Nguyễn Văn An{Enter}');
  await settle();
  const applicant = () => stores.intake.getState().draft?.applicant;
  expect(applicant()).toMatchObject({ name: 'Nguyễn Văn An', phone: '', address: '', birthDate: null });
  expect(screen.getByRole('textbox', { name: 'Ngày sinh' })).toHaveValue('');
  expect(screen.queryByText(/Đã nộp 7 lần/)).toBeNull();
  await user.click(within(clash()).getByRole('radio', { name: /Cùng một người/ }));
  await settle();
  expect(applicant()).toMatchObject({ phone: '0912345678', birthDate: '1989-03-12' });
  expect(stores.intake.getState().draft?.clash?.decided).toBe('samePerson');
});

test('a known card asks nothing: a repeat certification stays at its ten keys', async () => {
  const { user, desk } = await scanned();
  expect(screen.queryByRole('alert')).toBeNull();
  await user.keyboard('1gks 1*3{Enter}{F9}');
  await settle();
  expect(desk.callsOf('intake.receive')[0]?.draft.clash).toBeNull();
});

test('the sex of a typed number stands on the form, and can be changed', async () => {
  const { user, stores } = await renderApp();
  await user.keyboard('001092012345{Enter}');
  await settle();
  expect(stores.intake.getState().draft?.applicant.sex).toBe('male');
  await user.click(screen.getByRole('radio', { name: 'Nữ' }));
  expect(stores.intake.getState().draft?.applicant.sex).toBe('female');
});
