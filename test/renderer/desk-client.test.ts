import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { deskClient } from '../../renderer/desk-client.ts';
import type { DeskClient } from '../../shared/contract/desk-api.ts';

/** The stream of a browser, fed by hand. */
class HandFedStream extends EventTarget {
  static readonly opened: HandFedStream[] = [];
  readonly address: string;
  constructor(address: string) {
    super();
    this.address = address;
    HandFedStream.opened.push(this);
  }
  say(message: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }));
  }
}

const answering = (status: number, body: unknown) =>
  vi.spyOn(window, 'fetch').mockResolvedValue(new Response(JSON.stringify(body), { status }));

beforeEach(() => {
  HandFedStream.opened.length = 0;
  vi.stubGlobal('EventSource', HandFedStream);
  window.fetch ??= fetch;
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('in the desktop shell it is what the preload left, and nothing is opened', () => {
  const left: DeskClient = { call: vi.fn(), listen: vi.fn() };
  expect(deskClient(Object.assign(Object.create(window), { desk: left }))).toBe(left);
  expect(HandFedStream.opened).toEqual([]);
});

test('in a browser a call is one POST with the name and the input', async () => {
  const sent = answering(200, { answer: { ok: true, value: {} } });
  expect(await deskClient(window).call('session.signOut', {})).toEqual({ ok: true, value: {} });
  expect(sent).toHaveBeenCalledExactlyOnceWith('/call', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"name":"session.signOut","input":{}}',
  });
});

test('what the desk declines is an answer', async () => {
  const declined = { ok: false, error: [{ code: 'not-signed-in' }] };
  answering(200, { answer: declined });
  expect(await deskClient(window).call('sync.now', {})).toEqual(declined);
});

test.each([
  { name: 'a bug in the desk', status: 500, body: { fault: 'a bug' }, says: 'a bug' },
  { name: 'a session that is over', status: 403, body: {}, says: 'answered 403' },
])('$name rejects', async ({ status, body, says }) => {
  answering(status, body);
  await expect(deskClient(window).call('sync.now', {})).rejects.toThrow(says);
});

test('events come by one stream, to those who listen for them, until they stop', () => {
  const desk = deskClient(window);
  const [stream] = HandFedStream.opened;
  expect(HandFedStream.opened.map(({ address }) => address)).toEqual(['/events']);
  const heard = vi.fn();
  const end = desk.listen('dossiers.changed', heard);
  stream?.say({ name: 'dossiers.changed', value: { ids: ['a'] } });
  stream?.say({ name: 'print.changed', value: {} });
  stream?.say({ name: 'toString', value: {} });
  end();
  stream?.say({ name: 'dossiers.changed', value: { ids: ['b'] } });
  expect(heard.mock.calls).toEqual([[{ ids: ['a'] }]]);
});
