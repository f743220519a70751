import type { DossierDetail } from '../../shared/contract/dossier/views.ts';
import type { Changes } from '../../shared/domain/dossier/correction-events.ts';
import type { DossierReceived } from '../../shared/domain/dossier/dossier-events.ts';
import type { Applicant } from '../../shared/domain/people/applicant.ts';
import { formatMoment, formatPartialDate, formatVnd } from '../../shared/text/format.ts';
import { paperLines } from '../dossier/detail/paper-lines.ts';
import type { Words } from '../parts/wording.ts';

export interface ChangeLine {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What a correction changes, each thing before and after, in the order of the form. */
export function changeLines(
  { received, dueAt }: Pick<DossierDetail, 'received' | 'dueAt'>,
  changes: Changes,
  { t }: Pick<Words, 't'>,
): readonly ChangeLine[] {
  const { fields, shown, none } = t.correction;
  const line = (label: string, before: string, after: string | undefined | null): ChangeLine[] =>
    after == null || after === before ? [] : [{ label, before: before || none, after: after || none }];
  const fee = (vnd: number | null, choice: DossierReceived['feeChoice']): string =>
    [vnd === null ? t.intake.feeUnknown : formatVnd(vnd), choice?.label, choice?.condition]
      .filter(Boolean)
      .join('. ');
  const submitter = changes.submitter === 'none' ? '' : changes.submitter?.name;
  return [
    ...personLines(received.applicant, changes.applicant).flatMap(([field, before, after]) =>
      line(fields[field], before, after),
    ),
    ...line(fields.submitter, received.submitter?.name ?? '', submitter),
    ...line(fields.procedure, received.procedure.name, changes.procedure?.name),
    ...line(fields.dueAt, formatMoment(dueAt), changes.due === null ? null : formatMoment(changes.due.at)),
    ...line(
      fields.papers,
      oneLine(paperLines(received.papers, shown)),
      changes.papers === null ? null : oneLine(paperLines(changes.papers, shown)),
    ),
    ...line(fields.rows, rowsText(received.certified), changes.certified && rowsText(changes.certified)),
    ...line(
      fields.fee,
      fee(received.feeVnd, received.feeChoice),
      changes.fee === null ? null : fee(changes.fee.vnd, changes.fee.choice),
    ),
    ...line(fields.note, received.note, changes.note),
  ];
}

type PersonField = 'name' | 'idNumber' | 'birthDate' | 'phone' | 'address';

const personLines = (
  before: Applicant,
  after: Applicant | null,
): readonly (readonly [PersonField, string, string | undefined])[] => [
  ['name', before.name, after?.name],
  ['idNumber', before.idNumber, after?.idNumber],
  ['birthDate', birth(before), after === null ? undefined : birth(after)],
  ['phone', before.phone, after?.phone],
  ['address', before.address, after?.address],
];

const birth = ({ birthDate }: Applicant): string => (birthDate === null ? '' : formatPartialDate(birthDate));
const oneLine = (text: string): string => text.split('\n').join('; ');
const rowsText = (rows: readonly { name: string; pages: number; copies: number }[]): string =>
  rows.map(({ name, pages, copies }) => `${name} ${pages}*${copies}`).join('; ');
