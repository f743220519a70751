import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { serveDesk } from '../../../desk/browser-shell/http-host.ts';
import type { Draft } from '../../../shared/domain/intake/draft.ts';
import { type Counter, openCounter } from '../../support/counter.ts';
import { filledDraft, type Officer, signIn } from '../../support/desk-driver.ts';
import { madeUpPerson } from '../../support/people.ts';
import { clockAt } from '../../support/test-desk.ts';
import { openTestDistrict, type TestDistrict } from '../../support/test-district.ts';

const offered = async (officer: Officer) => (await officer.call('intake.open', {})).recovered?.draft ?? null;

describe('a form belongs to a window while it lives', () => {
  let town: TestDistrict;
  let counter: Counter;
  let other: Officer;
  let draft: Draft;

  beforeEach(async () => {
    const clock = clockAt('2026-11-20T09:00');
    town = await openTestDistrict(clock);
    counter = await openCounter(town, clock, 0);
    other = await signIn(counter.desk);
    draft = await filledDraft(counter.officer, madeUpPerson(1), '2.000815');
    await counter.officer.call('intake.saveDraft', draft);
  });
  afterEach(async () => {
    await counter.close();
  });

  test('another window of the same officer is not offered it and cannot drop it', async () => {
    expect(await offered(other)).toBeNull();
    expect(await other.ask('intake.dropDraft', { id: draft.id })).toMatchObject({ ok: false });
    expect(await offered(counter.officer)).toEqual(draft);
  });

  test('a colleague can neither drop it nor write over it', async () => {
    const colleague = await signIn(counter.desk, 'quy', '112233');
    counter.officer.leave();
    for (const answer of [
      await colleague.ask('intake.dropDraft', { id: draft.id }),
      await colleague.ask('intake.saveDraft', { ...draft, note: 'mine' }),
    ]) {
      expect(answer).toMatchObject({ ok: false, error: [{ code: 'not-permitted' }] });
    }
    expect(await offered(other)).toEqual(draft);
  });

  test('once its window is gone it is offered again, and to one window only', async () => {
    counter.officer.leave();
    const third = await signIn(counter.desk);
    expect(await offered(other)).toEqual(draft);
    expect(await offered(third)).toBeNull();
    await other.call('intake.dropDraft', { id: draft.id });
    expect(await offered(other)).toBeNull();
  });

  test('an older form comes forward when the newest stands in another window', async () => {
    const newest = await filledDraft(other, madeUpPerson(2), '2.000815');
    await other.call('intake.saveDraft', newest);
    counter.officer.leave();
    expect(await offered(await signIn(counter.desk))).toEqual(draft);
  });

  test.each([
    { name: 'only a name', person: { name: 'Khuất Thị Minh Nguyệt', phone: '' } },
    { name: 'only a phone', person: { name: '', phone: '0912345678' } },
  ])('after a crash a form with $name is offered again', async ({ person }) => {
    await counter.officer.call('intake.dropDraft', { id: draft.id });
    const { draft: fresh } = await counter.officer.call('intake.open', {});
    const begun = { ...fresh, applicant: { ...fresh.applicant, ...person } };
    await counter.officer.call('intake.saveDraft', begun);
    await counter.close();
    const reopened = await counter.reopen();
    counter = { ...counter, ...reopened, officer: await signIn(reopened.desk) };
    expect(await offered(counter.officer)).toEqual(begun);
  });

  test('in the browser, a page that is closed or dies lets go of its form', async () => {
    counter.officer.leave();
    const rendererDir = join(import.meta.dirname, '../../electron-host/fixture/page');
    const host = await serveDesk({ desk: counter.desk, rendererDir, port: 0 });
    const entered = await fetch(host.url, { redirect: 'manual' });
    const cookie = (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const headers = { cookie, origin: host.origin, 'content-type': 'application/json' };
    const call = async (name: string, input: unknown) =>
      await (
        await fetch(`${host.origin}/call`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ name, input }),
        })
      ).text();
    const page = new AbortController();
    await fetch(`${host.origin}/events`, { headers, signal: page.signal });
    await call('session.signIn', { officer: 'trang', pin: '135790' });
    await call('intake.saveDraft', draft);
    expect(await offered(other)).toBeNull();
    page.abort();
    await expect.poll(() => offered(other)).toEqual(draft);
    await host.close();
  });
});
