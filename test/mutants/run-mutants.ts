import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prng } from '../simulation/prng.ts';
import { changesOf, siblingsIn } from './changes.ts';
import { compiles } from './compiles.ts';
import { type Mutant, placeOf, planted } from './mutant.ts';
import { onlyByFingerprint, planTests, type TestPlan } from './test-plan.ts';
import { runTests, type TestRun } from './test-run.ts';
import { copyTree, type TreeCopy } from './tree.ts';

export interface MutantsAsked {
  readonly seed: number;
  /** How many that compile are tried. */
  readonly sample: number;
  /** Folders whose files are changed. */
  readonly under: readonly string[];
  /** How many mutants are tried at once, each in its own copy of the tree. */
  readonly jobs: number;
  /** Of the test files that reach a file, so many of the nearest are run. */
  readonly most: number;
}

export interface MutantsLine {
  /** Changes drawn, until enough of them compiled. */
  readonly sampled: number;
  readonly compiled: number;
  readonly noticed: number;
  /** Of those noticed, the ones that only the hash of all schemas noticed. */
  readonly byFingerprint: number;
  readonly survivors: readonly { readonly place: string; readonly was: string; readonly now: string }[];
  readonly seconds: number;
}

const root = join(import.meta.dirname, '../..');

/**
 * Plants one change after another in a copy of the tree and asks the tests that reach it.
 * @throws Error where the tests of the untouched tree fail: then nothing could be told
 */
export async function runMutants(asked: MutantsAsked, tell: (line: string) => void): Promise<MutantsLine> {
  const began = performance.now();
  const copies = Array.from({ length: asked.jobs }, () => copyTree(root));
  const [first] = copies;
  if (first === undefined) throw new Error('No job, no mutant');
  try {
    const { sampled, mutants } = await draw(asked, first);
    tell(`${mutants.length} of ${sampled} changes compile`);
    const plan = planTests(first.root);
    const whole = await untouched(copies, mutants, plan, asked.most);
    tell(`${whole.length} test files reach them`);
    const verdicts = await tryAll(mutants, copies, { plan, asked, whole, tell });
    const noticed = verdicts.filter(({ by }) => by !== null);
    return {
      sampled,
      compiled: mutants.length,
      noticed: noticed.length,
      byFingerprint: noticed.filter(({ by }) => onlyByFingerprint(by ?? '')).length,
      survivors: verdicts
        .filter(({ by }) => by === null)
        .map(({ mutant }) => ({ place: placeOf(mutant), was: mutant.was, now: mutant.now }))
        .toSorted((a, b) => a.place.localeCompare(b.place, 'en', { numeric: true })),
      seconds: Math.round((performance.now() - began) / 1000),
    };
  } finally {
    for (const copy of copies) copy.remove();
  }
}

/** Draws changes by chance, no two of one line, until enough compile or none is left. */
async function draw({ seed, sample, under }: MutantsAsked, copy: TreeCopy) {
  if (!(await compiles(copy))) throw new Error('The tree does not compile as it stands');
  const sources = sourcesUnder(under);
  const siblings = siblingsIn(sourcesUnder(['shared', 'db', 'desk']));
  const chance = prng(seed);
  const all = [...sources].flatMap(([file, source]) => changesOf(file, source, siblings));
  const drawn = all.map((mutant) => ({ mutant, lot: chance.next() })).toSorted((a, b) => a.lot - b.lot);
  const mutants: Mutant[] = [];
  const lines = new Set<string>();
  let sampled = 0;
  for (const { mutant } of drawn) {
    if (mutants.length >= sample) break;
    if (lines.has(placeOf(mutant))) continue;
    lines.add(placeOf(mutant));
    sampled += 1;
    if (await during(copy, mutant, () => compiles(copy))) mutants.push(mutant);
  }
  return { sampled, mutants };
}

function sourcesUnder(folders: readonly string[]): ReadonlyMap<string, string> {
  const files = globSync(
    folders.map((folder) => `${folder}/**/*.ts`),
    { cwd: root },
  );
  return new Map(
    files
      .map((file) => file.replaceAll('\\', '/'))
      .toSorted()
      .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
  );
}

/** The tests over the tree as it stands: what fails here could tell nothing, and how long they take is their measure. */
async function untouched(
  copies: readonly TreeCopy[],
  mutants: readonly Mutant[],
  plan: TestPlan,
  most: number,
) {
  const files = [...new Set(mutants.flatMap(({ file }) => plan.of(file, most)))];
  const runs = await Promise.all(
    copies.map((copy, job) => {
      const share = files.filter((_, at) => at % copies.length === job);
      return runTests(copy, share, 0, 30 * 60_000);
    }),
  );
  const failure = runs.find((run) => run.failure !== null)?.failure;
  if (failure !== undefined) throw new Error(`The untouched tree fails already: ${failure}`);
  return runs.flatMap((run) => run.files);
}

interface Trial {
  readonly plan: TestPlan;
  readonly asked: MutantsAsked;
  readonly whole: TestRun['files'];
  readonly tell: (line: string) => void;
}

interface Verdict {
  readonly mutant: Mutant;
  /** The test file that noticed it, or how it ended; null for a survivor. */
  readonly by: string | null;
}

async function tryAll(mutants: readonly Mutant[], copies: readonly TreeCopy[], trial: Trial) {
  const waiting = [...mutants];
  const verdicts: Verdict[] = [];
  const work = async (copy: TreeCopy): Promise<void> => {
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const by = await noticedBy(mutant, copy, trial);
      verdicts.push({ mutant, by });
      const { was, now } = mutant;
      trial.tell(`${verdicts.length} ${placeOf(mutant)} ${was} → ${now}: ${by ?? 'NOT NOTICED'}`);
    }
  };
  await Promise.all(copies.map(work));
  return verdicts;
}

async function noticedBy(
  mutant: Mutant,
  copy: TreeCopy,
  { plan, asked, whole }: Trial,
): Promise<string | null> {
  const files = plan.of(mutant.file, asked.most);
  if (files.length === 0) return null;
  const usual = whole.filter(({ file }) => files.includes(file)).reduce((sum, { ms }) => sum + ms, 0);
  const run = await during(copy, mutant, () => runTests(copy, files, 1, 60_000 + 4 * usual));
  return run.failure;
}

/** Does something while the change stands in the copy. */
async function during<T>(copy: TreeCopy, mutant: Mutant, act: () => Promise<T>): Promise<T> {
  const path = join(copy.root, mutant.file);
  const source = readFileSync(path, 'utf8');
  writeFileSync(path, planted(source, mutant));
  try {
    return await act();
  } finally {
    writeFileSync(path, source);
  }
}
