import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { type StepName, stepNames } from '../../../shared/contract/dossier/steps.ts';
import type { DossierDetail } from '../../../shared/contract/dossier/views.ts';
import { dateOf } from '../../../shared/domain/base/local-date.ts';
import { shortCode } from '../../../shared/domain/dossier/dossier-code.ts';
import { formatDate, formatTime } from '../../../shared/text/format.ts';
import { fill } from '../../../shared/text/language.ts';
import { eventText } from '../../../shared/text/sentences.ts';
import { ApproverFields } from '../../correction/approver-fields.tsx';
import { useStores } from '../../frame/stores.ts';
import { useKeys } from '../../keys/key-router.ts';
import { ClockNotes } from '../../machine/clock-note.tsx';
import { DueDoubts } from '../../parts/due-doubts.tsx';
import { FieldError, TextField } from '../../parts/field.tsx';
import { Kbd } from '../../parts/kbd.tsx';
import type { Words } from '../../parts/wording.ts';
import { useNow, useWords } from '../../parts/words.ts';
import { type Choice, choiceKeys } from './choice-keys.ts';
import { type StepField, stepFields, type Unread } from './step-request.ts';

/** F7 on a dossier: what can happen to it next, each by its own key, grey where it cannot now; then what that step asks for, and F9. */
export function StepPanel() {
  const { steps } = useStores();
  const { detail, step } = useStore(steps);
  if (detail === null) return null;
  return step === null ? <Choose detail={detail} /> : <Ask key={step} detail={detail} step={step} />;
}

const papers = ['control', 'progress', 'resultReceipt'] as const;

function Choose({ detail }: { readonly detail: DossierDetail }) {
  const { steps, correction, voiding, run } = useStores();
  const { t, language } = useWords();
  const first = useRef<HTMLButtonElement>(null);
  /** Forms of their own: this panel makes room for them. */
  const leaveTo = (open: () => void) => {
    steps.getState().ask(null);
    open();
  };
  const choices: readonly {
    readonly key: Choice;
    readonly text: string;
    readonly isOpen: boolean;
    readonly act: () => void;
  }[] = [
    ...stepNames.map((name) => ({
      key: name,
      text: eventText(name, language),
      isOpen: detail.steps.includes(name),
      act: () => run(steps.getState().choose(name)),
    })),
    {
      key: 'correct',
      text: t.correction.open,
      isOpen: detail.actions.includes('correct'),
      act: () => leaveTo(() => correction.getState().open(detail, t.correction.shown)),
    },
    {
      key: 'void',
      text: t.correction.void,
      isOpen: detail.actions.includes('void'),
      act: () => leaveTo(() => run(voiding.getState().open(detail))),
    },
    ...papers.map((paper) => ({
      key: paper,
      text: `${t.steps.papers}: ${t.steps[paper]}`,
      isOpen: paper !== 'resultReceipt' || detail.deliveredAt !== null,
      act: () => run(steps.getState().print(paper)),
    })),
  ];
  const inOrder = choices.toSorted((one, other) => (choiceKeys[one.key] < choiceKeys[other.key] ? -1 : 1));
  const firstOpen = inOrder.find(({ isOpen }) => isOpen);
  const close = () => steps.getState().ask(null);
  useEffect(() => first.current?.focus(), []);
  useKeys(
    {
      Escape: close,
      ...Object.fromEntries(
        choices.map(({ key, isOpen, act }) => [choiceKeys[key], isOpen ? act : () => true]),
      ),
    },
    'panel',
  );
  const title = fill(t.steps.title, { code: shortCode(detail.row.code) });
  return (
    <dialog open className="help card pad steps" aria-label={title}>
      <h2>{title}</h2>
      <div className="choices">
        {inOrder.map(({ key, text, isOpen, act }) => (
          <button
            key={key}
            ref={key === firstOpen?.key ? first : null}
            type="button"
            className="choice"
            disabled={!isOpen}
            onClick={act}
          >
            <Kbd name={choiceKeys[key]} /> {text}
          </button>
        ))}
      </div>
      <button type="button" className="button small quiet" onClick={close}>
        {t.help.close} <Kbd name="Esc" />
      </button>
    </dialog>
  );
}

