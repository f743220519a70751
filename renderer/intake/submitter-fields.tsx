import type { Draft } from '../../shared/domain/intake/draft.ts';
import { isOrganisation } from '../../shared/domain/people/applicant.ts';
import { useStores } from '../frame/stores.ts';
import { TextField } from '../parts/field.tsx';
import { useWords } from '../parts/words.ts';
import { useFieldError } from './use-field-error.ts';

const nobody = { name: '', idNumber: '', relation: '' };

/** Whoever brings it for somebody else. Without a name there is no submitter. For an organisation: who represents it. */
export function SubmitterFields({ draft }: { readonly draft: Draft }) {
  const { intake } = useStores();
  const { t } = useWords();
  const isOrg = isOrganisation(draft.applicant);
  const submitter = draft.submitter ?? nobody;
  const change = (part: Partial<typeof nobody>) => {
    const next = { ...submitter, ...part };
    intake.getState().change({ submitter: next.name === '' ? null : next });
  };
  const nameError = useFieldError('submitter.name');
  const idError = useFieldError('submitter.idNumber');
  return (
    <>
      <TextField
        name="submitter.name"
        className="wide-field"
        label={isOrg ? t.person.representative : t.intake.submitterName}
        maxLength={120}
        value={submitter.name}
        error={nameError}
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
            label={isOrg ? t.person.position : t.person.relation}
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
