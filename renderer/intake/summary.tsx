import { useStore } from 'zustand';
import { dateOf } from '../../shared/domain/base/local-date.ts';
import { shortCode } from '../../shared/domain/dossier/dossier-code.ts';
import { plainFeeOf } from '../../shared/domain/dossier/fee.ts';
import { feeQuestion } from '../../shared/domain/intake/draft-check.ts';
import { receiptPaper } from '../../shared/forms/dossier/receipt-paper.ts';
import { formatCount, formatVnd } from '../../shared/text/format.ts';
import { fill } from '../../shared/text/language.ts';
import { useStores } from '../frame/stores.ts';
import { ClockNote } from '../machine/clock-note.tsx';
import { Icon } from '../parts/icon.tsx';
import { Kbd } from '../parts/kbd.tsx';
import { useNow, useWords } from '../parts/words.ts';
import { lacksPapers, shownRefusals } from './intake-state.ts';
import { RefusalLinks } from './refusal-links.tsx';
import { WarningNotes } from './warning-notes.tsx';

/** When to come back and how much to pay, live; then what is in the way; then F9. */
export function Summary({ onSave }: { readonly onSave: () => void }) {
  return (
    <section className="card summary">
      <Code />
      <div className="big">
        <Due />
        <Fee />
      </div>
      <div className="hints">
        <WarningNotes />
        <Mend />
      </div>
      <SaveButton onSave={onSave} />
      <PaperLine />
    </section>
  );
}

function Code() {
  const { intake } = useStores();
  const { t } = useWords();
  const code = useStore(intake, ({ preview }) => preview?.code ?? '');
  const short = shortCode(code);
  return (
    <>
      <div className="sub">{t.intake.code}</div>
      <div className="code summary-code">
        {code.slice(0, code.length - short.length)}
        <b>{short}</b>
      </div>
    </>
  );
}

function Due() {
  const { intake } = useStores();
  const words = useWords();
  const now = useNow();
  const preview = useStore(intake, (state) => state.preview);
  const procedure = useStore(intake, (state) => state.procedure);
  const value = () => {
    if (preview === null || procedure === null || now === null) return '–';
    if (preview.shownDueAt !== null) return words.due(preview.shownDueAt, now);
    return preview.dueMustBeEntered ? words.t.intake.dueEnter : '–';
  };
  const why = () => {
    if (preview === null || procedure === null || preview.dueAt === null || now === null) return '';
    const date = dateOf(preview.dueAt);
    const weekday = date === dateOf(now) ? [] : [words.weekday(date)];
    const reason = preview.dueReason === null ? '' : words.dueReason(preview.dueReason);
    return [...weekday, reason].filter((part) => part !== '').join('. ');
  };
  return (
    <div>
      <div className="sub">{words.t.intake.due}</div>
      <output className="big-value">{value()}</output>
      <div className="sub">{why()}</div>
    </div>
  );
}

function Fee() {
  const { intake } = useStores();
  const { t } = useWords();
  const preview = useStore(intake, (state) => state.preview);
  const procedure = useStore(intake, (state) => state.procedure);
  const isOpen = useStore(
    intake,
    ({ draft }) =>
      draft !== null && procedure !== null && plainFeeOf(procedure.fee, feeQuestion(draft)) === null,
  );
  const isCounted = procedure?.intake === 'certification' && preview !== null && preview.copies > 0;
  const value = () => {
    if (preview === null || procedure === null) return '–';
    if (procedure.intake === 'certification' && !isCounted) return '–';
    if (isOpen) return t.intake.feeOpen;
    if (preview.feeVnd === null) return t.intake.feeUnknown;
    return preview.feeVnd === 0 ? t.intake.feeFree : formatVnd(preview.feeVnd);
  };
  return (
    <div>
      <div className="sub">{t.intake.fee}</div>
      <output className="big-value">{value()}</output>
      <div className="sub">
        {isCounted &&
          fill(t.intake.counts, { copies: formatCount(preview.copies), pages: formatCount(preview.pages) })}
      </div>
    </div>
  );
}

function Mend() {
  const { intake } = useStores();
  const attempted = useStore(intake, (state) => state.attempted);
  const state = useStore(intake);
  if (!attempted) return null;
  const refusals = shownRefusals(state);
  return (
    <>
      <RefusalLinks refusals={refusals} />
      {refusals.some(({ code }) => code === 'clock-behind') && <ClockNote />}
    </>
  );
}

function SaveButton({ onSave }: { readonly onSave: () => void }) {
  const { intake, printing } = useStores();
  const { t } = useWords();
  const phase = useStore(intake, (state) => state.phase);
  const isDown = useStore(printing, ({ state }) => state?.condition === 'down');
  const isLocked = phase === 'saving' || phase === 'checking' || phase === 'opening';
  const asksForMore = useStore(intake, lacksPapers);
  const isUnprinted = useStore(
    intake,
    ({ preview, procedure }) => procedure !== null && preview?.receiptNeeded === false,
  );
  const printLabel = isDown ? t.intake.saveOnly : t.intake.save;
  const saveLabel = isUnprinted ? t.intake.saveUnprinted : printLabel;
  const label = asksForMore ? t.petitions.supplement : saveLabel;
  return (
    <>
      {phase === 'checking' && <output className="note wait">{t.intake.checking}</output>}
      {phase === 'unsure' && (
        <div className="note late" role="alert">
          {t.intake.unsure}
        </div>
      )}
      <button
        type="button"
        data-field="save"
        className="button primary save"
        aria-disabled={isLocked}
        aria-keyshortcuts="F9"
        onClick={isLocked ? undefined : onSave}
      >
        <Icon name="print" /> {phase === 'saving' ? t.intake.saving : label} <Kbd name="F9" />
      </button>
    </>
  );
}

function PaperLine() {
  const { printing, run } = useStores();
  const { t } = useWords();
  const paper = useStore(printing, ({ state }) => state?.paper ?? 'a5');
  const { options } = receiptPaper;
  const next = options[(options.indexOf(paper) + 1) % options.length] ?? paper;
  return (
    <div className="sub paper-line">
      {t.printer.papers[paper]} ·{' '}
      <button type="button" className="link" onClick={() => run(printing.getState().setPaper(next))}>
        {t.intake.changePaper}
      </button>
    </div>
  );
}
