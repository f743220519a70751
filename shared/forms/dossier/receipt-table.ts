import type { DossierReceived } from '../../domain/dossier/dossier-events.ts';
import type { CertifiedRow, ReceivedPaper } from '../../domain/dossier/received-papers.ts';
import { formatCount } from '../../text/format.ts';
import type { ReceiptSlip } from '../base/form.ts';

type Table = ReceiptSlip['table'];

/** What was handed in: papers by original, certified copy and photocopy; a certification by pages and copies. */
export const slipTable = ({ certified, papers }: DossierReceived): Table =>
  certified.length > 0 ? certifiedTable(certified) : papersTable(papers);

/** The same on narrow paper: one cell of words, and the money where there is any. */
export const rollTable = ({ certified, papers }: DossierReceived): Table => ({
  columns: [
    { title: 'TT', align: 'center' },
    { title: 'Giấy tờ', align: 'left' },
    { title: 'Thành tiền', align: 'right' },
  ],
  rows: [
    ...certified.map((row, index) => [
      String(index + 1),
      `${certifiedName(row)}, ${row.pages} trang × ${row.copies} bản`,
      formatCount(row.feeVnd),
    ]),
    ...(certified.length > 0 ? [] : papers.map((paper, index) => [String(index + 1), paperWords(paper), ''])),
  ],
});

const certifiedTable = (certified: readonly CertifiedRow[]): Table => ({
  columns: [
    { title: 'TT', align: 'center' },
    { title: 'Thành phần hồ sơ', align: 'left' },
    { title: 'Số trang', align: 'center' },
    { title: 'Số bản giấy', align: 'center' },
    { title: 'Thành tiền', align: 'right' },
  ],
  rows: certified.map((row, index) => [
    String(index + 1),
    `${certifiedName(row)} (xuất trình bản chính)`,
    String(row.pages),
    String(row.copies),
    formatCount(row.feeVnd),
  ]),
});

const papersTable = (papers: readonly ReceivedPaper[]): Table => ({
  columns: [
    { title: 'TT', align: 'center' },
    { title: 'Thành phần hồ sơ', align: 'left' },
    { title: 'Bản chính', align: 'center' },
    { title: 'Bản chứng thực', align: 'center' },
    { title: 'Bản photo', align: 'center' },
  ],
  rows: papers.map((paper, index) => [
    String(index + 1),
    paper.present ? `${paper.name} (xuất trình, trả lại)` : paper.name,
    countCell(paper.originals),
    countCell(paper.certifiedCopies),
    countCell(paper.copies),
  ]),
});

/** A paper that the officer left for the specialist to name in the certification book. */
const certifiedName = ({ name }: CertifiedRow): string => (name === '' ? 'Giấy tờ' : name);

function paperWords(paper: ReceivedPaper): string {
  const counts = [
    paper.originals > 0 ? `${paper.originals} bản chính` : '',
    paper.certifiedCopies > 0 ? `${paper.certifiedCopies} bản chứng thực` : '',
    paper.copies > 0 ? `${paper.copies} bản photo` : '',
    paper.present ? 'xuất trình' : '',
  ].filter((count) => count !== '');
  return [paper.name, ...counts].join(', ');
}

const countCell = (count: number): string => (count === 0 ? '' : String(count));
