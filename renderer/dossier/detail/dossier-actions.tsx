import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { StepName } from '../../../shared/contract/dossier/steps.ts';
import type { DossierDetail } from '../../../shared/contract/dossier/views.ts';
import { undoWindowMs } from '../../../shared/domain/intake/undo.ts';
import { eventText } from '../../../shared/text/sentences.ts';
import { useStores } from '../../frame/stores.ts';
import { useKeys } from '../../keys/key-router.ts';
import { Icon } from '../../parts/icon.tsx';
import { Kbd } from '../../parts/kbd.tsx';
import { useWords } from '../../parts/words.ts';

/** The way to a result, so that F9 goes it step by step; everything beside the way is on F7. */
const way: readonly StepName[] = [
  'dossier.supplementReceived',
  'dossier.paymentReceived',
  'dossier.resumed',
  'dossier.agencyReturned',
  'dossier.resultReady',
  'dossier.submittedForApproval',
  'dossier.forwarded',
];
const nextStep = ({ steps, row }: DossierDetail): StepName | null =>
  way.find((step) => steps.includes(step) && (step !== 'dossier.forwarded' || row.status === 'received')) ??
  null;

/** What this officer may do to it now, the likeliest first and on F9. */
export function DossierActions({ detail }: { readonly detail: DossierDetail }) {
  const { correction, dossier, handOver, navigation, recent, reprint, steps, timers, voiding, run } =
    useStores();
  const { t, language } = useWords();
  const busy = useStore(dossier, (state) => state.busy);
  const { row, actions } = detail;
  const can = (action: DossierDetail['actions'][number]) => actions.includes(action);

  const markReady = () => run(dossier.getState().markReady());
  const giveBack = () => {
    navigation.getState().go({ screen: 'handOver' });
    run(handOver.getState().open(row.id));
  };
  const undo = () => run(recent.getState().undo(row));
  const correct = () => correction.getState().open(detail, t.correction.shown);
  const copy = () => reprint.getState().ask(row);

  const canUndo = can('undo');
  useEffect(
    // The minute is the desk's to measure: it is asked again when it must be over.
    () =>
      canUndo ? timers.after(undoWindowMs + 1000, () => run(dossier.getState().open(row.id))) : undefined,
    [canUndo, timers, dossier, row.id, run],
  );
  const more = () => steps.getState().ask(detail);
  const next = nextStep(detail);
  const goOn = () => {
    more();
    if (next !== null) run(steps.getState().choose(next));
  };

  const primary = can('markReady') ? markReady : can('handOver') ? giveBack : next === null ? null : goOn;
  useKeys({
    F9: () => primary?.(),
    'Ctrl+Enter': () => primary?.(),
    F6: giveBack,
    F7: more,
    F8: () => (can('reprint') ? copy() : undefined),
    'Ctrl+Z': () => (can('undo') ? undo() : undefined),
  });

  return (
    <div className="actions">
      {can('markReady') && (
        <button type="button" className="button primary" aria-disabled={busy} onClick={markReady}>
          <Icon name="check" />
          {t.dossier.markReady} <Kbd name="F9" />
        </button>
      )}
      {primary === goOn && next !== null && (
        <button type="button" className="button primary" onClick={goOn}>
          <Icon name="send" />
          {eventText(next, language)} <Kbd name="F9" />
        </button>
      )}
      {can('handOver') && (
        <button type="button" className={can('markReady') ? 'button' : 'button primary'} onClick={giveBack}>
          <Icon name="give" />
          {t.dossier.handOver} <Kbd name={can('markReady') ? 'F6' : 'F9'} />
        </button>
      )}
      {can('reprint') && (
        <button type="button" className="button" onClick={copy}>
          <Icon name="print" />
          {t.dossier.reprint} <Kbd name="F8" />
        </button>
      )}
      <button type="button" className="button" onClick={more}>
        <Icon name="send" />
        {t.steps.open} <Kbd name="F7" />
      </button>
      <span className="gap" />
      {can('correct') && (
        <button type="button" className="button" onClick={correct}>
          <Icon name="undo" />
          {t.correction.open}
        </button>
      )}
      {can('void') && (
        <button type="button" className="button" onClick={() => run(voiding.getState().open(detail))}>
          <Icon name="cross" />
          {t.correction.openVoid}
        </button>
      )}
      {can('undo') && (
        <button type="button" className="button" onClick={undo}>
          <Icon name="undo" />
          {t.dossier.undo} <Kbd name="Ctrl+Z" />
        </button>
      )}
    </div>
  );
}
