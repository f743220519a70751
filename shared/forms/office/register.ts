import type { LocalDate, LocalDateTime } from '../../domain/base/local-date.ts';
import { at, dateOf } from '../../domain/base/local-date.ts';
import type { DossierReceived } from '../../domain/dossier/dossier-events.ts';
import { registerNumber } from '../../domain/dossier/register.ts';
import type { Closing } from '../../domain/office/register-closing.ts';
import { formatDate } from '../../text/format.ts';
import { pagesOf } from '../base/pages.ts';
import type { List, PaperLine, Row } from '../base/paper.ts';
import { blank, line, officeInWords, type PaperContext, paperHead } from '../base/paper-parts.ts';
import { actionOn, promises, type RecordedFact } from '../dossier/recorded-fact.ts';
import { registerTable } from './register-columns.ts';

/** A dossier of the book: everything recorded about it, and who received it. */
export interface RegisterEntry {
  readonly received: DossierReceived;
  readonly facts: readonly RecordedFact[];
  readonly officerName: string;
  /** Village or hamlet the matter arose in; empty where the desk does not know. */
  readonly area: string;
}

export interface RegisterRequest {
  readonly context: PaperContext;
  /** `1/2025`: a new volume every year, numbered from 1. */
  readonly volume: string;
  readonly entries: readonly RegisterEntry[];
  readonly openedOn: LocalDate;
  /** Null while the book goes on: nobody knows its last line and page then. */
  readonly closing: Pick<Closing, 'at' | 'lastNumber' | 'pages'> | null;
  /** More than 1 when later pages are printed alone; these have no cover. */
  readonly firstPage: number;
}

/** An entry as its row says it. */
export interface RegisterLine extends Omit<RegisterEntry, 'facts'> {
  readonly office: string;
  readonly dueAt: LocalDateTime;
  readonly delivered: { readonly at: LocalDateTime } | null;
  readonly notes: readonly string[];
}

/**
 * `Sổ theo dõi hồ sơ`, form 06 of the older set and 07 of the newer: a volume by its serial numbers, so many rows on
 * every page for as long as it exists. A wrong entry is struck through and stays.
 * @source docs/sources.md#forms
 */
export function register(request: RegisterRequest): List {
  const { context, volume, entries, openedOn, closing, firstPage } = request;
  const { options, agency } = context;
  const { cells, ...table } = registerTable(options.registerColumns);
  const sorted = entries.toSorted((a, b) => a.received.register.number - b.received.register.number);
  const rows = sorted.map(
    (entry): Row => ({
      look: entry.facts.some(({ fact }) => fact.type === 'dossier.cancelled') ? 'struck' : 'plain',
      cells: cells(lineOf(entry, entry.received.competentAgency || officeInWords(agency))),
    }),
  );
  return {
    form: 'list',
    ...paperHead(context, 'register', at(openedOn, 0), `Quyển số: ${volume}`),
    paper: 'a4-landscape',
    shortCode: volume,
    subtitle: `Quyển số: ${volume}`,
    cover: firstPage === 1 ? cover(request) : null,
    lines: [],
    ...table,
    pages: pagesOf(rows, options.registerRows, firstPage).map(({ rows: some }, n) => ({
      label: `Trang ${firstPage + n}${closing === null ? '' : `/${closing.pages}`}`,
      rows: some,
    })),
    after: [],
    signatures: [],
  };
}

function lineOf({ facts, ...entry }: RegisterEntry, office: string): RegisterLine {
  const delivered = facts.map(({ fact }) => fact).find((fact) => fact.type === 'dossier.delivered');
  return {
    ...entry,
    office,
    dueAt: promises(entry.received, facts).dueAt,
    delivered: delivered === undefined ? null : { at: delivered.body.at },
    notes: [
      ...facts.filter(({ fact }) => noted.has(fact.type)).map(({ fact }) => actionOn(fact)),
      entry.received.note,
    ].filter((note) => note !== ''),
  };
}

/** What the last column tells: a supplement, a new date, a request to withdraw, papers sent back, an error. */
const noted: ReadonlySet<string> = new Set([
  'dossier.supplementRequested',
  'dossier.supplementReceived',
  'dossier.rescheduled',
  'dossier.corrected',
  'dossier.withdrawn',
  'dossier.returnedWithoutResult',
  'dossier.cancelled',
]);

/** What is not known of a book that goes on is left to a hand. */
function cover({ volume, openedOn, closing }: RegisterRequest): PaperLine[] {
  return [
    line('Quyển số:', volume),
    line('Từ số thứ tự:', registerNumber(1)),
    line('Đến số thứ tự:', closing === null ? blank : registerNumber(closing.lastNumber)),
    line('Số trang:', closing === null ? blank : String(closing.pages)),
    line('Ngày mở sổ:', formatDate(openedOn)),
    line('Ngày khóa sổ:', closing === null ? blank : formatDate(dateOf(closing.at))),
  ];
}
