import type { DossierDetail } from '../../../shared/contract/dossier/views.ts';
import { printedName } from '../../../shared/domain/people/person-name.ts';
import { formatDate, formatDueShort, formatVnd } from '../../../shared/text/format.ts';
import { fill } from '../../../shared/text/language.ts';
import { reviewText } from '../../../shared/text/sentences.ts';
import { paperCounts } from '../../intake/papers-block.tsx';
import { PersonFacts } from '../../intake/person-block.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useNow, useWords } from '../../parts/words.ts';

interface Props {
  readonly detail: DossierDetail;
}

export function DossierHead({ detail: { received } }: Props) {
  const { t } = useWords();
  const { applicant, procedure, submitter } = received;
  const place = fill(t.dossier.returnAt, { place: t.intake[received.returnAt] });
  const facts = [procedure.code, procedure.field, procedure.termText, place];
  return (
    <div className="card pad">
      <div className="person-name">{printedName(applicant.name)}</div>
      <div className="person-facts sub">
        <PersonFacts applicant={applicant} />
        {submitter !== null && <span>{fill(t.dossier.submittedBy, { name: submitter.name })}</span>}
      </div>
      <h2 className="procedure-name">{procedure.name}</h2>
      <div className="sub">{facts.join(' · ')}</div>
      {received.note !== '' && (
        <div className="sub">
          {t.intake.note}: {received.note}
        </div>
      )}
    </div>
  );
}

export function DossierDates({
  detail: { row, received, promisedAt, dueAt, shown, readyAt, deliveredAt },
}: Props) {
  const words = useWords();
  const { t } = words;
  const now = useNow();
  if (now === null) return null;
  const known = received.feeVnd === null ? t.intake.feeUnknown : formatVnd(received.feeVnd);
  const { feeChoice } = received;
  const fee =
    feeChoice === null ? known : [known, feeChoice.label, feeChoice.condition].filter(Boolean).join('. ');
  const dates = [
    { label: t.dossier.received, value: words.moment(received.receivedAt, now), late: false },
    {
      label: t.dossier.due,
      value: formatDueShort(shown.promisedAt),
      late: row.overdueDays > 0 && dueAt === promisedAt,
    },
    ...(dueAt === promisedAt
      ? []
      : [{ label: t.steps.dueNow, value: formatDueShort(shown.dueAt), late: row.overdueDays > 0 }]),
    ...(row.answerBy === null
      ? []
      : [{ label: t.dossier.answerBy, value: formatDate(row.answerBy), late: row.unanswered }]),
    {
      label: t.dossier.ready,
      value: readyAt === null ? t.dossier.notYet : words.moment(readyAt, now),
      late: false,
    },
    {
      label: t.dossier.delivered,
      value: deliveredAt === null ? t.dossier.notYet : words.moment(deliveredAt, now),
      late: false,
    },
    { label: t.dossier.fee, value: fee, late: false },
  ];
  return (
    <dl className="card pad dates">
      {dates.map(({ label, value, late }) => (
        <div key={label}>
          <dt className="sub">{label}</dt>
          <dd className={late ? 'is-late' : ''}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What obliges somebody to do something, above everything that is merely listed. */
export function DossierReviews({ detail: { row, reviews, duties } }: Props) {
  const { t, language } = useWords();
  return (
    <>
      {row.overdueDays > 0 && (
        <div className="note late">
          <Icon name="flag" />
          <div>
            <b>{t.dossier.overdue}</b> {t.dossier.overdueWhat}
          </div>
        </div>
      )}
      {duties
        .filter(({ code }) => code === 'apology')
        .map(({ code, by }) => (
          <div key={code} className="note today">
            <Icon name="alert" />
            <div>{fill(t.dossier.apologyBy, { by: formatDate(by) })}</div>
          </div>
        ))}
      {duties
        .filter(({ code }) => code === 'supplement-unanswered')
        .map(({ code, by }) => (
          <div key={code} className="note today">
            <Icon name="flag" />
            <div>
              <b>{fill(t.dossier.unanswered, { by: formatDate(by) })}</b> {t.dossier.unansweredWhat}
            </div>
          </div>
        ))}
      {[...new Set(reviews)].map((code) => (
        <div key={code} className="note late">
          <Icon name="split" />
          {reviewText(code, language)}
        </div>
      ))}
    </>
  );
}

export function DossierParts({ detail: { received } }: Props) {
  const { t } = useWords();
  const certified = received.certified.map(({ name, pages, copies, feeVnd }) => ({
    name: name || '–',
    what: fill(t.dossier.certified, { pages, copies }),
    fee: formatVnd(feeVnd),
  }));
  const papers = received.papers.map((paper) => ({ name: paper.name, what: paperCounts(paper, t), fee: '' }));
  const parts = [...certified, ...papers];
  return (
    <div className="card pad parts">
      <div className="heading">
        <h2>{t.dossier.parts}</h2>
        <span className="gap" />
        <span className="sub">{fill(t.dossier.count, { count: parts.length })}</span>
      </div>
      {parts.length === 0 && <p className="sub">{t.dossier.noParts}</p>}
      <div className="parts-list">
        <table>
          <tbody>
            {parts.map(({ name, what, fee }, n) => (
              <tr key={`${String(n)} ${name}`}>
                <td className="part-mark">
                  <Icon name="check" />
                </td>
                <td>{name}</td>
                <td className="sub">{what}</td>
                <td className="num">{fee}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
