import { useStore } from 'zustand';
import type { Draft } from '../../shared/domain/intake/draft.ts';
import { useStores } from '../frame/stores.ts';
import { Choices, TextField } from '../parts/field.tsx';
import { Kbd } from '../parts/kbd.tsx';
import { useWords } from '../parts/words.ts';
import { WholeField } from './own-fields.tsx';
import { useFieldError } from './use-field-error.ts';

/** Block 4: what is nearly always the same. Folded it says what will happen, open it lets one change it. */
export function ExtrasBlock({ draft }: { readonly draft: Draft }) {
  const { intake } = useStores();
  const { t } = useWords();
  const isOpen = useStore(intake, (state) => state.extrasOpen);
  const toggle = () => intake.getState().openExtras(!isOpen);
  return (
    <section className="extras" aria-label={t.intake.block4}>
      {isOpen && <ExtraFields draft={draft} />}
      <div className="extras-line">
        <span>
          {t.intake.returnAt}: <b>{t.intake[draft.returnAt]}</b>
        </span>
        <span className="extras-note">
          {t.intake.note}:{' '}
          <span className="quiet-text">{draft.note === '' ? t.intake.noNote : draft.note}</span>
        </span>
        {draft.submitter !== null && (
          <span>
            {t.intake.submitterName}: <b>{draft.submitter.name}</b>
          </span>
        )}
        <span className="gap" />
        <button type="button" className="button small quiet" aria-expanded={isOpen} onClick={toggle}>
          {isOpen ? t.intake.close4 : t.intake.open4} <Kbd name="Alt+4" />
        </button>
      </div>
    </section>
  );
}

function ExtraFields({ draft }: { readonly draft: Draft }) {
  const { intake } = useStores();
  const { t } = useWords();
  const { change, leave } = intake.getState();
  return (
    <div className="extra-fields">
      <Choices
        name="returnAt"
        label={t.intake.returnAt}
        value={draft.returnAt}
        options={(['desk', 'post', 'online'] as const).map((value) => ({ value, text: t.intake[value] }))}
        onChoose={(returnAt) => change({ returnAt })}
      />
      <WholeField name="sets" label={t.intake.sets} value={draft.sets} max={99} part={(sets) => ({ sets })} />
      <TextField
        name="note"
        className="wide-field"
        label={t.intake.note}
        maxLength={1000}
        value={draft.note}
        onType={(note) => change({ note })}
        onBlur={() => leave('note')}
      />
      <TextField
        name="competentAgency"
        className="wide-field"
        label={t.intake.competentAgency}
        maxLength={200}
        value={draft.competentAgency}
        onType={(competentAgency) => change({ competentAgency })}
        onBlur={() => leave('competentAgency')}
      />
      <SubmitterFields draft={draft} />
    </div>
  );
}

const nobody = { name: '', idNumber: '', relation: '' };

/** Whoever brings it for somebody else. Without a name there is no submitter. */
function SubmitterFields({ draft }: { readonly draft: Draft }) {
  const { intake } = useStores();
  const { t } = useWords();
  const submitter = draft.submitter ?? nobody;
  const change = (part: Partial<typeof nobody>) => {
    const next = { ...submitter, ...part };
    intake.getState().change({ submitter: next.name === '' ? null : next });
  };
  const idError = useFieldError('submitter.idNumber');
  return (
    <>
      <TextField
        name="submitter.name"
        className="wide-field"
        label={t.intake.submitterName}
        maxLength={120}
        value={submitter.name}
        onType={(name) => change({ name })}
        onBlur={() => intake.getState().leave('submitter.name')}
      />
      {draft.submitter !== null && (
        <>
          <TextField
            name="submitter.idNumber"
            label={t.person.idNumber}
            maxLength={20}
            value={submitter.idNumber}
            error={idError}
            onType={(idNumber) => change({ idNumber })}
            onBlur={() => intake.getState().leave('submitter.idNumber')}
          />
          <TextField
            name="submitter.relation"
            label={t.person.relation}
            maxLength={120}
            value={submitter.relation}
            onType={(relation) => change({ relation })}
            onBlur={() => intake.getState().leave('submitter.relation')}
          />
        </>
      )}
    </>
  );
}
