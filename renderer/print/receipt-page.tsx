import type { ReceiptSlip } from '../../shared/forms/base/form.ts';
import { keyed } from './keyed.ts';
import { Footer, Lines, Marks, PageHeader, Signatures } from './paper-parts.tsx';
import { QrCode } from './qr-code.tsx';

/** The official receipt on a sheet. Draws what the slip says, in its order, and decides nothing. */
export function ReceiptPage({ slip }: { readonly slip: ReceiptSlip }) {
  return (
    <section className="page receipt" data-paper={slip.paper} lang="vi">
      <PageHeader header={slip.header} />
      <Marks marks={slip.marks} />
      <h1>{slip.title}</h1>
      <p className="centred">
        Mã hồ sơ: <b>{slip.code}</b> <i>{slip.copyFor}</i>
      </p>
      <div className="middle">
        <Lines lines={slip.lines} />
        <figure>
          <QrCode text={slip.qr.text} />
          <figcaption>{slip.qr.caption}</figcaption>
        </figure>
      </div>
      <div className="box">
        <Boxed label={slip.due.label} value={slip.due.value} below={slip.due.place} />
        <Boxed label={slip.fee.label} value={slip.fee.value} below={slip.fee.note} />
      </div>
      <Table slip={slip} />
      <Lines className="after" lines={slip.after} />
      <Signatures signatures={slip.signatures.map(({ title, ...rest }) => ({ titles: [title], ...rest }))} />
      <Footer lines={slip.footer} />
    </section>
  );
}

function Boxed(props: { readonly label: string; readonly value: string; readonly below: string }) {
  return (
    <div>
      {props.label}
      <b>{props.value}</b>
      {props.below}
    </div>
  );
}

function Table({ slip: { papersTitle, table } }: { readonly slip: ReceiptSlip }) {
  return (
    <>
      <p>{papersTitle}</p>
      <table>
        <thead>
          <tr>
            {table.columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(table.rows).map(({ key, item: cells }) => (
            <tr key={key}>
              {cells.map((cell, n) => (
                <td key={table.columns[n]?.title} className={table.columns[n]?.align}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
