import type { List, Row } from './paper.ts';

/**
 * Rows in pages of so many, each with its number; a list of nothing is one empty page, not no paper.
 * @param perPage at least 1
 * @param firstPage number of the first page, 1 for a paper of its own
 */
export function pagesOf(rows: readonly Row[], perPage: number, firstPage = 1): List['pages'] {
  const count = Math.max(1, Math.ceil(rows.length / perPage));
  const last = firstPage + count - 1;
  return Array.from({ length: count }, (_, n) => ({
    label: `Trang ${firstPage + n}/${last}`,
    rows: rows.slice(n * perPage, (n + 1) * perPage),
  }));
}
