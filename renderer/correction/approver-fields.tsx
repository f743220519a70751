import type { ConsentView } from '../../shared/contract/dossier/second-person.ts';
import { Choices, TextField } from '../parts/field.tsx';
import { useWords } from '../parts/words.ts';
import type { Approving } from './approving.ts';

/** The second person: which of those who may, and the PIN that only that person knows. */
export function ApproverFields(props: {
  readonly approvers: readonly ConsentView['approvers'][number][];
  readonly approving: Approving;
  readonly onChange: (change: Partial<Approving>) => void;
}) {
  const { approvers, approving, onChange } = props;
  const { t } = useWords();
  if (approvers.length === 0) return <p className="note today">{t.correction.noApprover}</p>;
  return (
    <fieldset className="approver">
      <legend className="sub">{t.correction.approver}</legend>
      <Choices
        name="approver.officer"
        label={t.correction.approver}
        value={approving.officer ?? ''}
        options={approvers.map(({ id, name }) => ({ value: id, text: name }))}
        onChoose={(officer) => onChange({ officer })}
      />
      <TextField
        name="approver.pin"
        type="password"
        className="narrow"
        label={t.correction.pin}
        maxLength={40}
        value={approving.pin}
        onType={(pin) => onChange({ pin })}
      />
    </fieldset>
  );
}
