import type { ProcedureView } from '../../../shared/contract/catalogue/views.ts';
import type { Answer, DeskClient, Input, MethodName } from '../../../shared/contract/desk-api.ts';
import type { DossierRow } from '../../../shared/contract/dossier/views.ts';
import type { KnownPerson } from '../../../shared/contract/people/views.ts';
import { listenersOf } from '../../../shared/contract/port.ts';
import { refuse } from '../../../shared/contract/refusal.ts';
import { day } from '../../../shared/domain/base/local-date.ts';
import { dueDate } from '../../../shared/domain/calendar/due-date.ts';
import { typedDueDoubts } from '../../../shared/domain/calendar/due-doubt.ts';
import { workCalendar } from '../../../shared/domain/calendar/work-calendar.ts';
import type { Procedure } from '../../../shared/domain/catalogue/procedure.ts';
import { searchProcedures } from '../../../shared/domain/catalogue/procedure-search.ts';
import { type Draft, emptyDraft } from '../../../shared/domain/intake/draft.ts';
import { checkDraft, draftFigures } from '../../../shared/domain/intake/draft-check.ts';
import { readCard } from '../../../shared/domain/people/cccd-qr.ts';
import { clashOf, clashRefusals, decisionFor } from '../../../shared/domain/people/id-clash.ts';
import { nameRank } from '../../../shared/domain/people/name-search.ts';
import { isIdClash } from '../../../shared/domain/people/person-match.ts';
import { err, ok } from '../../../shared/result.ts';
import { fold } from '../../../shared/text/fold.ts';
import * as sample from './sample.ts';
import * as machine from './sample-machine.ts';
import { procedures } from './sample-procedures.ts';

type Answers = { readonly [M in MethodName]: (input: Input<M>) => Answer<M> | Promise<Answer<M>> };

export interface FakeClient extends DeskClient {
  /** What was asked, in order. */
  readonly calls: { readonly name: MethodName; readonly input: unknown }[];
  readonly callsOf: <M extends MethodName>(name: M) => Input<M>[];
  /** Answers one method otherwise from now on. */
  readonly answer: <M extends MethodName>(name: M, answer: Answers[M]) => void;
  readonly emit: (name: string, value: unknown) => void;
}

/** A desk that answers from a table, with the real rules of rows, fees and due days. */
export function fakeClient(): FakeClient {
  const calls: { readonly name: MethodName; readonly input: unknown }[] = [];
  const listeners = listenersOf();
  const answers: { -readonly [M in MethodName]: Answers[M] } = usualAnswers();
  return {
    calls,
    callsOf: <M extends MethodName>(name: M) =>
      calls.filter((call) => call.name === name).map((call) => call.input as Input<M>),
    answer: (name, answer) => {
      answers[name] = answer;
    },
    emit: listeners.emit,
    listen: listeners.add,
    call: async (name, input) => {
      calls.push({ name, input: structuredClone(input) });
      return answers[name](input);
    },
  };
}

const calendar = workCalendar({
  edition: 'test',
  sessions: [
    { from: 450, to: 690 },
    { from: 810, to: 990 },
  ],
  saturdaySession: null,
  exceptions: [],
});

