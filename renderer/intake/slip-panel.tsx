import { useEffect } from 'react';
import { useStore } from 'zustand';
import { slipItems } from '../../shared/domain/intake/petition.ts';
import { fill } from '../../shared/text/language.ts';
import { useStores } from '../frame/stores.ts';
import { useKeys } from '../keys/key-router.ts';
import { FieldError, TextField } from '../parts/field.tsx';
import { Kbd } from '../parts/kbd.tsx';
import { useWords } from '../parts/words.ts';
import type { IntakeState } from './intake-state.ts';

/** What cannot be received: which paper, then what it says, then F9. */
export function SlipPanel() {
  const { slip, intake } = useStores();
  const kind = useStore(slip, (state) => state.kind);
  const about = useStore(slip, (state) => state.draft);
  const draft = useStore(intake, (state) => state.draft);
  if (kind === null || draft === null || draft.id !== about) return null;
  if (kind === 'choose') return <Choose />;
  return <Ask key={kind} kind={kind} missing={slipItems(draft, [])} />;
}

function Choose() {
  const { slip, petitions, intake, focus } = useStores();
  const { t } = useWords();
  const waiting = useStore(petitions, (state) => state.waiting);
  const close = () => {
    slip.getState().ask(null);
    focus.getState().want('save');
  };
  const lookUp = () => {
    slip.getState().ask(null);
    petitions.getState().show(awaitedName(intake.getState()));
  };
  const choices = [
    { text: `${t.petitions.supplement} (02)`, act: () => slip.getState().ask('supplement') },
    { text: `${t.petitions.refuse} (03)`, act: () => slip.getState().ask('refuse') },
    { text: fill(t.petitions.count, { count: waiting }), act: lookUp },
  ];
  useEffect(() => focus.getState().want('slip.choose'), [focus]);
  useKeys(
    { Escape: close, ...Object.fromEntries(choices.map(({ act }, n) => [String(n + 1), act])) },
    'panel',
  );
  return (
    <dialog open className="help card pad steps" aria-label={t.petitions.choose}>
      <h2>{t.petitions.choose}</h2>
      <div className="choices">
        {choices.map(({ text, act }, n) => (
          <button
            key={text}
            type="button"
            className="choice"
            data-field={n === 0 ? 'slip.choose' : undefined}
            onClick={act}
          >
            <Kbd name={String(n + 1)} /> {text}
          </button>
        ))}
      </div>
      <button type="button" className="button small quiet" onClick={close}>
        {t.help.close} <Kbd name="Esc" />
      </button>
    </dialog>
  );
}

/** Whoever stands at the counter, when it is known that more is waited for from them; else everybody is listed. */
const awaitedName = ({ preview, draft }: Pick<IntakeState, 'preview' | 'draft'>): string => {
  const isAwaited = preview?.warnings.some(({ code }) => code === 'petition-waiting') ?? false;
  return isAwaited ? (draft?.applicant.name ?? '') : '';
};

function Ask({
  kind,
  missing,
}: {
  readonly kind: 'supplement' | 'refuse';
  readonly missing: readonly string[];
}) {
  const { slip, petitions, focus, printing, intake, run } = useStores();
  const words = useWords();
  const { t } = words;
  const { texts, refusal } = useStore(slip);
  const phase = useStore(intake, (state) => state.phase);
  const isBusy = phase === 'saving' || phase === 'checking';
  const isRefusal = kind === 'refuse';
  const close = () => {
    slip.getState().ask(null);
    focus.getState().want('save');
  };
  const give = async () => {
    await slip.getState().send(printing.getState().state?.condition === 'down');
    await petitions.getState().load();
  };
  const send = () => (isBusy ? undefined : run(give()));
  const complaint = (field: string) => (refusal?.field === field ? words.refusal(refusal) : null);
  const firstField = isRefusal || missing.length > 0 ? 'slip.reason' : 'slip.more';
  useEffect(() => focus.getState().want(firstField), [focus, firstField]);
  useKeys({ Escape: close, F9: send, 'Ctrl+Enter': send, F7: () => slip.getState().ask('choose') }, 'panel');
  return (
    <dialog open className="help card pad steps" data-form aria-label={t.petitions[kind]}>
      <h2>{t.petitions[kind]}</h2>
      {isRefusal ? (
        <p className="sub">{t.petitions.refuseHint}</p>
      ) : (
        <>
          <MissingList missing={missing} />
          <More error={complaint('more')} />
        </>
      )}
      <TextField
        name="slip.reason"
        label={isRefusal ? t.petitions.refuseReason : t.petitions.supplementReason}
        value={texts.reason}
        error={complaint('reason')}
        maxLength={1000}
        onType={(text) => slip.getState().type('reason', text)}
      />
      {phase === 'checking' && <output className="note wait">{t.intake.checking}</output>}
      {phase === 'unsure' && (
        <div className="note late" role="alert">
          {t.intake.unsure}
        </div>
      )}
      <div className="actions">
        <button
          type="button"
          className="button primary"
          data-field="slip.send"
          aria-disabled={isBusy}
          aria-keyshortcuts="F9"
          onClick={send}
        >
          {t.petitions[kind]} <Kbd name="F9" />
        </button>
        <button type="button" className="button quiet" onClick={close}>
          {t.help.close} <Kbd name="Esc" />
        </button>
      </div>
    </dialog>
  );
}

function MissingList({ missing }: { readonly missing: readonly string[] }) {
  const { t } = useWords();
  if (missing.length === 0) return <p className="sub">{t.petitions.missingNone}</p>;
  return (
    <div>
      <p className="sub">{t.petitions.missing}</p>
      <ol className="slip-items">
        {missing.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ol>
    </div>
  );
}

function More({ error }: { readonly error: string | null }) {
  const { slip } = useStores();
  const { t } = useWords();
  const value = useStore(slip, ({ texts }) => texts.more);
  return (
    <label className="field">
      <span className="sub">{t.petitions.more}</span>
      <textarea
        className="input"
        rows={3}
        data-field="slip.more"
        maxLength={4000}
        aria-invalid={error === null ? undefined : true}
        aria-describedby={error === null ? undefined : 'slip-more-error'}
        value={value}
        onChange={(event) => slip.getState().type('more', event.target.value)}
      />
      <FieldError id="slip-more-error" text={error} />
    </label>
  );
}
