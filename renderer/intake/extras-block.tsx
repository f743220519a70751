import { useStore } from 'zustand';
import type { Draft } from '../../shared/domain/intake/draft.ts';
import { isOrganisation } from '../../shared/domain/people/applicant.ts';
import { useStores } from '../frame/stores.ts';
import { Choices, TextField } from '../parts/field.tsx';
import { Kbd } from '../parts/kbd.tsx';
import { useWords } from '../parts/words.ts';
import { WholeField } from './own-fields.tsx';
import { SubmitterFields } from './submitter-fields.tsx';

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
      {!isOrganisation(draft.applicant) && <SubmitterFields draft={draft} />}
    </div>
  );
}
