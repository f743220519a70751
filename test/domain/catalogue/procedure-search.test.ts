import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quickPicks, searchProcedures } from '../../../shared/domain/catalogue/procedure-search.ts';
import { seedCatalogue } from '../../../shared/seed/editions.ts';

const { procedures } = seedCatalogue();
const nameOf = (code = '') => procedures.find((one) => one.code === code)?.name;
const found = (query: string) => searchProcedures(query, procedures).map((one) => one.code);

const picks = (usage: Record<string, number>) =>
  quickPicks(new Map(Object.entries(usage)), procedures).map((one) => one.code);

describe('an officer finds a procedure', () => {
  test.each([
    { by: 'the initials of its short name', query: 'ctbs', first: '2.000815' },
    { by: 'initials typed with Telex on', query: 'đkks', first: '1.001193' },
    { by: 'initials typed with dd', query: 'ddkks', first: '1.001193' },
    { by: 'words without marks', query: 'khai sinh', first: '1.001193' },
    { by: 'words in any order', query: 'sinh khai dang', first: '1.001193' },
    { by: 'beginnings of words', query: 'chung th ban sa', first: '2.000815' },
    { by: 'words with marks', query: 'khai tử', first: '1.000656' },
    { by: 'capitals', query: 'KẾT HÔN', first: '1.000894' },
    { by: 'its national code', query: '1.004873', first: '1.004873' },
    { by: 'the beginning of its code', query: '2.0008', first: '2.000815' },
    { by: 'its code without the series', query: '000815', first: '2.000815' },
    { by: 'its code without the point', query: '2000884', first: '2.000884' },
    { by: 'words of its full name only', query: 'điểm chỉ', first: '2.000884' },
  ])('by $by: $query', ({ query, first }) => expect(found(query)[0]).toBe(first));

  test('marks that were typed come before letters that only fold alike', () => {
    expect(nameOf(found('doi')[0])).toContain('thay đổi');
    expect(nameOf(found('đối')[0])).toContain('đối');
    expect(nameOf(found('đối')[0])).not.toContain('đổi');
    expect(found('đối').toSorted()).toEqual(found('doi').toSorted());
  });

  test.each(['', '   ', '***', 'xyzxyz', '9.999999'])('"%s" finds nothing', (query) =>
    expect(found(query)).toEqual([]),
  );

  test('every procedure is found by its own short name, name and code', () => {
    for (const one of procedures) {
      expect(found(one.shortName)).toContain(one.code);
      expect(found(one.name)[0] === one.code || found(one.name).includes(one.code)).toBe(true);
      expect(found(one.code)[0]).toBe(one.code);
    }
  });

  test('whatever is typed, nothing is found twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (query) => {
        const codes = found(query);
        return new Set(codes).size === codes.length;
      }),
      { numRuns: 500 },
    );
  });
});

describe('the digits 1 to 9', () => {
  test('start in the usual order of a commune', () =>
    expect(picks({})).toEqual([
      '2.000815',
      '2.000884',
      '1.004873',
      '1.001193',
      '2.000635',
      '1.000656',
      '1.000894',
      '2.001035',
      '1.004859',
    ]));

  test('follow what the counter does, and keep the usual order for the rest', () =>
    expect(picks({ '1.012812': 30, '1.000656': 40 }).slice(0, 4)).toEqual([
      '1.000656',
      '1.012812',
      '2.000815',
      '2.000884',
    ]));

  test('forget what the catalogue has dropped', () => expect(picks({ '9.999999': 500 })[0]).toBe('2.000815'));
});
