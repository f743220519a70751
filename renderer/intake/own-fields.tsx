import { useState } from 'react';
import type { ProcedureView } from '../../shared/contract/catalogue/views.ts';
import { refuse } from '../../shared/contract/refusal.ts';
import { dateOf } from '../../shared/domain/base/local-date.ts';
import { readVnd } from '../../shared/domain/base/money.ts';
import { feeChoiceOf, plainFeeOf } from '../../shared/domain/dossier/fee.ts';
import type { Draft } from '../../shared/domain/intake/draft.ts';
import { feeQuestion } from '../../shared/domain/intake/draft-check.ts';
import { formatCount, formatDate, formatTime } from '../../shared/text/format.ts';
import { useStores } from '../frame/stores.ts';
import { FeeChoices } from '../parts/fee-choices.tsx';
import { FieldError, TextField } from '../parts/field.tsx';
import { readMoment } from '../parts/typed-values.ts';
import { useNow, useWords } from '../parts/words.ts';
import { isDatedByHand } from './intake-draft.ts';
import { useFieldError } from './use-field-error.ts';

/** The few things a procedure asks for beside its papers: copies, a date where none can be counted, a fee. */
export function OwnFields({
  draft,
  procedure,
}: {
  readonly draft: Draft;
  readonly procedure: ProcedureView;
}) {
  const fee = plainFeeOf(procedure.fee, feeQuestion(draft));
  const isByCopy = fee?.kind === 'per-copy';
  const isSetLocally = fee?.kind === 'set-locally';
  const isDated = isDatedByHand(procedure);
  const isChosen = procedure.fee.kind === 'choices';
  if (!isByCopy && !isSetLocally && !isDated && !isChosen) return null;
  return (
    <div className="own-fields">
      {isChosen && <FeeChoiceField draft={draft} procedure={procedure} />}
      {isDated && <DueFields draft={draft} />}
      {isByCopy && <CopiesField draft={draft} />}
      {isSetLocally && <FeeField draft={draft} />}
    </div>
  );
}

const usualHour = '16:30';

function DueFields({ draft }: { readonly draft: Draft }) {
  const { intake } = useStores();
  const { t } = useWords();
  const now = useNow();
  const entered = draft.enteredDueAt;
  const [day, setDay] = useState(() => (entered === null ? '' : formatDate(dateOf(entered))));
  const [time, setTime] = useState(() => (entered === null ? usualHour : formatTime(entered)));
  // The date may be taken from an offer beside the form.
  const [shown, setShown] = useState(entered);
  if (entered !== shown) {
    setShown(entered);
    if (entered !== null) {
      setDay(formatDate(dateOf(entered)));
      setTime(formatTime(entered));
    }
  }
  const read = () => {
    const enteredDueAt = now === null || day.trim() === '' ? null : readMoment(day, time, now);
    intake.getState().change({ enteredDueAt });
    if (enteredDueAt !== null) setDay(formatDate(dateOf(enteredDueAt)));
    const isUnread = day.trim() !== '' && enteredDueAt === null;
    intake.getState().leave('enteredDueAt', isUnread ? refuse('due-date-missing', 'enteredDueAt') : null);
  };
  return (
    <>
      <TextField
        name="enteredDueAt"
        label={t.intake.dueDay}
        maxLength={10}
        value={day}
        error={useFieldError('enteredDueAt')}
        onType={setDay}
        onBlur={read}
      />
      <TextField
        name="enteredDueTime"
        className="narrow"
        label={t.intake.dueTime}
        maxLength={5}
        value={time}
        onType={setTime}
        onBlur={read}
      />
      <TextField
        name="dueNote"
        className="wide-field"
        label={t.intake.dueNote}
        maxLength={300}
        value={draft.dueNote}
        error={useFieldError('dueNote')}
        onType={(dueNote) => intake.getState().change({ dueNote })}
        onBlur={() => intake.getState().leave('dueNote')}
      />
    </>
  );
}

function CopiesField({ draft }: { readonly draft: Draft }) {
  const { t } = useWords();
  return (
    <WholeField
      name="copiesWanted"
      label={t.intake.copiesWanted}
      value={draft.copiesWanted}
      max={999}
      part={(copiesWanted) => ({ copiesWanted })}
    />
  );
}

/** A whole number from 1; text that is none goes back to what it was. */
export function WholeField(props: {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly part: (value: number) => Partial<Draft>;
}) {
  const { intake } = useStores();
  const [text, setText] = useState(String(props.value));
  return (
    <TextField
      name={props.name}
      className="narrow"
      label={props.label}
      inputMode="numeric"
      maxLength={3}
      value={text}
      onType={(typed) => {
        setText(typed);
        const value = Number(typed);
        if (Number.isInteger(value) && value >= 1 && value <= props.max)
          intake.getState().change(props.part(value));
      }}
      onBlur={() => {
        setText(String(props.value));
        intake.getState().leave(props.name);
      }}
    />
  );
}

/** Which of the procedure's fees it is; the usual one is chosen already where there is one. */
function FeeChoiceField({ draft, procedure }: { readonly draft: Draft; readonly procedure: ProcedureView }) {
  const { intake } = useStores();
  const { t } = useWords();
  const error = useFieldError('feeChoice');
  return (
    <div className="fee-choices">
      <span className="sub">{t.intake.feeChoice}</span>
      <FeeChoices
        name="feeChoice"
        fee={procedure.fee}
        value={feeChoiceOf(procedure.fee, feeQuestion(draft))?.key ?? null}
        onChoose={(feeChoice) => {
          intake.getState().change({ feeChoice });
          intake.getState().leave('feeChoice');
        }}
      />
      <FieldError id="feeChoice-error" text={error} />
    </div>
  );
}

function FeeField({ draft }: { readonly draft: Draft }) {
  const { intake } = useStores();
  const { t } = useWords();
  const [text, setText] = useState(draft.enteredFeeVnd === null ? '' : formatCount(draft.enteredFeeVnd));
  return (
    <TextField
      name="enteredFeeVnd"
      label={t.intake.feeTaken}
      inputMode="numeric"
      maxLength={30}
      value={text}
      error={useFieldError('enteredFeeVnd')}
      onType={setText}
      onBlur={() => {
        const read = text.trim() === '' ? null : readVnd(text, 'enteredFeeVnd');
        intake.getState().change({ enteredFeeVnd: read?.ok ? read.value : null });
        if (read?.ok) setText(formatCount(read.value));
        intake.getState().leave('enteredFeeVnd', read === null || read.ok ? null : read.error);
      }}
    />
  );
}
