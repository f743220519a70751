import type { Cell, PaperLine, Row, Signature, Table } from '../../shared/forms/base/paper.ts';
import { keyed } from './keyed.ts';

export interface HeaderText {
  readonly agency: string;
  readonly desk: string;
  readonly number: string;
  readonly subject?: string;
  readonly placeAndDate: string;
}

/** Office at the left, the state's two lines at the right, as on every official paper. */
export function PageHeader({ header }: { readonly header: HeaderText }) {
  return (
    <header>
      <div>
        {header.agency !== '' && <span>{header.agency}</span>}
        <b className="ruled">{header.desk}</b>
        {header.number !== '' && <span>{header.number}</span>}
        {header.subject !== undefined && header.subject !== '' && <span>{header.subject}</span>}
      </div>
      <div>
        <b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>
        <b className="ruled">Độc lập - Tự do - Hạnh phúc</b>
        <i>{header.placeAndDate}</i>
      </div>
    </header>
  );
}

export function Marks({ marks }: { readonly marks: readonly string[] }) {
  return marks.length === 0 ? null : <p className="marks">{marks.join(' · ')}</p>;
}

export function Lines(props: { readonly lines: readonly PaperLine[]; readonly className?: string }) {
  return (
    <div className={props.className}>
      {keyed(props.lines).map(({ key, item: { label, value } }) => (
        <p key={key}>
          {label} <b>{value}</b>
        </p>
      ))}
    </div>
  );
}

export function Signatures({ signatures }: { readonly signatures: readonly Signature[] }) {
  return (
    <div className="signatures">
      {keyed(signatures).map(({ key, item: { titles, hint, name } }) => (
        <div key={key}>
          {titles.map((title) => (
            <b key={title}>{title}</b>
          ))}
          <i>{hint}</i>
          <span className="signer">{name}</span>
        </div>
      ))}
    </div>
  );
}

export function Footer({ lines }: { readonly lines: readonly string[] }) {
  return (
    <footer>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </footer>
  );
}

/** A table with its heading, which a browser repeats where the table goes on to another page. */
export function PaperTable({ columns, head, rows }: Table) {
  return (
    <table>
      <colgroup>
        {keyed(columns).map(({ key, item }) => (
          <col key={key} style={{ width: `${String(item.width)}%` }} />
        ))}
      </colgroup>
      <thead>
        {keyed(head).map(({ key, item: cells }) => (
          <tr key={key}>
            {keyed(cells).map(({ key, item }) => (
              <th key={key} colSpan={item.columns} rowSpan={item.rows} scope="col">
                {item.text}
              </th>
            ))}
          </tr>
        ))}
      </thead>
      {keyed(blocksOf(rows)).map(({ key, item: block }) => (
        <tbody key={key}>
          {keyed(block).map(({ key, item: row }) => (
            <tr key={key} className={row.look}>
              <Cells row={row} columns={columns} spanned={row === block[0] ? 0 : spansInto(block)} />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Cells(props: { readonly row: Row; readonly columns: Table['columns']; readonly spanned: number }) {
  let column = props.spanned;
  return keyed(props.row.cells).map(({ key, item }) => {
    const align = item.columns > 1 ? 'center' : props.columns[column]?.align;
    column += item.columns;
    return (
      <td key={key} colSpan={item.columns} rowSpan={item.rows} className={align}>
        {item.text}
      </td>
    );
  });
}

/** Rows that a tall cell holds together; such a block never breaks across pages. */
function blocksOf(rows: readonly Row[]): Row[][] {
  const blocks: Row[][] = [];
  let open = 0;
  for (const row of rows) {
    if (open > 0) blocks.at(-1)?.push(row);
    else blocks.push([row]);
    open = Math.max(open, ...row.cells.map(height)) - 1;
  }
  return blocks;
}

const height = ({ rows }: Cell): number => rows;

/** How many columns at the left are taken by tall cells of a block's first row. */
function spansInto([first]: readonly Row[]): number {
  const short = first?.cells.findIndex(({ rows }) => rows === 1) ?? 0;
  return (first?.cells ?? []).slice(0, Math.max(0, short)).reduce((sum, { columns }) => sum + columns, 0);
}