function Ask({ detail, step }: { readonly detail: DossierDetail; readonly step: StepName }) {
  const { steps, focus, run } = useStores();
  const words = useWords();
  const { t, language } = words;
  const now = useNow();
  const { refusal, unread, busy, consent, approving } = useStore(steps);
  const fields = stepFields[step];
  const [firstField = 'step.send'] = fields.map((field) => `step.${field}`);
  const send = () => (now === null ? undefined : run(steps.getState().send(now)));
  useEffect(() => focus.getState().want(firstField), [focus, firstField]);
  useKeys({ Escape: () => run(steps.getState().choose(null)), F9: send, 'Ctrl+Enter': send }, 'panel');
  const title = `${eventText(step, language)} · ${shortCode(detail.row.code)}`;
  const complaint = unread === null ? null : complaintOf(unread, words);
  return (
    <dialog open className="help card pad steps" data-form aria-label={title}>
      <h2>{title}</h2>
      {fields.map((field) => (
        <StepText key={field} field={field} error={field === unread?.unread ? complaint : null} />
      ))}
      {step === 'dossier.supplementRequested' &&
        detail.duties
          .filter(({ code }) => code === 'supplement-late')
          .map(({ code, by }) => (
            <p key={code} className="note today">
              {fill(t.steps.supplementLate, { by: formatDate(by) })}
            </p>
          ))}
      <NewDueDoubts />
      {consent?.needsConsent === true && (
        <ApproverFields
          approvers={consent.approvers}
          approving={approving}
          onChange={(change) => steps.getState().approve(change)}
        />
      )}
      <ClockNotes name="panel.clockReason" />
      <div role="alert">
        <FieldError id="step-error" text={refusal === null ? null : words.refusal(refusal)} />
      </div>
      <div className="actions">
        <button
          type="button"
          className="button primary"
          data-field="step.send"
          aria-disabled={busy}
          onClick={send}
        >
          {eventText(step, language)} <Kbd name="F9" />
        </button>
        <button type="button" className="button quiet" onClick={() => run(steps.getState().choose(null))}>
          {t.help.close} <Kbd name="Esc" />
        </button>
      </div>
    </dialog>
  );
}

function complaintOf({ unread, refusal }: Unread, words: Words): string {
  if (refusal !== null) return words.refusal(refusal);
  return unread === 'answerBy' ? words.t.steps.dayBad : words.t.steps.dateBad;
}

/** About the new date as it is being typed. */
function NewDueDoubts() {
  const { steps } = useStores();
  const doubts = useStore(steps, (state) => state.dueDoubts);
  const type = useTyping('newDueAt');
  return (
    <DueDoubts
      doubts={doubts}
      onTake={(nearest) => type(`${formatDate(dateOf(nearest))} ${formatTime(nearest)}`)}
    />
  );
}

/** What is typed goes to the store; a date is held against the calendar with every key. */
function useTyping(field: StepField) {
  const { steps, run } = useStores();
  const now = useNow();
  return (text: string) => {
    steps.getState().type(field, text);
    if (field === 'newDueAt' && now !== null) run(steps.getState().doubtDue(now));
  };
}

function StepText({ field, error }: { readonly field: StepField; readonly error: string | null }) {
  const { steps } = useStores();
  const { t } = useWords();
  const value = useStore(steps, ({ texts }) => texts[field] ?? '');
  const onType = useTyping(field);
  const label = t.steps.fields[field];
  if (field !== 'items' && field !== 'itemsReceived') {
    return (
      <TextField
        name={`step.${field}`}
        label={label}
        value={value}
        error={error}
        maxLength={1000}
        onType={onType}
      />
    );
  }
  return (
    <label className="field">
      <span className="sub">{label}</span>
      <textarea
        className="input"
        rows={4}
        data-field={`step.${field}`}
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
    </label>
  );
}
