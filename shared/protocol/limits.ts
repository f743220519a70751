/**
 * What either end reads from the other: how long, and how deep. One limit for both, or one end would take what the other
 * can never store. A body of today is four levels deep; an event with every paper there can be is a tenth as long.
 */
export const maxDepth = 32;
export const maxLineChars = 256 * 1024;

/** The value in `text`; undefined for what is no JSON, longer than `maxChars` or deeper than `maxDepth`. Never throws. */
export function readJson(text: string, maxChars: number = Number.MAX_SAFE_INTEGER): unknown {
  if (text.length > maxChars || isTooDeep(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Counts brackets before anything is built from them: a parser that recurses would end on the depth itself. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charCodeAt(index);
    if (quoted) {
      if (char === backslash) index += 1;
      else if (char === quote) quoted = false;
    } else if (char === quote) quoted = true;
    else if (char === openArray || char === openObject) {
      depth += 1;
      if (depth > maxDepth) return true;
    } else if (char === closeArray || char === closeObject) depth -= 1;
  }
  return false;
}

const quote = 0x22;
const backslash = 0x5c;
const openArray = 0x5b;
const closeArray = 0x5d;
const openObject = 0x7b;
const closeObject = 0x7d;
