import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Desk } from '../desk/desk.ts';
import { databaseFile } from '../desk/open-desk.ts';
import type { Input, MethodName, Output } from '../shared/contract/desk-api.ts';
import type { Dossier } from '../shared/domain/dossier/dossier.ts';
import type { Draft } from '../shared/domain/intake/draft.ts';
import { anyPerson } from './people.ts';
import { idAt, type Prng, pick, prng } from './prng.ts';
import { type Spread, spreadOf } from './spread.ts';
import { type BenchClock, clockAt, openBenchDesk } from './town.ts';

/** A desk with an officer, driving the contract as a screen would. */
export interface BenchOfficer {
  readonly call: <M extends MethodName>(name: M, input: Input<M>) => Promise<Output<M>>;
}

export async function signIn(desk: Desk): Promise<BenchOfficer> {
  const connection = desk.connect();
  const call: BenchOfficer['call'] = async (name, input) => {
    const answer = await connection.dispatch(name, input);
    if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.error)}`);
    return answer.value as never;
  };
  await call('session.signIn', { officer: 'trang', pin: '135790' });
  return { call };
}

interface Known {
  readonly id: string;
  readonly code: string;
  readonly tail: string;
  readonly dueAt: Dossier['dueAt'];
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
}

/** Milliseconds of every call a screen makes on a filled folder, and of opening it. Leaves a few dossiers behind. */
export async function measureCalls(dataDir: string): Promise<Readonly<Record<string, Spread>>> {
  const clock: BenchClock = clockAt('2026-11-20T09:00');
  const draw = prng(77);
  const opened = performance.now();
  const desk = await openBenchDesk(dataDir, clock);
  const figures: Record<string, Spread> = { open: spreadOf([performance.now() - opened]) };
  const officer = await signIn(desk);
  const somebody = pickerOf(dataDir, draw);
  const cell = async (name: string, runs: number, act: (n: number) => Promise<unknown>): Promise<void> => {
    const took: number[] = [];
    const until = performance.now() + 20_000;
    for (let n = 0; n < runs + 2 && performance.now() < until; n += 1) {
      const from = performance.now();
      await act(n);
      if (n >= 2) took.push(performance.now() - from);
    }
    figures[name] = spreadOf(took);
  };

  const drafts = await draftMaker(officer, draw);
  await cell('receive', 40, async () => {
    const draft = drafts(idAt(clock.nowMs, draw));
    const from = performance.now();
    await officer.call('intake.receive', { draft, paper: 'a5' });
    clock.nowMs += 60_000;
    return performance.now() - from;
  });
  await cell('preview', 20, (n) => officer.call('intake.preview', drafts(idAt(clock.nowMs + n, draw))));
  await cell('intake.open', 10, () => officer.call('intake.open', {}));
  await cell('intake.recent', 10, () => officer.call('intake.recent', {}));
  for (const filter of ['todo', 'overdue', 'today', 'ready', 'all'] as const) {
    await cell(`list.${filter}`, 10, () => officer.call('dossier.list', { filter, query: '', after: null }));
  }
  await cell('list.all.deep', 10, () => {
    const { dueAt, id } = somebody();
    return officer.call('dossier.list', { filter: 'all', query: '', after: { dueAt, id } });
  });
  const searches: readonly (readonly [string, () => string])[] = [
    ['name', () => somebody().name],
    ['marks-free name', () => 'nguyen thi'],
    ['family', () => 'nguyen'],
    ['tail', () => somebody().tail],
    ['code', () => somebody().code],
    ['number', () => somebody().idNumber],
    ['phone', () => somebody().phone || '0912345678'],
    ['nobody', () => 'xyzw'],
  ];
  for (const [name, query] of searches) {
    await cell(`list ${name}`, 10, () =>
      officer.call('dossier.list', { filter: 'all', query: query(), after: null }),
    );
    await cell(`list todo ${name}`, 10, () =>
      officer.call('dossier.list', { filter: 'todo', query: query(), after: null }),
    );
    await cell(`find person ${name}`, 10, () => officer.call('person.find', { query: query() }));
    await cell(`find dossier ${name}`, 10, () => officer.call('dossier.find', { query: query() }));
  }
  await cell('byReceipt tail', 10, () => officer.call('dossier.byReceipt', { text: somebody().tail }));
  await cell('byReceipt code', 10, () => officer.call('dossier.byReceipt', { text: somebody().code }));
  await cell('dossier.get', 20, () => officer.call('dossier.get', { id: somebody().id }));
  await cell('sync.view', 10, () => officer.call('sync.view', {}));
  await cell('print.state', 10, () => officer.call('print.state', {}));
  await cell('petition.list', 10, () => officer.call('petition.list', { query: '' }));
  await cell('cash.view', 5, () => officer.call('cash.view', {}));
  await cell('books.view', 5, () => officer.call('books.view', { day: '2026-11-19' as never }));
  await cell('edition.view', 5, () => officer.call('edition.view', {}));
  await desk.close();
  return figures;
}

/** Draws dossiers that are in the folder. */
function pickerOf(dataDir: string, draw: Prng): () => Known {
  const db = new Sqlite(join(dataDir, databaseFile), { readonly: true });
  const ends = db.prepare<[], { least: number; most: number }>(
    'SELECT min(number) AS least, max(number) AS most FROM dossier',
  );
  const range = ends.get();
  const one = db.prepare<[number], { state: string }>(
    'SELECT state FROM dossier WHERE number >= ? ORDER BY number LIMIT 1',
  );
  return () => {
    if (range === undefined) throw new Error('The folder is empty');
    const row = one.get(Math.floor(range.least + draw() * (range.most - range.least)));
    if (row === undefined) throw new Error('The folder is empty');
    const { id, dueAt, received } = JSON.parse(row.state) as Dossier;
    const { code, applicant } = received;
    const tail = code.slice(code.lastIndexOf('-') + 1);
    return {
      id,
      code,
      tail,
      dueAt,
      name: applicant.name,
      idNumber: applicant.idNumber,
      phone: applicant.phone,
    };
  };
}

/** Filled forms of the commonest procedures, as the screen would send them. */
export async function draftMaker(officer: BenchOfficer, draw: Prng): Promise<(id: string) => Draft> {
  const { draft: blank } = await officer.call('intake.open', {});
  const codes = ['2.000815', '2.000815', '1.001193', '1.004873'];
  const known = new Map<string, Output<'procedure.find'>[number]>();
  for (const code of new Set(codes)) {
    const [procedure] = await officer.call('procedure.find', { query: code });
    if (procedure !== undefined) known.set(code, procedure);
  }
  return (id) => {
    const procedure = known.get(pick(draw, codes));
    if (procedure === undefined) throw new Error('The catalogue has lost a procedure');
    return {
      ...blank,
      id,
      applicant: { ...blank.applicant, ...anyPerson(draw) },
      applicantSource: 'typed',
      procedureCode: procedure.code,
      rows: procedure.intake === 'certification' ? [{ text: 'gks 1*3' }] : [],
      papers: procedure.papers.map((paper) => ({ ...paper, ticked: true })),
      feeChoice: procedure.fee.kind === 'choices' ? (procedure.fee.choices[0]?.key ?? null) : null,
    };
  };
}
