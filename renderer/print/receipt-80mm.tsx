import type { ReceiptSlip } from '../../shared/forms/base/form.ts';
import { Marks } from './paper-parts.tsx';
import { QrCode } from './qr-code.tsx';

/** The receipt on a thermal roll: what a citizen needs, in letters that a 203 dpi head can draw. */
export function Receipt80mm({ slip }: { readonly slip: ReceiptSlip }) {
  const [name, ...lines] = slip.lines;
  return (
    <section className="roll" lang="vi">
      <p className="centred agency">{slip.header.agency}</p>
      <p className="centred small">{slip.header.desk}</p>
      <Marks marks={slip.marks} />
      <hr />
      <h1>{slip.title}</h1>
      <p className="centred short-code">{slip.shortCode}</p>
      <p className="centred small">{slip.code}</p>
      <hr />
      {name !== undefined && <p className="name">{said(name)}</p>}
      {lines.map((line, n) => (
        <p key={said(line)} className={n === lines.length - 1 ? 'strong' : ''}>
          {said(line)}
        </p>
      ))}
      {slip.table.rows.map((cells) => (
        <Priced key={cells.join('|')} what={cells[1] ?? ''} price={cells.at(-1) ?? ''} />
      ))}
      <div className="strong">
        <Priced what={slip.fee.label} price={slip.fee.value} />
      </div>
      <div className="due">
        {slip.due.label}
        <b>{slip.due.value}</b>
        {slip.due.place}
      </div>
      <QrCode text={slip.qr.text} />
      <p className="centred small">{slip.qr.caption}</p>
      <hr />
      {slip.footer.map((line) => (
        <p key={line} className="small">
          {line}
        </p>
      ))}
    </section>
  );
}

function Priced({ what, price }: { readonly what: string; readonly price: string }) {
  return (
    <p className="priced">
      <span>{what}</span>
      <span>{price}</span>
    </p>
  );
}

const said = ({ label, value }: ReceiptSlip['lines'][number]): string =>
  [label, value].filter(Boolean).join(' ');