function usualAnswers(): Answers {
  let drafts = 0;
  let serial = 43;
  let printer = machine.printer;
  const people: readonly KnownPerson[] = [sample.nguyet, sample.stranger];
  const received: (DossierRow & { undoableForS: number })[] = sample.rows
    .filter(({ code }) => /104[0-2]$/.test(code))
    .toSorted((a, b) => b.code.localeCompare(a.code))
    .map((one, n) => ({ ...one, undoableForS: n === 0 ? 48 : 0 }));
  const rowOf = (id: string) => [...received, ...sample.rows].find((one) => one.id === id);
  const missing = err([refuse('dossier-unknown')] as const);
  return {
    'desk.view': () => ok(sample.deskView),
    'desk.enrol': () => ok(sample.deskView),
    'session.signIn': () => ok(sample.deskView),
    'session.signOut': () => ok({ ...sample.deskView, officer: null }),
    'clock.confirm': () => ok({}),
    'calendar.doubtDue': ({ dueAt }) => ok(typedDueDoubts(dueAt, sample.now, calendar)),
    'intake.open': () => {
      drafts += 1;
      const draft = emptyDraft(`019a0000-0000-7000-9000-${String(drafts).padStart(12, '0')}`);
      return ok({ draft, recovered: null, quickPicks: procedures.slice(0, 7).map(viewOf) });
    },
    'intake.saveDraft': () => ok({}),
    'intake.dropDraft': () => ok({}),
    'intake.preview': (draft) =>
      ok(previewOf(draft, `H26.109.25-250520-1${String(serial).padStart(3, '0')}`)),
    'intake.receive': ({ draft }) => {
      const [first, ...more] = previewOf(draft, '').refusals;
      if (first !== undefined) return err([first, ...more]);
      const code = `250520-1${String(serial).padStart(3, '0')}`;
      serial += 1;
      const shortName = procedureOf(draft)?.shortName ?? '';
      const saved = sample.row(code, draft.applicant.name, shortName, sample.now, sample.now, {
        sent: false,
      });
      received.unshift({ ...saved, id: draft.id, undoableForS: 60 });
      return ok({ id: draft.id, code: saved.code, printed: true, warnings: [] });
    },
    'intake.requestSupplement': ({ draft }) => ok({ id: draft.id }),
    'intake.refuse': ({ draft, reason }) =>
      reason.trim() === '' ? err([refuse('reason-missing', 'reason')]) : ok({ id: draft.id }),
    'petition.list': () => ok({ rows: [], waiting: 0 }),
    'petition.resume': () => err([refuse('petition-unknown')]),
    'petition.print': () => ok({}),
    'petition.lapse': () => ok({}),
    'intake.undo': ({ id }) => {
      const index = received.findIndex((one) => one.id === id);
      const found = received[index];
      if (found === undefined) return missing;
      received[index] = { ...found, status: 'cancelled', undoableForS: 0 };
      const { undoableForS: _s, ...undone } = { ...found, status: 'cancelled' as const };
      return ok(undone);
    },
    'intake.recent': () => ok({ today: 39 + received.length, rows: received.slice(0, 3) }),
    'procedure.find': ({ query }) => ok(searchProcedures(query, procedures).map(viewOf)),
    'person.scan': ({ text }) => {
      const known = people.find(({ applicant }) => text.startsWith(applicant.idNumber));
      if (known === undefined) return err([refuse('scan-unreadable')]);
      const card = readCard(text);
      const isOther = card.ok && isIdClash(card.value.applicant, known.applicant);
      const person = isOther ? { applicant: card.value.applicant, visits: 0, lastVisit: null } : known;
      return ok({ person, warnings: [], idIssuedOn: null });
    },
    'person.find': ({ query }) =>
      ok(
        people.filter(
          ({ applicant }) =>
            nameRank(query, applicant.name) !== null ||
            fold(`${applicant.idNumber} ${applicant.phone}`).includes(fold(query)),
        ),
      ),
    'dossier.list': ({ query }) => {
      const found = sample.rows.filter((one) =>
        fold(`${one.applicantName} ${one.code}`).includes(fold(query)),
      );
      return ok({ rows: [...found], more: false, elsewhere: 0, counts: sample.counts });
    },
    'dossier.find': ({ query }) =>
      ok(sample.rows.filter(({ applicantName }) => nameRank(query, applicantName) !== null).slice(0, 6)),
    'dossier.get': ({ id }) => {
      const found = rowOf(id);
      return found === undefined ? missing : ok(sample.detailOf(found));
    },
    'dossier.step': ({ id }) => {
      const found = rowOf(id);
      return found === undefined ? missing : ok(sample.detailOf(found));
    },
    'dossier.correctPreview': () => ok({ changes: null, dueDoubts: [], needsConsent: false, approvers: [] }),
    'dossier.correct': ({ id }) => {
      const found = rowOf(id);
      return found === undefined ? missing : ok(sample.detailOf(found));
    },
    'dossier.voidPreview': () =>
      ok({ needsConsent: true, approvers: [{ id: 'quy', name: 'Nguyễn Văn Quý' }] }),
    'dossier.void': ({ id }) => {
      const found = rowOf(id);
      return found === undefined ? missing : ok(sample.detailOf({ ...found, status: 'cancelled' }));
    },
    'dossier.supplementPreview': () =>
      ok({
        needsConsent: true,
        approvers: [{ id: 'quy', name: 'Nguyễn Văn Quý' }],
        answerBy: day('2025-07-01'),
      }),
    'dossier.print': () => ok({}),
    'dossier.byReceipt': ({ text }) => {
      const found = sample.rows.find(({ code }) => text.includes(code) || code.endsWith(text));
      return found === undefined
        ? err([refuse('receipt-unknown')])
        : ok({ ...found, paper: { kind: 'valid' } });
    },
    'dossier.markReady': ({ id }) => {
      const found = rowOf(id);
      return found === undefined ? missing : ok(sample.detailOf({ ...found, status: 'resultReady' }));
    },
    'dossier.handOver': ({ id }) => {
      const found = rowOf(id);
      return found === undefined ? missing : ok(sample.detailOf({ ...found, status: 'delivered' }));
    },
    'receipt.reprint': () => ok({ copy: 2 }),
    'books.view': ({ day }) =>
      ok({
        day,
        volumes: [
          {
            volume: '1/2025',
            entries: 1015,
            firstDay: '2025-01-02' as never,
            lastDay: '2025-05-20' as never,
            pages: 102,
            lastNumber: 1015,
            closing: null,
            may: 'nothing',
            due: false,
          },
        ],
        results: [{ unit: 'Tư pháp – Hộ tịch', count: 4 }],
        batches: [
          { first: sample.rows[0]?.id ?? '', submitter: 'Khuất Văn Bình', count: 2, codes: ['1016', '1017'] },
        ],
      }),
    'books.print': ({ book }) => ok({ papers: book === 'batch' ? 3 : 1 }),
    'books.close': () => ok({ papers: 1 }),
    'books.reopen': () => ok({}),
    'edition.view': () => ok({ calendar: '2018-2026', changes: [], affected: [] }),
    'edition.redate': () => ok({ redated: 1 }),
    'cash.view': () => ok(machine.cash),
    'cash.open': () => ok(machine.cash),
    'cash.assignReceipt': () => ok(machine.cash),
    'cash.voidReceipt': () => ok(machine.cash),
    'cash.close': () => ok(machine.cash),
    'print.state': () => ok(printer),
    'print.retry': () => ok(printer),
    'print.setPaper': ({ paper }) => {
      printer = { ...printer, paper };
      return ok(printer);
    },
    'sync.view': () => ok(machine.online),
    'sync.now': () => ok(machine.online),
  };
}

