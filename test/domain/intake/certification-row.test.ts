import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCertificationRow } from '../../../shared/domain/intake/certification-row.ts';
import { certifiedPapers } from '../../../shared/domain/intake/certified-papers.ts';
import { fold, squeezeD } from '../../../shared/text/fold.ts';

describe('a row of a certification', () => {
  test.each([
    { typed: 'gks 1*3', name: 'Giấy khai sinh', pages: 1, copies: 3 },
    { typed: 'hb 6*2', name: 'Học bạ', pages: 6, copies: 2 },
    { typed: '1*3', name: '', pages: 1, copies: 3 },
    { typed: 'gks', name: 'Giấy khai sinh', pages: 1, copies: 1 },
    { typed: 'gks 2', name: 'Giấy khai sinh', pages: 2, copies: 1 },
    { typed: 'gks *3', name: 'Giấy khai sinh', pages: 1, copies: 3 },
    { typed: '*3', name: '', pages: 1, copies: 3 },
    { typed: '4', name: '', pages: 4, copies: 1 },
    { typed: 'GKS 1x3', name: 'Giấy khai sinh', pages: 1, copies: 3 },
    { typed: 'gks 1 × 3', name: 'Giấy khai sinh', pages: 1, copies: 3 },
    { typed: 'gks1*3', name: 'Giấy khai sinh', pages: 1, copies: 3 },
    { typed: '  gks   1 * 3 ', name: 'Giấy khai sinh', pages: 1, copies: 3 },
    { typed: 'bđ 2*1', name: 'Bảng điểm', pages: 2, copies: 1 },
    { typed: 'bdd 2*1', name: 'Bảng điểm', pages: 2, copies: 1 },
    { typed: 'bd 2*1', name: 'Bảng điểm', pages: 2, copies: 1 },
    { typed: 'bằng lái 1*2', name: 'Bằng lái', pages: 1, copies: 2 },
    { typed: 'bằng lớp 12 1*2', name: 'Bằng lớp 12', pages: 1, copies: 2 },
    { typed: 'constructor 1*2', name: 'Constructor', pages: 1, copies: 2 },
    { typed: 'giấy xe 2*2', name: 'Giấy xe', pages: 2, copies: 2 },
    { typed: 'hđ 150*2', name: 'Hợp đồng', pages: 150, copies: 2 },
  ])('"$typed"', ({ typed, ...row }) =>
    expect(readCertificationRow(typed)).toEqual({ ok: true, value: row }),
  );

  test.each([
    'gks 1x',
    'gks 1*',
    'gks *',
    'gks 0*3',
    'gks 1*0',
    'gks 1*3*2',
    'gks 1 3',
    'gks -2',
    'gks 2,5',
    'gks 1,000*3',
    'gks 1.*3',
    '1*3 gks',
    'gks 10000*1',
    'gks 99999999999999999999*1',
    'gks -1*3',
    'gks 1.5*3',
    '???',
    '- 1*3',
    '',
    '   ',
  ])('"%s" is not guessed at', (typed) =>
    expect(readCertificationRow(typed)).toEqual({
      ok: false,
      error: { code: 'row-not-understood', values: { text: typed.trim() } },
    }),
  );
});

test('every mnemonic is written as it is looked up, and safe under Telex', () => {
  for (const key of Object.keys(certifiedPapers)) {
    expect(squeezeD(fold(key))).toBe(key);
    // A tone key (s f r x j z) or w acts on the vowel before it: a mnemonic must not give it one.
    expect(key).not.toMatch(/[aeiouy][a-z]*[sfrxjzw]|w/);
  }
});

test('whatever is typed, a row has figures that can be charged', () => {
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'0123456789*x× gkshbđ.'.split('')), maxLength: 14 }),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const read = readCertificationRow(text);
      if (!read.ok) return;
      const { name, pages, copies } = read.value;
      expect(name.length).toBeLessThanOrEqual(200);
      expect(name).not.toMatch(/[*×]/);
      for (const figure of [pages, copies]) {
        expect(Number.isInteger(figure) && figure >= 1 && figure <= 9999).toBe(true);
        expect(figure === 1 || text.includes(String(figure))).toBe(true);
      }
    }),
    { numRuns: 10_000 },
  );
});
