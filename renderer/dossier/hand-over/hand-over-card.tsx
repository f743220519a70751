import { useStore } from 'zustand';
import type { DossierDetail } from '../../../shared/contract/dossier/views.ts';
import { shortCode } from '../../../shared/domain/dossier/dossier-code.ts';
import { printedName } from '../../../shared/domain/people/person-name.ts';
import { formatDueShort, formatMoment } from '../../../shared/text/format.ts';
import { fill } from '../../../shared/text/language.ts';
import { useStores } from '../../frame/stores.ts';
import { PersonFacts } from '../../intake/person-block.tsx';
import { TextField } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Kbd } from '../../parts/kbd.tsx';
import type { Words } from '../../parts/wording.ts';
import { useWords } from '../../parts/words.ts';
import { handOverStep } from './hand-over-step.ts';
import { ReceiverFields } from './receiver-fields.tsx';

/** The dossier on the table: may it be given, to whom, what is still to be paid, and the one button. */
export function HandOverCard(props: { readonly detail: DossierDetail; readonly onPrimary: () => void }) {
  const { navigation, handOver } = useStores();
  const words = useWords();
  const { t } = words;
  const { detail, onPrimary } = props;
  const { row, received } = detail;
  const busy = useStore(handOver, (state) => state.busy);
  const refusals = useStore(handOver, (state) => state.refusals);
  const step = handOverStep(detail);
  return (
    <div className="card pad hand-over" data-form>
      <div className="heading">
        <span className="code hand-over-code">{shortCode(row.code)}</span>
        <Verdict detail={detail} />
        <span className="gap" />
        <button
          type="button"
          className="button small quiet"
          onClick={() => navigation.getState().go({ screen: 'dossier', id: row.id })}
        >
          {t.handOver.open}
        </button>
      </div>
      <PaperNote />
      <div className="hand-over-name">{printedName(received.applicant.name)}</div>
      <div className="person-facts">
        <PersonFacts applicant={received.applicant} />
      </div>
      <h2>{received.procedure.name}</h2>
      {step === 'give' && (
        <>
          <ReceiverFields detail={detail} />
          <FeeField />
        </>
      )}
      {refusals.map((refusal) => (
        <div key={`${refusal.code} ${refusal.field ?? ''}`} className="note late" role="alert">
          <Icon name="alert" />
          {words.refusal(refusal)}
        </div>
      ))}
      {step !== 'none' && (
        <button
          type="button"
          data-field={step === 'give' ? 'give' : 'receiver'}
          className="button primary hand-over-go"
          aria-disabled={busy}
          onClick={onPrimary}
        >
          <Icon name={step === 'give' ? 'give' : 'check'} />
          {step === 'give' ? t.handOver.give : t.handOver.markReady} <Kbd name="F9" />
        </button>
      )}
    </div>
  );
}

/** Said beside: the citizen is here, and the dossier tells what is owed. */
function PaperNote() {
  const { handOver } = useStores();
  const { t } = useWords();
  const paper = useStore(handOver, (state) => state.paper);
  if (paper.kind === 'valid') return null;
  const at = formatMoment(paper.at);
  return (
    <div className="note late" role="alert">
      <Icon name="alert" />
      {paper.kind === 'void'
        ? fill(t.correction.paperVoid, { at })
        : fill(t.correction.paperReplaced, { at, issue: paper.issue })}
    </div>
  );
}

function Verdict({ detail }: { readonly detail: DossierDetail }) {
  const words = useWords();
  const isGood = detail.row.status === 'resultReady';
  return (
    <output className={isGood ? 'chip ok verdict' : 'chip today verdict'}>
      <Icon name={isGood ? 'check' : 'clock'} />
      {verdictText(detail, words)}
    </output>
  );
}

function verdictText({ row, shown, deliveredAt, deliveredTo }: DossierDetail, { t }: Words): string {
  switch (row.status) {
    case 'resultReady':
      return t.handOver.eligible;
    case 'returnedWithoutResult':
      return t.status.returnedWithoutResult;
    case 'withdrawn':
      return t.status.withdrawn;
    case 'delivered': {
      const at = deliveredAt === null ? '' : formatMoment(deliveredAt);
      return fill(t.handOver.delivered, { at, name: deliveredTo ?? '' });
    }
    case 'cancelled':
      return t.handOver.cancelled;
    default:
      return fill(t.handOver.notReady, { due: formatDueShort(shown.dueAt) });
  }
}

function FeeField() {
  const { handOver } = useStores();
  const { t } = useWords();
  const fee = useStore(handOver, (state) => state.fee);
  const receipt = useStore(handOver, (state) => state.receipt);
  return (
    <div className="hand-over-step">
      <h3>{t.handOver.step2}</h3>
      <TextField
        name="feeCollectedVnd"
        className="narrow"
        label={t.handOver.feeCollected}
        inputMode="numeric"
        maxLength={30}
        value={fee}
        onType={(typed) => handOver.getState().typeFee(typed)}
      />
      <TextField
        name="receipt.serial"
        className="narrow"
        label={`${t.cash.symbol}, ${t.cash.serial}`}
        maxLength={40}
        value={receipt}
        onType={(typed) => handOver.getState().typeReceipt(typed)}
      />
    </div>
  );
}
