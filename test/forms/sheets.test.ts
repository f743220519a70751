import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mediaOf } from '../../desk/browser-shell/print-file.ts';
import { sheetFor } from '../../desk/machine/mm.ts';
import { chosenPrinter } from '../../desk/machine/printers.ts';

test.each([
  { paper: 'a5', widthMm: 148, heightMm: 210, media: 'A5' },
  { paper: 'a4', widthMm: 210, heightMm: 297, media: 'A4' },
  { paper: 'a4-landscape', widthMm: 297, heightMm: 210, media: 'A4' },
] as const)('$paper is $widthMm by $heightMm mm and asks the spooler for $media', (wanted) => {
  const { paper, widthMm, heightMm, media } = wanted;
  expect(sheetFor(paper, 1)).toEqual({ widthMm, heightMm });
  expect(mediaOf({ paper, pdf: new Uint8Array(), jobName: 'x' })).toBe(media);
});

test.each([
  { printers: { a5: 'HP', '80mm': 'POS' }, paper: 'a4', chosen: 'HP' },
  { printers: { a5: 'HP', '80mm': 'POS' }, paper: 'a4-landscape', chosen: 'HP' },
  { printers: { a5: 'HP', a4: 'Ricoh' }, paper: 'a4-landscape', chosen: 'Ricoh' },
  { printers: { a4: 'Ricoh' }, paper: 'a5', chosen: null },
  { printers: { a5: 'HP' }, paper: '80mm', chosen: null },
] as const)('$paper goes to $chosen of $printers', ({ printers, paper, chosen }) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'printers-'));
  writeFileSync(join(dataDir, 'printers.json'), JSON.stringify(printers));
  expect(chosenPrinter(dataDir, paper)).toBe(chosen);
});
