import { describe, expect, test } from 'vitest';
import { day } from '../../../shared/domain/base/local-date.ts';
import { withAgenciesOn } from '../../../shared/domain/catalogue/authority.ts';
import { formSetOn } from '../../../shared/forms/base/form-sets.ts';
import { seedAgencyList, seedCatalogue, seedFormSets } from '../../../shared/seed/editions.ts';

const list = seedAgencyList();
const { procedures } = seedCatalogue();
const on = (code: string, date: string) => {
  const found = procedures.find((one) => one.code === code);
  if (found === undefined) throw new Error(`No ${code}`);
  return withAgenciesOn(found, day(date), list);
};

describe('agencies', () => {
  test.each([
    { code: '2.000986', date: '2018-10-11', names: ['Công an cấp huyện', 'BHXH cấp huyện'] },
    { code: '2.000986', date: '2025-05-20', names: ['Công an cấp xã', 'BHXH cấp huyện'] },
    { code: '2.000986', date: '2026-11-20', names: ['Công an cấp xã', 'BHXH cơ sở'] },
    { code: '1.010803', date: '2026-11-20', names: ['Sở Nội vụ'] },
    { code: '1.001776', date: '2026-11-20', names: [] },
  ])('$code is shared with $names on $date', ({ code, date, names }) =>
    expect(on(code, date).interlinkedWith).toEqual(names),
  );

  describe('whose place others took one after another', () => {
    const [shared] = procedures.filter(({ interlinkedWith }) => interlinkedWith.length > 0);
    const [pattern] = list.agencies;
    const after = (agencies: Readonly<Record<string, readonly string[]>>, first: string) => {
      if (shared === undefined || pattern === undefined) throw new Error('The seed shares procedures');
      const all = Object.entries(agencies).map(([id, successors]) => ({
        ...pattern,
        id,
        name: id,
        inOffice: false,
        validFrom: null,
        validTo: successors.length === 0 ? null : day('2025-06-30'),
        successors: [...successors],
      }));
      const procedure = { ...shared, interlinkedWith: [first] };
      return withAgenciesOn(procedure, day('2025-07-01'), { ...list, agencies: all }).interlinkedWith;
    };
    test('and came together again, is named once', () =>
      expect(after({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, 'a')).toEqual(['d']));
    test('and in a circle by mistake, ends all the same', () =>
      expect(after({ a: ['b'], b: ['a', 'c'], c: [] }, 'a')).toEqual(['c']));
  });

  test('no agency that has ended takes part after the districts', () => {
    const date = day('2025-07-01');
    const ended = new Set(
      list.agencies.filter(({ validTo }) => validTo !== null && validTo < date).map(({ name }) => name),
    );
    for (const one of procedures) {
      const { interlinkedWith, steps = [] } = withAgenciesOn(one, date, list);
      const named = [...interlinkedWith, ...steps.flatMap(({ agency, unit }) => [agency ?? '', unit])];
      expect(named.filter((name) => ended.has(name) || name.includes('huyện'))).toEqual([]);
    }
  });

  test('what came to the commune’s own office stays a step, with its hours', () => {
    const before = on('1.004492', '2018-10-11').steps ?? [];
    const after = on('1.004492', '2026-11-20').steps ?? [];
    expect(after.map(({ hours }) => hours)).toEqual(before.map(({ hours }) => hours));
    expect(after[2]).toMatchObject({ agency: null, unit: 'Phòng Văn hóa – Xã hội' });
  });

  test('each row has an id of its own, and successors that are rows', () => {
    const ids = new Set(list.agencies.map(({ id }) => id));
    expect(ids.size).toBe(list.agencies.length);
    for (const { successors } of list.agencies) for (const id of successors) expect(ids.has(id)).toBe(true);
  });
});

test.each([
  ['2018-10-11', 'TT01-2018'],
  ['2019-01-06', 'TT01-2018'],
  ['2025-09-14', 'TT01-2018'],
  ['2025-09-15', 'TT03-2025'],
] as const)('the forms of %s are those of %s', (date, set) =>
  expect(formSetOn(day(date), seedFormSets())).toBe(set),
);
