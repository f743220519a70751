import type { Block, Slip } from '../../shared/forms/base/paper.ts';
import { unreachable } from '../../shared/result.ts';
import { keyed } from './keyed.ts';
import { Footer, Lines, Marks, PageHeader, PaperTable, Signatures } from './paper-parts.tsx';
import { QrCode } from './qr-code.tsx';

/** A paper about one matter. Draws its blocks in their order and decides nothing. */
export function SlipPage({ slip }: { readonly slip: Slip }) {
  return (
    <section className="page slip" data-paper={slip.paper} lang="vi">
      <PageHeader header={slip.header} />
      <Marks marks={slip.marks} />
      <h1>{slip.title}</h1>
      {slip.subtitle !== '' && <p className="centred">{slip.subtitle}</p>}
      <div className="blocks">
        {slip.qr !== null && (
          <figure>
            <QrCode text={slip.qr.text} />
            <figcaption>{slip.qr.caption}</figcaption>
          </figure>
        )}
        {keyed(slip.blocks).map(({ key, item }) => (
          <Part key={key} block={item} />
        ))}
      </div>
      <div className="close">
        {slip.recipients.length > 0 && (
          <div className="recipients">
            <b>Nơi nhận:</b>
            {slip.recipients.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        )}
        <Signatures signatures={slip.signatures} />
      </div>
      <Footer lines={slip.footer} />
    </section>
  );
}

function Part({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'lines':
      return <Lines lines={block.lines} />;
    case 'paragraph':
      return <p className={`paragraph ${block.look}`}>{block.text}</p>;
    case 'numbered':
      return (
        <ol>
          {keyed(block.items).map(({ key, item }) => (
            <li key={key}>{item}</li>
          ))}
        </ol>
      );
    case 'table':
      return <PaperTable {...block.table} />;
    default:
      return unreachable(block);
  }
}
