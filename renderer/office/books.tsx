import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { BooksView } from '../../shared/contract/office/views.ts';
import { dateOf } from '../../shared/domain/base/local-date.ts';
import { registerNumber } from '../../shared/domain/dossier/register.ts';
import { formatCount, formatDate, formatMoment } from '../../shared/text/format.ts';
import { fill } from '../../shared/text/language.ts';
import { EditionsCard } from '../catalogue/editions-card.tsx';
import { useStores } from '../frame/stores.ts';
import { useKeys } from '../keys/key-router.ts';
import { TextField } from '../parts/field.tsx';
import { Icon } from '../parts/icon.tsx';
import { Kbd } from '../parts/kbd.tsx';
import { useNow, useWords } from '../parts/words.ts';
import type { BookVolume } from './books-store.ts';
import { ClosingPanel } from './closing-panel.tsx';

/** What is made of many dossiers: the register by its volumes, and the lists that go with the papers of a day. */
export function BooksScreen() {
  const { books, navigation, run } = useStores();
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const { view, refusal } = useStore(books);
  const today = now === null ? null : dateOf(now);

  useEffect(() => {
    if (today !== null) run(books.getState().open(today));
  }, [run, books, today]);

  const closable = closableOf(view?.volumes ?? []);
  const move = (by: 1 | -1) => () => (today === null ? undefined : run(books.getState().move(by, today)));
  useKeys({
    Escape: () => navigation.getState().go({ screen: 'intake' }),
    'Ctrl+ArrowUp': move(-1),
    'Ctrl+ArrowDown': move(1),
    F7: () => (closable === undefined ? undefined : books.getState().ask(closable)),
  });
  if (view === null) return <p className="centre">{t.app.opening}</p>;
  return (
    <>
      <div className="heading">
        <h1>{t.books.title}</h1>
        <span className="gap" />
        <button type="button" className="button small" onClick={move(-1)}>
          {t.books.dayBefore} <Kbd name="Ctrl+↑" />
        </button>
        <b>{fill(t.books.day, { day: formatDate(view.day) })}</b>
        <button type="button" className="button small" disabled={view.day === today} onClick={move(1)}>
          {t.books.dayAfter} <Kbd name="Ctrl+↓" />
        </button>
      </div>
      {refusal !== null && (
        <div className="note late" role="alert">
          <Icon name="alert" />
          {words.refusal(refusal)}
        </div>
      )}
      <div className="books" data-form>
        <EditionsCard />
        <Register volumes={view.volumes} />
        <Results view={view} />
        <Batches view={view} />
      </div>
      <ClosingPanel />
    </>
  );
}

/** The register that F7 is about: one whose year is over, else one that was closed too early. */
const closableOf = (volumes: BooksView['volumes']) =>
  volumes.find(({ may }) => may === 'close') ?? volumes.find(({ may }) => may === 'reopen');

function Register({ volumes }: { readonly volumes: BooksView['volumes'] }) {
  const { t } = useWords();
  return (
    <section className="card pad book" aria-label={t.books.register}>
      <h2>{t.books.register}</h2>
      {volumes.length === 0 && <p className="sub">{t.books.noVolumes}</p>}
      {volumes.map((volume) => (
        <Volume key={volume.volume} volume={volume} hasKey={volume === closableOf(volumes)} />
      ))}
    </section>
  );
}

