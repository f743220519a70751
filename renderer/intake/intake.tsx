import { useEffect } from 'react';
import { useStore } from 'zustand';
import { shortCode } from '../../shared/domain/dossier/dossier-code.ts';
import { fill } from '../../shared/text/language.ts';
import { type Stores, useStores } from '../frame/stores.ts';
import { useKeys } from '../keys/key-router.ts';
import { useWords } from '../parts/words.ts';
import { isUntouched, lacksPapers } from './intake-state.ts';
import { PapersBlock } from './papers-block.tsx';
import { PersonBlock } from './person-block.tsx';
import { ProcedureBlock } from './procedure-block.tsx';
import { undoable } from './recent.ts';
import { RecentCard } from './recent-card.tsx';
import { RecoveredNote } from './recovered-note.tsx';
import { SlipPanel } from './slip-panel.tsx';
import { Summary } from './summary.tsx';
import { WaitingLine, WaitingPanel } from './waiting-panel.tsx';

/** Record and print in one pass: three blocks to the left, what the citizen asks for to the right, F9. */
export function IntakeScreen() {
  const stores = useStores();
  const { intake, recent, petitions, slip, printing, reprint, focus, run } = stores;
  const { t, refusal } = useWords();
  const isOpen = useStore(intake, ({ draft }) => draft !== null);
  const closed = useStore(intake, (state) => state.closed);

  useEffect(() => {
    run(Promise.all([recent.getState().load(), petitions.getState().load()]));
    if (intake.getState().draft === null) run(intake.getState().open());
    else focus.getState().want('omni');
    return () => {
      petitions.getState().close();
      slip.getState().ask(null);
    };
  }, [run, recent, petitions, slip, intake, focus]);

  const save = () => {
    leaveField();
    if (lacksPapers(intake.getState())) slip.getState().ask('supplement');
    else run(saveAndPrint(stores));
  };
  useKeys({
    F9: save,
    'Ctrl+Enter': save,
    F7: () => {
      leaveField();
      if (isUntouched(intake.getState())) petitions.getState().show();
      else slip.getState().ask('choose');
    },
    F8: () => {
      const [last] = recent.getState().rows;
      if ((printing.getState().state?.unprinted ?? 0) > 0) run(printing.getState().retry());
      else if (last !== undefined) reprint.getState().ask(last);
    },
    'Ctrl+Z': () => {
      const row = undoable(recent.getState());
      if (row !== undefined) run(recent.getState().undo(row));
    },
    'Alt+1': () => intake.getState().editPerson(true),
    'Alt+2': () => focus.getState().want('procedureCode'),
    'Alt+3': () => focus.getState().want(block3Field(stores)),
    'Alt+4': () => intake.getState().openExtras(true),
    Enter: (event) => {
      if (!isEmptyOmnibox(event.target)) return false;
      if (intake.getState().recovered === null) focus.getState().want('applicant.idNumber');
      else run(intake.getState().resume());
      return true;
    },
    Escape: () => {
      if (intake.getState().recovered !== null) run(intake.getState().dismiss());
      else if (isUntouched(intake.getState())) focus.getState().want('omni');
      else run(intake.getState().open());
    },
  });

  if (closed !== null) {
    return (
      <div className="note late" role="alert">
        {refusal(closed)}
      </div>
    );
  }
  if (!isOpen) return <p className="centre">{t.app.opening}</p>;
  return (
    <div className="intake">
      <section className="intake-form" data-form aria-label={t.intake.title}>
        <RecoveredNote />
        <PersonBlock />
        <ProcedureBlock />
        <PapersBlock />
      </section>
      <aside className="intake-side">
        <Summary onSave={save} />
        <WaitingLine />
        <RecentCard />
      </aside>
      <SlipPanel />
      <WaitingPanel />
    </div>
  );
}

/** What is half typed counts: the field is left before the form is taken. */
function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

async function saveAndPrint({ desk, intake, printing, recent, notices }: Stores): Promise<void> {
  notices.getState().clear();
  const printer = printing.getState().state;
  const paper = printer?.paper ?? 'a5';
  const saved = await intake.getState().handIn((draft) => desk.call('intake.receive', { draft, paper }));
  if (saved === null) return;
  const isDown = printing.getState().state?.condition === 'down';
  const how = !saved.printed ? 'savedUnprinted' : isDown ? 'savedOnly' : 'saved';
  notices.getState().tell({
    tone: how === 'savedOnly' ? 'today' : 'ok',
    say: ({ t }) => fill(t.intake[how], { code: shortCode(saved.code) }),
  });
  await recent.getState().load();
}

const block3Field = ({ intake }: Stores): string =>
  intake.getState().procedure?.intake === 'papers' ? 'papers.0' : 'newRow';

const isEmptyOmnibox = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement && target.dataset['field'] === 'omni' && target.value === '';
