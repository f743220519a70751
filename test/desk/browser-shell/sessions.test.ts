import { expect, test } from 'vitest';
import { printNowhere } from '../../../desk/browser-shell/print-file.ts';
import { sessionsOf } from '../../../desk/browser-shell/sessions.ts';
import { openFakeDesk } from '../../support/fake-desk.ts';

test('a token lets one browser in, once; the session is another secret', () => {
  const { desk, connections } = openFakeDesk();
  const sessions = sessionsOf(desk);
  const [one, two] = [sessions.invite(), sessions.invite()];
  const session = sessions.enter(one);
  expect(session).not.toBeNull();
  expect(session).not.toBe(one);
  expect(sessions.enter(one)).toBeNull();
  expect(sessions.enter('made up')).toBeNull();
  expect(sessions.enter(two)).not.toBe(session);
  expect(connections()).toBe(2);
  expect(sessions.of(session ?? '')).not.toBeNull();
  expect(sessions.of(one)).toBeNull();
});

test('closed, it knows nobody and lets nobody in', () => {
  const { desk, connections } = openFakeDesk();
  const sessions = sessionsOf(desk);
  const waiting = sessions.invite();
  const session = sessions.enter(sessions.invite()) ?? '';
  sessions.close();
  expect(sessions.of(session)).toBeNull();
  expect(sessions.enter(waiting)).toBeNull();
  expect(connections()).toBe(0);
});

test('a machine without a way to print says so, and takes no paper for printed', async () => {
  const request = { pdf: new Uint8Array(), paper: 'a5', jobName: 'x' } as const;
  expect(await printNowhere(request)).toEqual({ ok: false, fault: 'no-printer' });
});
