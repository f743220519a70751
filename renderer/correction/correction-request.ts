import type { DossierDetail } from '../../shared/contract/dossier/views.ts';
import { dateOf, type LocalDateTime } from '../../shared/domain/base/local-date.ts';
import type { CorrectionRequest } from '../../shared/domain/correction/correction.ts';
import type { DossierReceived } from '../../shared/domain/dossier/dossier-events.ts';
import { formatMoment, formatPartialDate } from '../../shared/text/format.ts';
import { paperLines, readPaperLines } from '../dossier/detail/paper-lines.ts';
import { linesOf } from '../dossier/detail/step-request.ts';
import { readBirthDate, readMoment } from '../parts/typed-values.ts';

export type CorrectionField =
  | 'name'
  | 'idNumber'
  | 'birthDate'
  | 'phone'
  | 'address'
  | 'submitter'
  | 'dueAt'
  | 'papers'
  | 'rows'
  | 'note';
export type CorrectionTexts = Readonly<Record<CorrectionField, string>>;

/** The form as it opens: everything as it is recorded now. @param shown the word for a paper that is only shown */
export function textsOf({ received, dueAt }: DossierDetail, shown: string): CorrectionTexts {
  const { applicant, submitter, papers, note } = received;
  return {
    name: applicant.name,
    idNumber: applicant.idNumber,
    birthDate: applicant.birthDate === null ? '' : formatPartialDate(applicant.birthDate),
    phone: applicant.phone,
    address: applicant.address,
    submitter: submitter?.name ?? '',
    dueAt: formatMoment(dueAt),
    papers: paperLines(papers, shown),
    rows: rowLines(received),
    note,
  };
}

const rowLines = ({ certified }: DossierReceived): string =>
  certified.map(({ name, pages, copies }) => `${name} ${pages}*${copies}`).join('\n');

/** What was typed as a request; only what differs from the form as it opened, or the field that cannot be read. */
export function requestOf(
  detail: DossierDetail,
  texts: CorrectionTexts,
  { procedureCode, feeChoice }: Pick<CorrectionRequest, 'procedureCode' | 'feeChoice'>,
  { now, shown }: { readonly now: LocalDateTime; readonly shown: string },
): CorrectionRequest | { readonly unread: CorrectionField } {
  const before = textsOf(detail, shown);
  const touched = (field: CorrectionField): boolean => texts[field].trim() !== before[field].trim();
  const { applicant, submitter } = detail.received;
  const idNumber = texts.idNumber.replaceAll(/[\s.]/g, '').toUpperCase();
  const birthDate = touched('birthDate')
    ? readBirthDate(texts.birthDate, idNumber, dateOf(now))
    : applicant.birthDate;
  if (birthDate === null && texts.birthDate.trim() !== '') return { unread: 'birthDate' };
  const dueAt = touched('dueAt') ? readDue(texts.dueAt, now) : null;
  if (dueAt === null && touched('dueAt')) return { unread: 'dueAt' };
  const papers = touched('papers') ? readPaperLines(texts.papers, shown) : null;
  if (papers === null && touched('papers')) return { unread: 'papers' };
  const person = (['name', 'idNumber', 'birthDate', 'phone', 'address'] as const).some(touched);
  const submitterName = texts.submitter.trim();
  return {
    applicant: person
      ? {
          ...applicant,
          name: texts.name.trim(),
          idNumber,
          idKind: touched('idNumber') ? null : applicant.idKind,
          birthDate,
          phone: texts.phone.replaceAll(/[\s.]/g, ''),
          address: texts.address.trim(),
        }
      : null,
    clash: null,
    submitter: !touched('submitter')
      ? null
      : submitterName === ''
        ? 'none'
        : { idNumber: '', relation: '', ...submitter, name: submitterName },
    procedureCode,
    feeChoice,
    dueAt,
    papers,
    rows: touched('rows') ? linesOf(texts.rows) : null,
    note: touched('note') ? texts.note.trim() : null,
  };
}

/** `16:30 20/05/2025` as it is shown, or day first as it is typed elsewhere: `2505 16:30`. */
function readDue(text: string, now: LocalDateTime): LocalDateTime | null {
  const [first = '', second = ''] = text.trim().split(/\s+/);
  return first.includes(':') ? readMoment(second, first, now) : readMoment(first, second || '17:00', now);
}
