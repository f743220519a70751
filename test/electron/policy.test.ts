import { describe, expect, test } from 'vitest';
import type { PageFiles } from '../../desk/browser-shell/page-files.ts';
import { pageHeaders } from '../../desk/browser-shell/page-policy.ts';
import {
  fileFor,
  isOurs,
  mayCall,
  mayLoad,
  paperPreferences,
  permissionAnswer,
  screenPreferences,
} from '../../electron/policy.ts';

const files: PageFiles = new Map([
  ['/index.html', { path: '/x/index.html', contentType: 'text/html' }],
  ['/assets/a.js', { path: '/x/assets/a.js', contentType: 'text/javascript' }],
]);

test.each([
  { address: 'app://desk/', ours: true },
  { address: 'app://desk/print.html', ours: true },
  { address: 'app://desk/#district=x', ours: true },
  { address: 'app://other/', ours: false },
  { address: 'app://desk.evil.example/', ours: false },
  { address: 'app://desk@evil.example/', ours: false },
  { address: 'app:desk', ours: false },
  { address: 'file:///etc/passwd', ours: false },
  { address: 'https://desk/', ours: false },
  { address: 'data:text/html,x', ours: false },
  { address: 'about:blank', ours: false },
  { address: '', ours: false },
])('$address is ours: $ours', ({ address, ours }) => expect(isOurs(address)).toBe(ours));

test.each([
  { address: 'app://desk/assets/a.js', kind: 'script', may: true },
  { address: 'data:image/png;base64,AA', kind: 'image', may: true },
  { address: 'data:text/html,x', kind: 'mainFrame', may: false },
  { address: 'https://example.com/a.png', kind: 'image', may: false },
  { address: 'http://127.0.0.1:8080/', kind: 'xhr', may: false },
  { address: 'ws://127.0.0.1/', kind: 'webSocket', may: false },
  { address: 'file:///etc/passwd', kind: 'subFrame', may: false },
])('$kind $address may load: $may', ({ address, kind, may }) => expect(mayLoad(address, kind)).toBe(may));

test.each([
  { address: 'app://desk/', path: '/x/index.html' },
  { address: 'app://desk/assets/a.js?v=1#x', path: '/x/assets/a.js' },
  { address: 'app://desk/../../etc/passwd', path: undefined },
  { address: 'app://desk/assets/%2e%2e/a.js', path: undefined },
  { address: 'app://other/index.html', path: undefined },
])('$address is the file $path', ({ address, path }) => expect(fileFor(files, address)?.path).toBe(path));

test.each([
  { name: 'our top frame', frame: { url: 'app://desk/', parent: null }, may: true },
  { name: 'a frame inside it', frame: { url: 'app://desk/', parent: {} }, may: false },
  { name: 'a foreign top frame', frame: { url: 'https://example.com/', parent: null }, may: false },
  { name: 'a frame that is gone', frame: null, may: false },
])('$name may call the desk: $may', ({ frame, may }) => expect(mayCall(frame)).toBe(may));

describe('pages', () => {
  test('get no permission', () => expect(permissionAnswer()).toBe(false));

  test.each([screenPreferences('/preload.cjs', false), paperPreferences])('are locked in', (preferences) => {
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
    });
  });

  test('the page that draws papers has no preload', () => expect(paperPreferences.preload).toBeUndefined());

  test('talk to nobody', () => {
    const policy = pageHeaders('none')['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
  });
});
