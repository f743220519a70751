import { useStore } from 'zustand';
import type { DossierDetail } from '../../shared/contract/dossier/views.ts';
import { dateOf } from '../../shared/domain/base/local-date.ts';
import { shortCode } from '../../shared/domain/dossier/dossier-code.ts';
import { feeChoiceOf } from '../../shared/domain/dossier/fee.ts';
import { formatMoment } from '../../shared/text/format.ts';
import { fill } from '../../shared/text/language.ts';
import { useStores } from '../frame/stores.ts';
import { ProcedurePicker } from '../intake/procedure-picker.tsx';
import { useKeys } from '../keys/key-router.ts';
import { ClockNotes } from '../machine/clock-note.tsx';
import { ClashChoice } from '../parts/clash-choice.tsx';
import { DueDoubts } from '../parts/due-doubts.tsx';
import { FeeChoices } from '../parts/fee-choices.tsx';
import { FieldError, TextField } from '../parts/field.tsx';
import { Kbd } from '../parts/kbd.tsx';
import { useNow, useWords } from '../parts/words.ts';
import { ApproverFields } from './approver-fields.tsx';
import { changeLines } from './change-lines.ts';
import type { CorrectionField } from './correction-request.ts';

/** Everything that was recorded, to be typed over; what differs is shown before F9 records it. */
export function CorrectionPanel() {
  const { correction } = useStores();
  const detail = useStore(correction, (state) => state.detail);
  return detail === null ? null : <Panel key={detail.row.id} detail={detail} />;
}

function Panel({ detail }: { readonly detail: DossierDetail }) {
  const { correction, run } = useStores();
  const words = useWords();
  const { t } = words;
  const now = useNow();
  const { procedure, feeChoice, reason, approving, preview, refusal, busy, clash, decision, texts } =
    useStore(correction);
  const send = () => (now === null ? undefined : run(correction.getState().send(now)));
  const check = () => (now === null ? undefined : run(correction.getState().check(now)));
  useKeys({ Escape: () => correction.getState().close(), F9: send, 'Ctrl+Enter': send }, 'panel');
  const title = fill(t.correction.title, { code: shortCode(detail.row.code) });
  const isCertification = detail.received.certified.length > 0;
  const fee = (procedure ?? detail).fee;
  const recordedFee = procedure === null ? (detail.received.feeChoice?.key ?? null) : null;
  return (
    <dialog open className="help card pad steps correction" data-form aria-label={title}>
      <h2>{title}</h2>
      <div className="correction-fields">
        {(['name', 'idNumber', 'birthDate', 'phone', 'address', 'submitter', 'dueAt'] as const).map(
          (field) => (
            <Line key={field} field={field} />
          ),
        )}
        <div className="field wide-field">
          <span className="sub">{t.correction.fields.procedure}</span>
          <ProcedurePicker
            field="correct.procedure"
            chosen={procedure}
            quickPicks={[]}
            errorId={null}
            on={dateOf(detail.received.receivedAt)}
            onChoose={(chosen) => {
              correction.getState().choose(chosen);
              check();
            }}
          />
          <span className="sub">{procedure === null && detail.received.procedure.name}</span>
        </div>
        {fee?.kind === 'choices' && (
          <div className="field wide-field fee-choices">
            <span className="sub">{t.correction.fields.fee}</span>
            <FeeChoices
              name="correct.feeChoice"
              fee={fee}
              value={
                feeChoiceOf(fee, { choice: feeChoice ?? recordedFee, channel: detail.received.channel })
                  ?.key ?? null
              }
              onChoose={(key) => {
                correction.getState().chooseFee(key);
                check();
              }}
            />
          </div>
        )}
        <Lines field={isCertification ? 'rows' : 'papers'} />
        <Line field="note" />
      </div>
      {clash !== null && (
        <ClashChoice
          name={texts?.name ?? ''}
          other={clash}
          decided={decision?.decided ?? null}
          onDecide={(decided) =>
            now === null ? undefined : run(correction.getState().decideClash(decided, now))
          }
        />
      )}
      {preview?.changes != null && (
        <ul className="changes" aria-label={t.correction.changes}>
          {changeLines(detail, preview.changes, words).map(({ label, before, after }) => (
            <li key={label}>
              <span className="sub">{label}</span> <s>{before}</s> → <b>{after}</b>
            </li>
          ))}
        </ul>
      )}
      <DueDoubts
        doubts={preview?.dueDoubts ?? []}
        onTake={(nearest) => {
          correction.getState().type('dueAt', formatMoment(nearest));
          check();
        }}
      />
      <TextField
        name="correct.reason"
        label={t.correction.reason}
        maxLength={1000}
        value={reason}
        onType={(text) => correction.getState().sayReason(text)}
      />
      {preview?.needsConsent === true && (
        <ApproverFields
          approvers={preview.approvers}
          approving={approving}
          onChange={(change) => correction.getState().approve(change)}
        />
      )}
      <ClockNotes name="panel.clockReason" />
      <div role="alert">
        <FieldError id="correct-error" text={refusal === null ? null : words.refusal(refusal)} />
      </div>
      <div className="actions">
        <button
          type="button"
          className="button primary"
          data-field="correct.send"
          aria-disabled={busy}
          onClick={send}
        >
          {t.correction.send} <Kbd name="F9" />
        </button>
        <button type="button" className="button quiet" onClick={() => correction.getState().close()}>
          {t.help.close} <Kbd name="Esc" />
        </button>
      </div>
    </dialog>
  );
}

/** A field and its text; what the changes come to is asked for when it is left. */
function useText(field: CorrectionField) {
  const { correction, run } = useStores();
  const now = useNow();
  const { t } = useWords();
  const value = useStore(correction, ({ texts }) => texts?.[field] ?? '');
  const unread = useStore(correction, (state) => state.unread === field);
  return {
    label: t.correction.fields[field],
    value,
    error: unread ? t.correction.unread[field === 'papers' ? 'papers' : 'date'] : null,
    onType: (text: string) => correction.getState().type(field, text),
    onBlur: () => (now === null ? undefined : run(correction.getState().check(now))),
  };
}

function Line({ field }: { readonly field: CorrectionField }) {
  const text = useText(field);
  const wide = field === 'name' || field === 'address' || field === 'note';
  return (
    <TextField
      name={`correct.${field}`}
      maxLength={1000}
      {...(wide ? { className: 'wide-field' } : {})}
      {...text}
    />
  );
}

function Lines({ field }: { readonly field: 'papers' | 'rows' }) {
  const { label, value, error, onType, onBlur } = useText(field);
  return (
    <label className="field wide-field">
      <span className="sub">{label}</span>
      <textarea
        className="input"
        rows={4}
        data-field={`correct.${field}`}
        value={value}
        onChange={(event) => onType(event.target.value)}
        onBlur={onBlur}
      />
      <FieldError id={`correct-${field}-error`} text={error} />
    </label>
  );
}
