import type { Block, List, Slip } from '../../shared/forms/base/paper.ts';

/** Every fixed word of a paper below its title, in the order it is read: labels, sentences, headings, titles of signers. */
export const labelsOf = (paper: Slip | List): string[] => [
  ...(paper.form === 'slip' ? paper.blocks.flatMap(labelsOfBlock) : labelsOfList(paper)),
  ...(paper.form === 'slip' && paper.recipients.length > 0 ? ['Nơi nhận:', ...paper.recipients] : []),
  ...paper.signatures.flatMap(({ titles, hint }) => [...titles, hint]),
];

const labelsOfBlock = (block: Block): string[] => {
  if (block.kind === 'lines') return block.lines.map(({ label }) => label);
  if (block.kind === 'paragraph') return [block.text];
  if (block.kind === 'table') return block.table.head.flat().map(({ text }) => text);
  return [];
};

const labelsOfList = ({ cover, lines, head, after }: List): string[] => [
  ...[...(cover ?? []), ...lines].map(({ label }) => label),
  ...head.flat().map(({ text }) => text),
  ...after.map(({ label }) => label),
];

/** What stands behind a label; the first where a label stands twice. */
export const valueOf = (slip: Slip, label: string): string | undefined =>
  slip.blocks
    .flatMap((block) => (block.kind === 'lines' ? block.lines : []))
    .find((line) => line.label === label)?.value;

/** The texts of the rows, page after page. */
export const rowsOf = (list: List): string[][] =>
  list.pages.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)));
