import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readEdition } from '../../shared/domain/catalogue/edition.ts';
import { canonical } from '../../shared/protocol/canonical.ts';
import { readLine } from '../../shared/protocol/event.ts';
import { maxDepth, maxLineChars, readJson } from '../../shared/protocol/limits.ts';

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

describe('what is read from outside', () => {
  test.each([
    [nested(maxDepth), true],
    [nested(maxDepth + 1), false],
    [nested(1100), false],
    [nested(200_000), false],
    ['{"a":'.repeat(40), false],
    [JSON.stringify('['.repeat(500)), true],
    [JSON.stringify('\\"['.repeat(500)), true],
  ])('%.20s… is read: %s', (text, isRead) => expect(readJson(text) !== undefined).toBe(isRead));

  test('is no longer than the limit', () => {
    const text = JSON.stringify('x'.repeat(100));
    expect(readJson(text, 102)).toBe('x'.repeat(100));
    expect(readJson(text, 101)).toBeUndefined();
    expect(readLine(`{"note":"${'x'.repeat(maxLineChars)}"}`)).toBeNull();
  });

  test('never throws, whatever it is, and is what the parser says for everything shallow', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json({ maxDepth: 8 }), fc.string(), fc.string({ unit: 'binary' })), (text) => {
        let expected: unknown;
        try {
          expected = JSON.parse(text);
        } catch {
          expected = undefined;
        }
        expect(readJson(text)).toEqual(expected);
        expect(() => [readLine(text), readEdition('catalogue', text)]).not.toThrow();
      }),
      { numRuns: 5000 },
    );
  });

  test('keys that other languages treat in a way of their own are keys like any other', () => {
    const text = '{"__proto__":{"admin":true},"constructor":1}';
    const value = readJson(text) as object;
    expect(Object.hasOwn(value, '__proto__')).toBe(true);
    expect(canonical({ ...(value as Record<string, unknown>) })).toContain('"constructor":1');
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});
