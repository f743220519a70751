import type { LocalDateTime } from '../../domain/base/local-date.ts';
import { shortCode } from '../../domain/dossier/dossier-code.ts';
import type { DossierFact, DossierReceived } from '../../domain/dossier/dossier-events.ts';
import { promisedAfter } from '../../domain/dossier/promised.ts';
import { printedName } from '../../domain/people/person-name.ts';
import { formatMoment } from '../../text/format.ts';
import { pagesOf } from '../base/pages.ts';
import type { List, Row } from '../base/paper.ts';
import {
  cell,
  isSaid,
  line,
  type PaperContext,
  paperHead,
  personName,
  plainRow,
} from '../base/paper-parts.ts';
import { actionWords, firstPromise, momentOf, type NameOf, type RecordedFact } from './recorded-fact.ts';

export interface ProgressRequest {
  readonly context: PaperContext;
  readonly received: DossierReceived;
  /** In the order of the ledger. */
  readonly facts: readonly RecordedFact[];
  readonly nameOf: NameOf;
  /** When it was asked for: the list tells the way up to now. */
  readonly at: LocalDateTime;
}

const rowsPerPage = 22;

/** `Quá trình xử lý hồ sơ`: every step of a dossier, who took it and to whom it went. @source docs/sources.md#forms */
export function progressList({ context, received, facts, nameOf, at }: ProgressRequest): List {
  const { code, procedure, applicant } = received;
  return {
    form: 'list',
    ...paperHead(context, 'progress', at, ''),
    paper: 'a4',
    shortCode: shortCode(code),
    subtitle: `Mã hồ sơ: ${code}`,
    cover: null,
    lines: [
      line('Chủ hồ sơ:', personName(applicant.name)),
      line('Nội dung yêu cầu giải quyết:', `${procedure.name} (${procedure.code})`),
    ],
    columns: [
      { align: 'center', width: 6 },
      { align: 'center', width: 15 },
      { align: 'left', width: 20 },
      { align: 'left', width: 24 },
      { align: 'left', width: 20 },
      { align: 'center', width: 15 },
    ],
    head: [
      [
        cell('STT'),
        cell('Ngày xử lý'),
        cell('Người xử lý'),
        cell('Thao tác'),
        cell('Người nhận'),
        cell('Thời hạn'),
      ],
    ],
    pages: pagesOf(stepRows(received, facts, nameOf), rowsPerPage),
    after: [],
    signatures: [],
  };
}

function stepRows(received: DossierReceived, facts: readonly RecordedFact[], nameOf: NameOf): Row[] {
  let promised = firstPromise(received);
  return facts.map(({ fact, actor }, n) => {
    promised = promisedAfter(promised, fact);
    return plainRow(
      String(n + 1),
      formatMoment(momentOf(fact)),
      nameOf(actor),
      [actionWords[fact.type], reasonOf(fact)].filter(isSaid).join(': '),
      receiverOf(fact, received, nameOf),
      formatMoment(promised.dueAt),
    );
  });
}

/** What the officer gave as a reason or a remark, where the step has one. */
function reasonOf({ type, body }: DossierFact): string {
  if (type === 'receipt.reprinted') return '';
  if ('reason' in body) return body.reason;
  return 'request' in body ? body.request : '';
}

function receiverOf({ type, body }: DossierFact, { legs }: DossierReceived, nameOf: NameOf): string {
  if (type === 'dossier.forwarded') {
    return [body.officer === null ? '' : nameOf(body.officer), body.unit].filter(isSaid).join(', ');
  }
  if (type === 'dossier.sentToAgency') return legs[body.leg]?.agency ?? '';
  return type === 'dossier.delivered' ? printedName(body.receiver.name) : '';
}
