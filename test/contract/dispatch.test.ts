import { expect, test } from 'vitest';
import type { Handlers } from '../../shared/contract/dispatch.ts';
import { dispatchTo } from '../../shared/contract/dispatch.ts';

const signedIn = () => ({ id: 'trang', name: 'Kiều Thị Trang', roles: ['reception' as const] });
const answer = dispatchTo({} as Handlers, signedIn);

test('a text that is too long is refused at its field, and says how much fits', async () => {
  const reason = 'x'.repeat(301);
  expect(await answer('clock.confirm', { reason })).toEqual({
    ok: false,
    error: [{ code: 'text-too-long', field: 'reason', values: { most: 300 } }],
  });
});

test('anything else that does not fit the table is bad input at its field', async () => {
  expect(await answer('clock.confirm', { reason: 7 })).toEqual({
    ok: false,
    error: [{ code: 'bad-input', field: 'reason' }],
  });
});
