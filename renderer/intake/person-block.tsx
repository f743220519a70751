import { useStore } from 'zustand';
import type { KnownPerson } from '../../shared/contract/people/views.ts';
import { type Applicant, isOrganisation } from '../../shared/domain/people/applicant.ts';
import { printedName } from '../../shared/domain/people/person-name.ts';
import { formatIdNumber, kindOfNumber } from '../../shared/domain/people/personal-number.ts';
import { formatPhone } from '../../shared/domain/people/phone.ts';
import { formatDate, formatPartialDate } from '../../shared/text/format.ts';
import { fill } from '../../shared/text/language.ts';
import { useStores } from '../frame/stores.ts';
import { Icon } from '../parts/icon.tsx';
import { Kbd } from '../parts/kbd.tsx';
import type { Words } from '../parts/wording.ts';
import { useWords } from '../parts/words.ts';
import { BlockHeading } from './block-heading.tsx';
import { PersonClash } from './person-clash.tsx';
import { PersonFields, PhoneField } from './person-fields.tsx';

/** Block 1: fields until the person is known, then two lines. */
export function PersonBlock() {
  const { intake } = useStores();
  const { t } = useWords();
  const draft = useStore(intake, (state) => state.draft);
  const person = useStore(intake, (state) => state.person);
  const editing = useStore(intake, (state) => state.editingPerson);
  const scanned = useStore(intake, (state) => state.scanned);
  const askingPhone = useStore(intake, (state) => state.askingPhone);
  if (draft === null) return null;
  const { applicant, applicantSource } = draft;
  const isKnown = applicant.name !== '' && applicantSource !== 'none';
  const isFields = editing || !isKnown;
  return (
    <section className="card block" aria-label={t.intake.block1}>
      <BlockHeading number={1} title={t.intake.block1}>
        {applicantSource === 'none' && <span className="sub">{t.intake.empty}</span>}
        {(scanned || applicantSource === 'known') && (
          <span className="chip ok">
            <Icon name={scanned ? 'scan' : 'check'} />
            {scanned ? t.intake.scanned : t.intake.known}
          </span>
        )}
        {person !== null && <span className="chip">{visitsText(person, t)}</span>}
        <span className="gap" />
        {!isFields && (
          <button
            type="button"
            className="button small quiet"
            onClick={() => intake.getState().editPerson(true)}
          >
            {t.intake.edit} <Kbd name="Alt+1" />
          </button>
        )}
      </BlockHeading>
      <PersonClash />
      {isFields ? (
        <PersonFields draft={draft} />
      ) : (
        <div className="arrives">
          <div className="person-name">{printedName(applicant.name)}</div>
          <div className="person-facts">
            <PersonFacts applicant={applicant} />
          </div>
          {askingPhone && (
            <PhoneField
              yieldsDigits
              className="ask-phone"
              label={t.intake.askPhone}
              phone={applicant.phone}
            />
          )}
        </div>
      )}
    </section>
  );
}

export function PersonFacts({ applicant }: { readonly applicant: Applicant }) {
  const { t } = useWords();
  const { sex, birthDate, idNumber, phone, address } = applicant;
  const born = birthDate === null ? [] : [formatPartialDate(birthDate)];
  const shortFacts = [...(sex === 'unknown' ? [] : [t.person[sex]]), ...born].join(' · ');
  return (
    <>
      {shortFacts !== '' && <span>{shortFacts}</span>}
      {idNumber !== '' && (
        <span>
          {cardWord(applicant, t)} <b className="code">{formatIdNumber(idNumber)}</b>
        </span>
      )}
      {phone !== '' && (
        <span>
          {t.person.phone} <b className="code">{formatPhone(phone)}</b>
        </span>
      )}
      {address !== '' && <span>{address}</span>}
    </>
  );
}

function cardWord(applicant: Applicant, t: Words['t']): string {
  const kind = kindOfNumber(applicant);
  if (kind === 'personal') return t.person.card;
  if (kind === 'cmnd') return t.person.oldCard;
  if (kind === 'passport') return t.person.passport;
  return isOrganisation(applicant) ? t.person.tax : t.person.paper;
}

const visitsText = (person: KnownPerson, t: Words['t']): string =>
  person.visits === 0 || person.lastVisit === null
    ? t.intake.firstVisit
    : fill(t.intake.visits, {
        count: person.visits,
        last: formatDate(person.lastVisit),
      });