function Volume({ volume, hasKey }: { readonly volume: BookVolume; readonly hasKey: boolean }) {
  const { books, run } = useStores();
  const { t } = useWords();
  const range = useStore(books, ({ ranges }) => ranges[volume.volume]) ?? { from: '', to: '' };
  const page = (name: 'from' | 'to') => (
    <TextField
      name={`${name}.${volume.volume}`}
      label={t.books[name]}
      inputMode="numeric"
      maxLength={5}
      placeholder={String(volume.pages)}
      value={range[name]}
      onType={(text) => books.getState().typeRange(volume.volume, { ...range, [name]: text })}
    />
  );
  return (
    <div className="book-row">
      <div>
        <b>{fill(t.books.volume, { volume: volume.volume })}</b>
        <div className="sub">
          {fill(t.books.volumeFacts, {
            entries: formatCount(volume.entries),
            pages: formatCount(volume.pages),
            from: formatDate(volume.firstDay),
            to: formatDate(volume.lastDay),
          })}
        </div>
        <ClosingFacts volume={volume} />
      </div>
      <span className="gap" />
      {volume.may !== 'nothing' && (
        <button type="button" className="button" onClick={() => books.getState().ask(volume)}>
          {volume.may === 'close' ? t.books.close : t.books.reopen}
          {hasKey && <Kbd name="F7" />}
        </button>
      )}
      {page('from')}
      {page('to')}
      <PrintButton
        label={fill(t.books.printVolume, { volume: volume.volume })}
        onPrint={() => run(books.getState().printRegister(volume))}
      />
    </div>
  );
}

/** Whether the register is closed, and what somebody should know about it. */
function ClosingFacts({ volume: { volume, closing, due } }: { readonly volume: BookVolume }) {
  const { books, run } = useStores();
  const { t } = useWords();
  if (closing === null) return due ? <div className="chip today">{t.books.closingDue}</div> : null;
  return (
    <>
      <div className="sub">
        {fill(t.books.closed, {
          at: formatMoment(closing.at),
          name: closing.byName,
          last: registerNumber(closing.lastNumber),
          pages: formatCount(closing.pages),
        })}{' '}
        <button
          type="button"
          className="button small quiet"
          onClick={() => run(books.getState().print({ book: 'closing', volume }))}
        >
          {t.books.printClosing}
        </button>
      </div>
      {closing.later > 0 && (
        <div className="chip today">{fill(t.books.closedLater, { count: formatCount(closing.later) })}</div>
      )}
      {closing.inDoubt && <div className="chip today">{t.books.closedInDoubt}</div>}
    </>
  );
}

function Results({ view: { day, results } }: { readonly view: BooksView }) {
  const { books, run } = useStores();
  const { t } = useWords();
  return (
    <section className="card pad book" aria-label={t.books.results}>
      <h2>{t.books.results}</h2>
      {results.length === 0 && <p className="sub">{t.books.noResults}</p>}
      {results.map(({ unit, count }) => (
        <div key={unit} className="book-row">
          <div>
            <b>{unit}</b>
            <div className="sub">{fill(t.books.resultCount, { count: formatCount(count) })}</div>
          </div>
          <span className="gap" />
          <PrintButton
            label={fill(t.books.printResults, { unit })}
            onPrint={() => run(books.getState().print({ book: 'results', day, unit }))}
          />
        </div>
      ))}
    </section>
  );
}

function Batches({ view: { day, batches } }: { readonly view: BooksView }) {
  const { books, run } = useStores();
  const { t } = useWords();
  return (
    <section className="card pad book" aria-label={t.books.batches}>
      <h2>{t.books.batches}</h2>
      {batches.length === 0 && <p className="sub">{t.books.noBatches}</p>}
      {batches.map(({ first, submitter, count, codes }) => (
        <div key={first} className="book-row">
          <div>
            <b>{submitter}</b>
            <div className="sub">
              {fill(t.books.batchCount, { count: formatCount(count), codes: codes.join(', ') })}
            </div>
          </div>
          <span className="gap" />
          <PrintButton
            label={fill(t.books.printBatch, { name: submitter })}
            onPrint={() => run(books.getState().print({ book: 'batch', day, first }))}
          />
        </div>
      ))}
    </section>
  );
}

function PrintButton({ label, onPrint }: { readonly label: string; readonly onPrint: () => void }) {
  const { books } = useStores();
  const { t } = useWords();
  const busy = useStore(books, (state) => state.busy);
  return (
    <button type="button" className="button" aria-label={label} aria-disabled={busy} onClick={onPrint}>
      <Icon name="print" />
      {t.books.print}
    </button>
  );
}