export const viewOf = (one: Procedure): ProcedureView => ({
  code: one.code,
  name: one.name,
  shortName: one.shortName,
  field: one.field,
  term: one.term,
  fee: one.fee,
  intake: one.fee.kind === 'certified-pages' ? 'certification' : 'papers',
  papers: one.papers,
  interlinked: one.interlinkedWith.length > 0,
});

const procedureOf = ({ procedureCode }: Draft): Procedure | null =>
  procedures.find(({ code }) => code === procedureCode) ?? null;

const enteredDoubts = ({ enteredDueAt }: Draft) =>
  (enteredDueAt === null ? [] : typedDueDoubts(enteredDueAt, sample.now, calendar)).map(
    ({ code, ...values }) => ({ code, values, dossier: null }),
  );

export function previewOf(draft: Draft, code: string) {
  const chosen = procedureOf(draft);
  const figures = draftFigures(draft, chosen);
  const due = chosen === null ? null : dueDate(sample.now, chosen.term, calendar);
  const known = [sample.nguyet.applicant, sample.stranger.applicant];
  const holder = clashOf(draft.applicant, known);
  const isByHand = chosen?.term.unit === 'by_stage' || chosen?.term.unit === 'by_schedule';
  return {
    code,
    dueAt: due?.at ?? draft.enteredDueAt,
    shownDueAt: due?.at ?? draft.enteredDueAt,
    dueReason: due?.reason ?? (draft.enteredDueAt === null ? null : ('entered' as const)),
    receiptNeeded: true,
    dueMustBeEntered: isByHand,
    ...figures,
    rows: [...figures.rows],
    warnings: [
      ...enteredDoubts(draft),
      ...(draft.applicant.name === sample.nguyet.applicant.name && chosen?.code === '2.000815'
        ? [
            {
              code: 'same-day-duplicate' as const,
              values: { name: 'Khuất Thị Minh Nguyệt', time: '08:12', code: 'H26.109.25-250520-1007' },
              dossier: '019a0000-0000-7000-8000-002505201007',
            },
          ]
        : []),
    ],
    clash:
      holder === null
        ? null
        : {
            name: holder.name,
            birthDate: holder.birthDate,
            decided: decisionFor(draft.clash, draft.applicant, holder)?.decided ?? null,
          },
    refusals: [...checkDraft(draft, chosen), ...clashRefusals(draft.clash, draft.applicant, known)],
  };
}
