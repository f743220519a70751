import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../shared/protocol/canonical.ts';

describe('canonical text', () => {
  test.each([
    {
      name: 'keys by code unit, not by alphabet',
      value: { é: 1, z: 2, Z: 3, a: 4 },
      text: '{"Z":3,"a":4,"z":2,"é":1}',
    },
    {
      name: 'keys outside the basic plane by their halves',
      value: { '\u{1F600}': 1, '\uFB33': 2 },
      text: '{"😀":1,"\uFB33":2}',
    },
    {
      name: 'escapes of RFC 8785',
      value: { s: '\u20ac$\u000f\nA\'B"\\' },
      text: '{"s":"€$\\u000f\\nA\'B\\"\\\\"}',
    },
    {
      name: 'nothing but the value',
      value: [null, true, [], {}, -0, 'Nguyễn'],
      text: '[null,true,[],{},0,"Nguyễn"]',
    },
  ])('$name', ({ value, text }) => expect(canonical(value)).toBe(text));

  test.each([
    { name: 'a fraction', value: 0.5 },
    { name: 'a number too large to be exact', value: 2 ** 53 },
    { name: 'not a number', value: Number.NaN },
    { name: 'half a character', value: { name: 'Nguy\uD800n' } },
    { name: 'nothing at all', value: { gone: undefined } },
    { name: 'a function', value: () => 1 },
  ])('$name cannot be written', ({ value }) => expect(() => canonical(value)).toThrow(TypeError));

  test('reading and writing again gives the same bytes, whatever the order of the keys', () => {
    const leaf = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
    );
    const value = fc.letrec((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('node')),
        fc.dictionary(fc.string(), tie('node')),
      ),
    })).node;
    fc.assert(
      fc.property(value, (one) => {
        const text = canonical(one);
        expect(canonical(JSON.parse(text))).toBe(text);
        expect(canonical(reversedKeys(one))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});

function reversedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, one]) => [key, reversedKeys(one)]),
  );
}
