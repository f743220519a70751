import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { deskApi, type Input, type MethodName } from '../../../shared/contract/desk-api.ts';
import { noCorrection } from '../../support/corrections.ts';
import { filledDraft, type Officer, receive } from '../../support/desk-driver.ts';
import { madeUpPerson } from '../../support/people.ts';
import { openTown, type Town } from '../../support/town.ts';

let town: Town;
/** Leader and supervisor. */
let quy: Officer;
let people = 0;

beforeAll(async () => {
  town = await openTown();
  quy = await town.join('quy');
});
afterAll(() => town.close());
beforeEach(() => {
  town.clock.nowMs += 120_000;
  people += 1;
});

const signs = { officer: 'quy', pin: '112233' };
const types = async (id: string): Promise<readonly string[]> =>
  (await quy.call('dossier.get', { id })).journal.map(({ type }) => type);

/** Every call that asks for a reason apart from the steps, which have a table of their own, as somebody makes it with blanks. */
const withReason: Readonly<Record<string, (reason: string) => Promise<unknown>>> = {
  async 'dossier.correct'(reason) {
    const { id } = await receive(town.counter.officer, madeUpPerson(people));
    const asked = { ...noCorrection, note: 'x' };
    return quy.ask('dossier.correct', { id, asked, reason, approver: null });
  },
  async 'dossier.void'(reason) {
    const { id } = await receive(town.counter.officer, madeUpPerson(people));
    return quy.ask('dossier.void', { id, reason, approver: null });
  },
  async 'intake.refuse'(reason) {
    const draft = await filledDraft(town.counter.officer, madeUpPerson(people), '2.000815');
    return town.counter.officer.ask('intake.refuse', { draft, reason });
  },
  async 'cash.voidReceipt'(reason) {
    if ((await quy.call('cash.view', {})).shift === null)
      await quy.call('cash.open', { openingVnd: 0, books: [] });
    return quy.ask('cash.voidReceipt', { symbol: 'BL/24', serial: '0000001', reason });
  },
  'books.reopen': (reason) => quy.ask('books.reopen', { volume: '1/2018', reason }),
  'clock.confirm': (reason) => quy.ask('clock.confirm', { reason }),
  'edition.redate': (reason) => quy.ask('edition.redate', { reason }),
};

/** What is a note, and may be left out. */
const notes = ['intake.requestSupplement'];

describe('a reason of blanks is none', () => {
  test('every call with a reason is in the table', () => {
    const asking = Object.entries(deskApi).flatMap(([name, { input }]) =>
      Object.hasOwn((z.toJSONSchema(input, { unrepresentable: 'any' }).properties ?? {}) as object, 'reason')
        ? [name]
        : [],
    );
    const known = [...Object.keys(withReason), ...notes, 'receipt.reprint'];
    expect(asking.toSorted()).toEqual(known.toSorted());
  });

  test.each(Object.keys(withReason).flatMap((name) => ['', ' ', ' \t'].map((blank) => ({ name, blank }))))(
    '$name refuses "$blank"',
    async ({ name, blank }) => {
      expect(await withReason[name]?.(blank)).toMatchObject({
        ok: false,
        error: [{ code: 'reason-missing', field: 'reason' }],
      });
    },
  );
});

type Guarded = 'dossier.correct' | 'dossier.void';
const guarded: { readonly [M in Guarded]: (id: string) => Omit<Input<M>, 'approver'> } = {
  'dossier.correct': (id) => ({ id, asked: { ...noCorrection, note: 'x' }, reason: 'Nhầm' }),
  'dossier.void': (id) => ({ id, reason: 'Nhầm' }),
};

const nobodys = [
  { what: 'nobody', approver: null, error: { code: 'consent-needed', field: 'approver.officer' } },
  {
    what: 'oneself',
    approver: { officer: 'trang', pin: '135790' },
    error: { code: 'consent-wrong-person', field: 'approver.officer' },
  },
  {
    what: 'somebody who may not',
    approver: { officer: 'hanh', pin: '246810' },
    error: { code: 'consent-wrong-person', field: 'approver.officer' },
  },
  {
    what: 'a wrong PIN',
    approver: { ...signs, pin: '112234' },
    error: { code: 'wrong-pin', field: 'approver.pin' },
  },
  {
    what: 'a stranger',
    approver: { officer: 'khach', pin: '112233' },
    error: { code: 'unknown-officer', field: 'approver.officer' },
  },
];

describe('what takes a second person', () => {
  test.each((Object.keys(guarded) as Guarded[]).flatMap((name) => nobodys.map((one) => ({ name, ...one }))))(
    '$name is not done with $what, and nothing is written',
    async ({ name, approver, error }) => {
      const { id } = await receive(town.counter.officer, madeUpPerson(people));
      const asked = { ...guarded[name](id), approver } as Input<MethodName>;
      expect(await town.counter.officer.ask(name, asked as never)).toMatchObject({
        ok: false,
        error: [error],
      });
      expect(await types(id)).toEqual(['dossier.received']);
    },
  );

  test.each(Object.keys(guarded) as Guarded[])(
    '%s is done with a superior, whose word stands before it',
    async (name) => {
      const { id } = await receive(town.counter.officer, madeUpPerson(people));
      const asked = { ...guarded[name](id), approver: signs } as Input<MethodName>;
      expect(await town.counter.officer.ask(name, asked as never)).toMatchObject({ ok: true });
      expect((await types(id)).slice(1)).toEqual(['consent.given', 'dossier.received']);
    },
  );
});
