import { join } from 'node:path';
import { openDatabase, transact } from '../db/open.ts';
import { openRuleBook } from '../desk/catalogue/rules.ts';
import { openEnrolment } from '../desk/machine/enrolment.ts';
import { databaseFile } from '../desk/open-desk.ts';
import { openStores, type Stores } from '../desk/stores.ts';
import { type Ledger, openLedger } from '../desk/sync/ledger.ts';
import type { Caller } from '../shared/contract/dispatch.ts';
import type { Refusal } from '../shared/contract/refusal.ts';
import { dateOf, type LocalDateTime, localFromEpoch } from '../shared/domain/base/local-date.ts';
import type { Procedure } from '../shared/domain/catalogue/procedure.ts';
import { skipsProcessing } from '../shared/domain/dossier/at-once.ts';
import { isAccepted } from '../shared/domain/dossier/dossier.ts';
import type { DossierFact } from '../shared/domain/dossier/dossier-events.ts';
import { registerVolume } from '../shared/domain/dossier/register.ts';
import { type Draft, emptyDraft } from '../shared/domain/intake/draft.ts';
import { receive } from '../shared/domain/intake/intake.ts';
import { receiptOn } from '../shared/forms/dossier/receipt-paper.ts';
import type { Result } from '../shared/result.ts';
import { anyPerson } from './people.ts';
import { idAt, type Prng, prng, weighted } from './prng.ts';
import type { BenchClock } from './town.ts';
import { openBenchWorld } from './town.ts';

/** What a busy commune receives a day at one counter. */
const perDay = 400;
const dayMs = 86_400_000;
const minuteMs = 60_000;
const batch = 2_000;

/** How often each procedure is asked for, per hundred. */
const asked: readonly (readonly [string, number])[] = [
  ['2.000815', 62],
  ['1.004873', 10],
  ['1.001193', 10],
  ['2.000986', 6],
  ['1.000656', 6],
  ['1.000894', 6],
];

const trang: Caller = { officer: 'trang', name: 'Đỗ Thu Trang', role: 'reception', roles: ['reception'] };
const quy: Caller = {
  officer: 'quy',
  name: 'Nguyễn Văn Quý',
  role: 'leader',
  roles: ['leader', 'supervisor'],
};

/**
 * Fills an enrolled data folder with `count` dossiers up to the day before `clock`, by the desk's own rules, ledger and
 * projections: most are handed over, some wait, some are open and a few are late. All of it counts as sent.
 */
