import { useId, useState } from 'react';
import { refuse } from '../../shared/contract/refusal.ts';
import { dateOf } from '../../shared/domain/base/local-date.ts';
import type { Draft } from '../../shared/domain/intake/draft.ts';
import { type Applicant, idKind, isOrganisation } from '../../shared/domain/people/applicant.ts';
import { personalNumberFacts, readTypedNumber } from '../../shared/domain/people/personal-number.ts';
import { parsePhone } from '../../shared/domain/people/phone.ts';
import { tidyApplicant } from '../../shared/domain/people/tidy-person.ts';
import { formatPartialDate } from '../../shared/text/format.ts';
import { useStores } from '../frame/stores.ts';
import { Choices, TextField } from '../parts/field.tsx';
import { readBirthDate } from '../parts/typed-values.ts';
import { useNow, useWords } from '../parts/words.ts';
import { SubmitterFields } from './submitter-fields.tsx';
import { useFieldError } from './use-field-error.ts';

/** Block 1 as fields. What is typed is tidied when the field is left, never under the typist's hands. */
export function PersonFields({ draft }: { readonly draft: Draft }) {
  const { intake } = useStores();
  const { t } = useWords();
  const { applicant } = draft;
  const isOrg = isOrganisation(applicant);
  const change = (part: Partial<Applicant>) => intake.getState().changeApplicant(part);
  const leave = (field: keyof Applicant) => intake.getState().leave(`applicant.${field}`);
  return (
    <div className="person-fields">
      <IdField applicant={applicant} />
      <KindField applicant={applicant} />
      <TextField
        name="applicant.name"
        className="wide-field"
        label={isOrg ? t.person.organisation : t.person.name}
        maxLength={120}
        value={applicant.name}
        error={useFieldError('applicant.name')}
        onType={(name) => change({ name })}
        onBlur={() => {
          const name = tidyApplicant(applicant).name;
          if (name !== applicant.name) change({ name });
          leave('name');
        }}
      />
      {isOrg ? (
        <SubmitterFields draft={draft} />
      ) : (
        <PersonOnly key={draft.id + draft.applicantSource} applicant={applicant} onChange={change} />
      )}
      <PhoneField label={t.person.phoneLabel} phone={applicant.phone} />
      <TextField
        name="applicant.address"
        className="wide-field"
        label={t.person.address}
        maxLength={300}
        value={applicant.address}
        onType={(address) => change({ address })}
        onBlur={() => leave('address')}
      />
    </div>
  );
}

/** What an organisation has none of. */
function PersonOnly(props: {
  readonly applicant: Applicant;
  readonly onChange: (part: Partial<Applicant>) => void;
}) {
  const { t } = useWords();
  const { applicant, onChange } = props;
  return (
    <>
      <BirthDateField applicant={applicant} />
      <Choices
        name="applicant.sex"
        label={t.person.sex}
        value={applicant.sex}
        options={(['male', 'female', 'unknown'] as const).map((sex) => ({ value: sex, text: t.person[sex] }))}
        onChoose={(sex) => onChange({ sex })}
      />
    </>
  );
}

/** Usually what the number looks like; typed before it (`mst`, `hc`), so that Enter goes past this. */
function KindField({ applicant }: { readonly applicant: Applicant }) {
  const { intake } = useStores();
  const { t } = useWords();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t.person.kind}</label>
      <select
        id={id}
        className="input"
        tabIndex={-1}
        data-field="applicant.idKind"
        value={applicant.idKind ?? 'auto'}
        onChange={(event) =>
          intake.getState().changeApplicant({ idKind: idKind.safeParse(event.target.value).data ?? null })
        }
      >
        {(['auto', ...idKind.options] as const).map((kind) => (
          <option key={kind} value={kind}>
            {t.person.kinds[kind]}
          </option>
        ))}
      </select>
    </div>
  );
}

function IdField({ applicant }: { readonly applicant: Applicant }) {
  const { intake, run } = useStores();
  const { t } = useWords();
  const { changeApplicant, leave, lookUp } = intake.getState();
  const onBlur = () => {
    const typed = readTypedNumber(applicant.idNumber);
    const sex = applicant.sex === 'unknown' ? personalNumberFacts(typed.idNumber)?.sex : undefined;
    const isTidy = typed.idNumber === applicant.idNumber && typed.idKind === undefined;
    if (!isTidy || sex !== undefined) changeApplicant({ ...typed, ...(sex === undefined ? {} : { sex }) });
    leave('applicant.idNumber');
    if (applicant.name === '' && typed.idNumber !== '') run(lookUp(typed.idNumber));
  };
  return (
    <TextField
      name="applicant.idNumber"
      label={t.person.idNumber}
      inputMode="numeric"
      maxLength={20}
      value={applicant.idNumber}
      error={useFieldError('applicant.idNumber')}
      onType={(idNumber) => changeApplicant({ idNumber })}
      onBlur={onBlur}
    />
  );
}

export function PhoneField(props: {
  readonly label: string;
  readonly phone: string;
  readonly className?: string;
  /** Asked for in passing: a first digit that no phone begins with chooses the procedure. */
  readonly yieldsDigits?: boolean;
}) {
  const { intake } = useStores();
  const { changeApplicant, leave } = intake.getState();
  const onType = (phone: string) => {
    const { procedure, quickPicks, choose } = intake.getState();
    const isDigit = props.yieldsDigits === true && props.phone === '' && /^[1-9]$/.test(phone);
    const picked = isDigit && procedure === null ? quickPicks[Number(phone) - 1] : undefined;
    if (picked === undefined) changeApplicant({ phone });
    else choose(picked);
  };
  return (
    <TextField
      name="applicant.phone"
      label={props.label}
      inputMode="tel"
      maxLength={16}
      value={props.phone}
      {...(props.className === undefined ? {} : { className: props.className })}
      error={useFieldError('applicant.phone')}
      onType={onType}
      onBlur={() => {
        const read = parsePhone(props.phone);
        if (read.ok && read.value.number !== props.phone) changeApplicant({ phone: read.value.number });
        leave('applicant.phone');
      }}
    />
  );
}

/** Keeps its own text: half a date has no place in the draft, and must not be lost either. */
function BirthDateField({ applicant }: { readonly applicant: Applicant }) {
  const { intake } = useStores();
  const { t } = useWords();
  const now = useNow();
  const [text, setText] = useState(() =>
    applicant.birthDate === null ? '' : formatPartialDate(applicant.birthDate),
  );
  const [shown, setShown] = useState(applicant.birthDate);
  // Another person was taken on, or taken off, while the field stood on the screen.
  if (shown !== applicant.birthDate) {
    setShown(applicant.birthDate);
    setText(applicant.birthDate === null ? '' : formatPartialDate(applicant.birthDate));
  }
  const onBlur = () => {
    const { changeApplicant, leave } = intake.getState();
    const birthDate =
      text.trim() === '' || now === null ? null : readBirthDate(text, applicant.idNumber, dateOf(now));
    const isUnread = text.trim() !== '' && birthDate === null;
    if (birthDate !== applicant.birthDate) changeApplicant({ birthDate });
    setShown(birthDate);
    if (birthDate !== null) setText(formatPartialDate(birthDate));
    leave('applicant.birthDate', isUnread ? refuse('birth-date-bad', 'applicant.birthDate') : null);
  };
  return (
    <TextField
      name="applicant.birthDate"
      label={t.person.birthDate}
      inputMode="numeric"
      maxLength={12}
      value={text}
      error={useFieldError('applicant.birthDate')}
      onType={setText}
      onBlur={onBlur}
    />
  );
}
