import type { ReceivedPaper } from '../../../shared/domain/dossier/received-papers.ts';

/** Papers as an officer edits them, one a line: name, then originals/certified copies/copies, or shown only. */
export const paperLines = (papers: readonly ReceivedPaper[], shown: string): string =>
  papers
    .map(({ name, originals, certifiedCopies, copies, present }) =>
      present ? `${name} | ${shown}` : `${name} | ${originals}/${certifiedCopies}/${copies}`,
    )
    .join('\n');

/**
 * The papers in such lines; a name alone is one original.
 * @returns null when a line cannot be read
 */
export function readPaperLines(text: string, shown: string): ReceivedPaper[] | null {
  const papers = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => readPaperLine(line, shown));
  return papers.some((paper) => paper === null) ? null : papers.filter((paper) => paper !== null);
}

function readPaperLine(line: string, shown: string): ReceivedPaper | null {
  const bar = line.lastIndexOf('|');
  const name = (bar === -1 ? line : line.slice(0, bar)).trim();
  const counts = bar === -1 ? '1' : line.slice(bar + 1).trim();
  if (name === '' || name.length > 500) return null;
  const none = { name, originals: 0, certifiedCopies: 0, copies: 0, present: false };
  if (counts.toLowerCase() === shown.toLowerCase()) return { ...none, present: true };
  const [, originals = '', certifiedCopies = '0', copies = '0'] =
    /^(\d{1,3})(?:\/(\d{1,3}))?(?:\/(\d{1,3}))?$/.exec(counts) ?? [];
  if (originals === '') return null;
  return {
    ...none,
    originals: Number(originals),
    certifiedCopies: Number(certifiedCopies),
    copies: Number(copies),
  };
}
