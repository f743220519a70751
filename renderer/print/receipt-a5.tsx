import type { ReceiptSlip } from '../../shared/forms/form.ts';
import { QrCode } from './qr-code.tsx';

/** The official receipt on A5. Draws what the slip says, in its order, and decides nothing. */
export function ReceiptA5({ slip }: { readonly slip: ReceiptSlip }) {
  return (
    <section className="a5" lang="vi">
      <Header slip={slip} />
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
      <div className="signatures">
        {slip.signatures.map(({ title, hint, name }) => (
          <div key={title}>
            <b>{title}</b>
            <i>{hint}</i>
            <span className="signer">{name}</span>
          </div>
        ))}
      </div>
      <footer>
        {slip.footer.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </footer>
    </section>
  );
}

function Header({ slip: { header } }: { readonly slip: ReceiptSlip }) {
  return (
    <header>
      <div>
        {header.agency}
        <b className="ruled">{header.desk}</b>
        {header.number}
      </div>
      <div>
        <b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b>
        <b className="ruled">Độc lập – Tự do – Hạnh phúc</b>
        <i>{header.placeAndDate}</i>
      </div>
    </header>
  );
}

export function Marks({ marks }: { readonly marks: readonly string[] }) {
  return marks.length === 0 ? null : <p className="marks">{marks.join(' · ')}</p>;
}

function Lines(props: { readonly lines: ReceiptSlip['lines']; readonly className?: string }) {
  return (
    <div className={props.className}>
      {props.lines.map(({ label, value }) => (
        <p key={label}>
          {label} <b>{value}</b>
        </p>
      ))}
    </div>
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
          {table.rows.map((cells) => (
            <tr key={cells.join('|')}>
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
