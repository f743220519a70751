import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { DossierDetail } from '../../../shared/contract/dossier/views.ts';
import { shortCode } from '../../../shared/domain/dossier/dossier-code.ts';
import { CorrectionPanel } from '../../correction/correction-panel.tsx';
import { VoidPanel } from '../../correction/void-panel.tsx';
import { useStores } from '../../frame/stores.ts';
import { useKeys } from '../../keys/key-router.ts';
import { DueChip } from '../../parts/due-chip.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Kbd } from '../../parts/kbd.tsx';
import { useNow, useWords } from '../../parts/words.ts';
import { neighboursOf } from '../list/dossier-list.ts';
import { DossierActions } from './dossier-actions.tsx';
import { DossierDates, DossierHead, DossierParts, DossierReviews } from './dossier-facts.tsx';
import { DossierJournal } from './dossier-journal.tsx';

/** One dossier: what it is on the left, what happened to it on the right, what can be done at the foot. */
export function DossierScreen({ id }: { readonly id: string }) {
  const { dossier, list, navigation, run } = useStores();
  const words = useWords();
  const { t } = words;
  const { detail, refusals } = useStore(dossier);
  const rows = useStore(list, (state) => state.rows);
  const { previous, next } = neighboursOf(rows, id);

  useEffect(() => run(dossier.getState().open(id)), [run, dossier, id]);

  const back = () => navigation.getState().go({ screen: 'dossiers' });
  const goTo = (row: { readonly id: string } | null) => {
    if (row !== null) navigation.getState().go({ screen: 'dossier', id: row.id });
  };
  useKeys({ Escape: back, 'Ctrl+ArrowUp': () => goTo(previous), 'Ctrl+ArrowDown': () => goTo(next) });

  return (
    <>
      <div className="heading">
        <button type="button" className="button small" onClick={back}>
          <Icon name="back" /> {t.dossier.back} <Kbd name="Esc" />
        </button>
        {detail !== null && <Heading detail={detail} />}
        <span className="gap" />
        <button
          type="button"
          className="button small"
          aria-label={t.keys.neighbours}
          disabled={previous === null}
          onClick={() => goTo(previous)}
        >
          ↑
        </button>
        <button
          type="button"
          className="button small"
          aria-label={t.keys.neighbours}
          disabled={next === null}
          onClick={() => goTo(next)}
        >
          ↓
        </button>
      </div>
      {refusals !== null && (
        <div className="note late" role="alert">
          <Icon name="alert" />
          {words.refusal(refusals[0])}
        </div>
      )}
      {detail === null && refusals === null && <p className="centre">{t.app.opening}</p>}
      {detail !== null && <Body key={detail.row.id} detail={detail} />}
    </>
  );
}

function Heading({ detail }: { readonly detail: DossierDetail }) {
  const { t } = useWords();
  const now = useNow();
  return (
    <>
      <h1 className="code">{shortCode(detail.row.code)}</h1>
      <span className="chip">{t.status[detail.row.status]}</span>
      {detail.row.clock !== 'ended' && now !== null && <DueChip row={detail.row} now={now} />}
    </>
  );
}

function Body({ detail }: { readonly detail: DossierDetail }) {
  return (
    <div className="dossier">
      <section className="dossier-left">
        <DossierHead detail={detail} />
        <DossierDates detail={detail} />
        <DossierReviews detail={detail} />
        <DossierParts detail={detail} />
        <DossierActions detail={detail} />
      </section>
      <DossierJournal detail={detail} />
      <CorrectionPanel />
      <VoidPanel />
    </div>
  );
}