export async function fillFolder(dataDir: string, count: number, clock: BenchClock): Promise<void> {
  const until = clock.nowMs;
  const db = openDatabase(join(dataDir, databaseFile));
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -262144');
  const stores = openStores(db);
  const world = openBenchWorld(dataDir, clock);
  const enrolment = await openEnrolment(world, stores);
  const me = enrolment.current();
  if (me === null) throw new Error('The folder is not enrolled');
  const rules = openRuleBook(stores.editions);
  const ledger = openLedger(() => clock.nowMs, stores, enrolment, rules);
  const draw = prng(2026);
  const people = Array.from({ length: Math.max(500, count >> 2) }, (_, n) => prng(n * 7919 + 17)).map(
    anyPerson,
  );
  const numbers = new Map<string, number>();
  const days = Math.ceil(count / perDay);

  const one = (n: number): void => {
    const dayStart = until - (days - Math.floor(n / perDay)) * dayMs;
    clock.nowMs = dayStart + (n % perDay) * minuteMs;
    const at = localFromEpoch(clock.nowMs);
    const { procedure: find, calendar, formSet, forms } = rules.on(dateOf(at));
    const procedure = find(weighted(draw, asked)) ?? find('2.000815');
    if (procedure === null) throw new Error('The catalogue has lost its commonest procedure');
    const person = people[Math.floor(draw() * people.length)] ?? anyPerson(draw);
    const volume = registerVolume(me.deskDigit, at);
    const last = numbers.get(volume) ?? 0;
    const counter = {
      agency: me.agency,
      deskDigit: me.deskDigit,
      digits: [me.deskDigit],
      now: at,
      lastSerial: n % perDay,
      lastRegisterNumber: last,
      isRegisterClosed: false,
      calendar,
      formSet,
    };
    const fact = must(receive(draftOf(idAt(clock.nowMs, draw), person, procedure), procedure, counter, []));
    numbers.set(volume, last + 1);
    ledger.record(fact, trang);
    stores.numbers.issue(fact.body.code, fact.dossier);
    const slip = receiptOn('a5', {
      received: fact.body,
      issue: 0,
      agency: me.agency,
      deskName: me.deskName,
      officerName: trang.name,
      printedBy: trang.name,
      printedAt: at,
      copy: 0,
      demo: false,
      options: forms,
    });
    stores.prints.queue(fact.dossier, 0, slip, clock.nowMs);
    if (fact.body.dueAt < localFromEpoch(until) && draw() > 0.002)
      resolve(stores, ledger, fact.dossier, clock, draw);
  };
  const printed = db.prepare(
    `UPDATE print_job SET status = 'sent', sent_at = queued_at WHERE status IN ('queued', 'sending', 'failed')`,
  );
  for (let from = 0; from < count; from += batch) {
    transact(db, () => {
      for (let n = from; n < Math.min(count, from + batch); n += 1) one(n);
      printed.run();
    });
  }
  clock.nowMs = until;
  confirmAll(stores, me, until);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** Forwarded, signed, ready and handed over, as far as its procedure wants it; a few wait for their citizen. */
function resolve(stores: Stores, ledger: Ledger, id: string, clock: BenchClock, draw: Prng): void {
  const record = (later: number, by: Caller, fact: (at: LocalDateTime) => DossierFact): void => {
    clock.nowMs += later * minuteMs;
    ledger.record(fact(localFromEpoch(clock.nowMs)), by);
  };
  const state = stores.projections.read(id);
  if (!isAccepted(state)) throw new Error('It was not received');
  if (skipsProcessing('dossier.resultReady', state)) {
    record(10, trang, (at) => ({
      type: 'dossier.forwarded',
      dossier: id,
      body: { at, unit: 'Tư pháp – Hộ tịch', officer: 'hanh', note: '' },
    }));
    record(60, trang, (at) => ({
      type: 'dossier.submittedForApproval',
      dossier: id,
      body: { at, note: '' },
    }));
    record(60, quy, (at) => ({ type: 'dossier.signed', dossier: id, body: { at, note: '' } }));
  }
  record(20, quy, (at) => ({
    type: 'dossier.resultReady',
    dossier: id,
    body: { at, note: '', result: { kind: '', number: '', abstract: '' } },
  }));
  if (draw() < 0.01) return;
  const { applicant } = state.current;
  record(30, trang, (at) => ({
    type: 'dossier.delivered',
    dossier: id,
    body: {
      at,
      receiver: {
        kind: 'applicant',
        name: applicant.name,
        idNumber: applicant.idNumber,
        relation: '',
        authorisation: '',
      },
      feeCollectedVnd: state.current.feeVnd ?? 0,
      receipt: null,
      shift: null,
    },
  }));
}

/** As if the district had taken every event and the feed had brought each back. */
function confirmAll(
  stores: Stores,
  me: { device: string; epoch: number; stream: string },
  atMs: number,
): void {
  const { seq, hash } = stores.log.end(me);
  stores.db.exec(`UPDATE event SET feed_seq = seq, verdict = 'accepted', verdict_code = ''`);
  const serverTime = new Date(atMs - dayMs).toISOString();
  const ack = {
    device: me.device,
    epoch: me.epoch,
    lastSeq: seq,
    lastHash: hash,
    feedHead: seq,
    serverTime,
    verdicts: [],
    sig: '',
  };
  stores.acks.store(ack, atMs);
  stores.feed.moveTo(me.stream, seq, hash, atMs);
}

function draftOf(id: string, person: ReturnType<typeof anyPerson>, procedure: Procedure): Draft {
  const blank = emptyDraft(id);
  return {
    ...blank,
    applicant: { ...blank.applicant, ...person },
    applicantSource: 'typed',
    procedureCode: procedure.code,
    rows: procedure.fee.kind === 'certified-pages' ? [{ text: 'gks 1*3' }] : [],
    papers: procedure.papers.map((paper) => ({ ...paper, present: true, ticked: true })),
    feeChoice: procedure.fee.kind === 'choices' ? (procedure.fee.choices[0]?.key ?? null) : null,
  };
}

function must<T>(answer: Result<T, Refusal>): T {
  if (!answer.ok) throw new Error(`The filling was refused: ${JSON.stringify(answer.error)}`);
  return answer.value;
}
