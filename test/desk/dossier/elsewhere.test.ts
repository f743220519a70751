import { afterAll, beforeAll, expect, test } from 'vitest';
import { receive } from '../../support/desk-driver.ts';
import { madeUpPerson } from '../../support/people.ts';
import { openTown, type Town } from '../../support/town.ts';

let town: Town;

beforeAll(async () => {
  town = await openTown();
  await receive(town.counter.officer, { ...madeUpPerson(1), name: 'Phùng Văn Tiến' });
});
afterAll(() => town.close());

const asked = async (filter: 'todo' | 'ready' | 'all', query: string) => {
  const { officer } = town.counter;
  const { rows, elsewhere } = await officer.call('dossier.list', { filter, query, after: null });
  return { found: rows.length, elsewhere };
};

test('only a group that has nothing for a question says how many of all dossiers answer it', async () => {
  expect(await asked('ready', 'phung')).toEqual({ found: 0, elsewhere: 1 });
  expect(await asked('todo', 'phung')).toEqual({ found: 1, elsewhere: 0 });
  expect(await asked('ready', '')).toEqual({ found: 0, elsewhere: 0 });
  expect(await asked('all', 'xyzw')).toEqual({ found: 0, elsewhere: 0 });
});
