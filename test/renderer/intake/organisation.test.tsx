import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { focused, renderApp, settle } from '../support/render-app.tsx';

test('an organisation is written down by keys alone: number, name, who represents it', async () => {
  const { user, desk } = await renderApp();
  await user.keyboard('{Enter}');
  await settle();
  await user.keyboard('mst 010987');
  await settle(120);
  await user.keyboard('6543-001{Enter}');
  await settle();
  expect(screen.getByRole('combobox', { name: 'Loại số' })).toHaveValue('organisation');
  expect(screen.queryByRole('textbox', { name: 'Ngày sinh' })).toBeNull();
  await user.keyboard('CÔNG TY TNHH Phúc Thọ{Enter}');
  expect(focused()).toBe('submitter.name');
  await user.keyboard('{F9}');
  await settle();
  expect(screen.getAllByText('Ghi họ tên người đại diện của tổ chức.')[0]).toBeVisible();
  expect(focused()).toBe('submitter.name');
  await user.keyboard('Lê Văn Giám{Enter}{Enter}Giám đốc{Enter}');
  await settle();
  await user.keyboard('{Alt>}2{/Alt}');
  await settle();
  await user.keyboard('1gks{Enter}{F9}');
  await settle();
  expect(desk.callsOf('intake.receive').at(-1)?.draft).toMatchObject({
    applicant: { name: 'CÔNG TY TNHH Phúc Thọ', idNumber: '0109876543001', idKind: 'organisation' },
    submitter: { name: 'Lê Văn Giám', idNumber: '', relation: 'Giám đốc' },
  });
});

test('the box on top begins one as well', async () => {
  const { user, stores } = await renderApp();
  await user.keyboard('{F3}mst 0109876543');
  await settle(60);
  await user.keyboard('{Enter}');
  await settle();
  expect(stores.intake.getState().draft?.applicant).toMatchObject({
    idNumber: '0109876543',
    idKind: 'organisation',
  });
  expect(focused()).toBe('applicant.name');
});

test('the kind of a number does not cost a key: Enter goes from the number to the name', async () => {
  const { user } = await renderApp();
  await user.keyboard('{Enter}');
  await settle();
  await user.keyboard('001092012345{Enter}');
  expect(focused()).toBe('applicant.name');
});
