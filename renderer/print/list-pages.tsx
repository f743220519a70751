import type { List } from '../../shared/forms/base/paper.ts';
import { keyed } from './keyed.ts';
import { Footer, Lines, Marks, PageHeader, PaperTable, Signatures } from './paper-parts.tsx';

/** A list page by page, each with the table's head and its number; a book begins with its cover. */
export function ListPages({ list }: { readonly list: List }) {
  const last = list.pages.at(-1);
  return (
    <>
      {list.cover !== null && <Cover list={list} cover={list.cover} />}
      {keyed(list.pages).map(({ key, item: page }) => (
        <section key={key} className="page list" data-paper={list.paper} lang="vi">
          {page === list.pages[0] && list.cover === null ? <Opening list={list} /> : <Running list={list} />}
          <PaperTable columns={list.columns} head={list.head} rows={page.rows} />
          {page === last && (
            <>
              <Lines lines={list.after} />
              {list.signatures.length > 0 && <Signatures signatures={list.signatures} />}
            </>
          )}
          <footer>
            <p>{list.footer.join(' · ')}</p>
            <p>{page.label}</p>
          </footer>
        </section>
      ))}
    </>
  );
}

function Opening({ list }: { readonly list: List }) {
  return (
    <>
      <PageHeader header={list.header} />
      <Marks marks={list.marks} />
      <h1>{list.title}</h1>
      {list.subtitle !== '' && <p className="centred">{list.subtitle}</p>}
      <Lines className="before" lines={list.lines} />
    </>
  );
}

/** A page that was taken out of its book still says which one. */
function Running({ list }: { readonly list: List }) {
  return (
    <div className="running">
      <b>{list.title}</b>
      <span>{list.subtitle}</span>
      <span>{list.header.agency}</span>
      <Marks marks={list.marks} />
    </div>
  );
}

function Cover({ list, cover }: { readonly list: List; readonly cover: NonNullable<List['cover']> }) {
  return (
    <section className="page list cover" data-paper={list.paper} lang="vi">
      <PageHeader header={list.header} />
      <Marks marks={list.marks} />
      <h1>{list.title}</h1>
      <Lines className="book" lines={cover} />
      <Footer lines={list.footer} />
    </section>
  );
}
