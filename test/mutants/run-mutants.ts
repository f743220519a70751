import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prng } from '../simulation/prng.ts';
import { changesOf, siblingsIn } from './changes.ts';
import { compiles } from './compiles.ts';
import { type Mutant, placeOf, planted } from './mutant.ts';
import { onlyByFingerprint, planTests, type TestPlan } from './test-plan.ts';
import { runTests } from './test-run.ts';
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

/** Longer than any set of test files takes beside other work. */
const endlessMs = 480_000;

const root = join(import.meta.dirname, '../..');

/** Plants one change after another in a copy of the tree and asks the tests that reach it. */
export async function runMutants(asked: MutantsAsked, tell: (line: string) => void): Promise<MutantsLine> {
  const began = performance.now();
  const copies = Array.from({ length: asked.jobs }, () => copyTree(root));
  const [first] = copies;
  if (first === undefined) throw new Error('No job, no mutant');
  try {
    const { sampled, mutants } = await draw(asked, first);
    tell(`${mutants.length} of ${sampled} changes compile`);
    const verdicts = await tryAll(mutants, copies, {
      plan: planTests(first.root),
      asked,
      standing: new Map(),
      tell,
    });
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

interface Trial {
  readonly plan: TestPlan;
  readonly asked: MutantsAsked;
  /** Whether a test file passes over the untouched tree, for those that have noticed something. */
  readonly standing: Map<string, boolean>;
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

/** A failure counts only of a file that passes where nothing is changed; one that does not is asked no more. */
async function noticedBy(mutant: Mutant, copy: TreeCopy, trial: Trial): Promise<string | null> {
  const { plan, asked, standing, tell } = trial;
  for (;;) {
    const files = plan.of(mutant.file, asked.most).filter((file) => standing.get(file) !== false);
    if (files.length === 0) return null;
    const { failure } = await during(copy, mutant, () => runTests(copy, files, 1, endlessMs));
    if (failure === null || !files.includes(failure)) return failure;
    if (!standing.has(failure)) {
      const alone = await runTests(copy, [failure], 1, endlessMs);
      standing.set(failure, alone.failure === null);
      if (alone.failure !== null) tell(`${failure} fails where nothing is changed: left out`);
    }
    if (standing.get(failure) === true) return failure;
  }
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
