import type { Refusal } from '../../shared/contract/refusal.ts';
import { isOrganisation, noApplicant } from '../../shared/domain/people/applicant.ts';
import { fill } from '../../shared/text/language.ts';
import { fieldOf } from '../frame/refusal-field.ts';
import { useStores } from '../frame/stores.ts';
import { useWords } from '../parts/words.ts';

/** What F9 is still waiting for; each line leads to its field and says what the field says. */
export function RefusalLinks({ refusals }: { readonly refusals: readonly Refusal[] }) {
  const { intake, focus } = useStores();
  const words = useWords();
  if (refusals.length === 0) return null;
  const goTo = (refusal: Refusal) => {
    const field = fieldOf(refusal);
    if (field === null) return;
    const isOfOrganisation = isOrganisation(intake.getState().draft?.applicant ?? noApplicant);
    const isExtra = field.startsWith('submitter.') && !isOfOrganisation;
    if (isExtra) intake.getState().openExtras(true);
    else if (/^(applicant|submitter)\./.test(field)) intake.getState().editPerson(true);
    focus.getState().want(field);
  };
  return (
    <div className="note late" role="alert">
      <div>
        <b>{fill(words.t.intake.toMend, { count: refusals.length })}</b>
        <ol className="mend">
          {refusals.map((refusal, n) => (
            <li key={`${refusal.code} ${refusal.field ?? ''}`}>
              <span aria-hidden="true">{n + 1}</span>
              {fieldOf(refusal) === null ? (
                words.refusal(refusal)
              ) : (
                <button type="button" className="link" onClick={() => goTo(refusal)}>
                  {words.refusal(refusal)}
                </button>
              )}
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}
