/** What canonical bytes may hold: JSON without fractions, so that no two engines can print a number differently. */
export type Canonical =
  | null
  | boolean
  | number
  | string
  | readonly Canonical[]
  | { readonly [key: string]: Canonical };

/**
 * RFC 8785 text of a value: keys by UTF-16 code unit, no white space. Its UTF-8 bytes are what is hashed,
 * stored and sent; nobody may parse and print them again to verify them.
 * @throws TypeError for `undefined`, functions, fractions, unsafe integers and lone surrogates
 */
export function canonical(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`Not a whole number: ${value}`);
    return String(value);
  }
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new TypeError('A string holds half a character');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object') return canonicalObject(value as Record<string, unknown>);
  throw new TypeError(`Cannot be written: ${typeof value}`);
}

function canonicalObject(value: Record<string, unknown>): string {
  const keys = Object.keys(value).toSorted();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(',')}}`;
}
