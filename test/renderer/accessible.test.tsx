import axe from 'axe-core';
import { expect, test } from 'vitest';
import { ok } from '../../shared/result.ts';
import { renderApp, scanned, settle } from './support/render-app.tsx';
import { deskView } from './support/sample.ts';

/** Structure only: colours are computed from the tokens in another test, jsdom draws nothing. */
async function findings(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'],
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

test.each([
  { screen: 'the list', key: '{F4}' },
  { screen: 'hand-over', key: '{F6}' },
  { screen: 'help', key: '{F1}' },
  { screen: 'the reasons for a reprint', key: '{F8}' },
  { screen: 'an intake that F9 declined', key: '{F9}' },
  { screen: 'a dossier', key: '{F4}{Enter}' },
])('$screen has labels, names and roles for whoever cannot see it', async ({ key }) => {
  const { user } = await renderApp();
  for (const one of key.match(/\{\w+\}/g) ?? []) {
    await user.keyboard(one);
    await settle();
  }
  expect(await findings()).toEqual([]);
});

test('an intake with a person, a procedure and open extras has labels, names and roles', async () => {
  const { user } = await scanned();
  await user.keyboard('1gks 1*3{Enter}{Alt>}4{/Alt}');
  await settle();
  expect(await findings()).toEqual([]);
});

test.each([
  { screen: 'enrolment', view: { ...deskView, desk: null, officer: null } },
  { screen: 'signing in', view: { ...deskView, officer: null } },
])('$screen has labels, names and roles', async ({ view }) => {
  await renderApp((fake) => fake.answer('desk.view', () => ok(view)));
  expect(await findings()).toEqual([]);
});
