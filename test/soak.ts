import { parseArgs } from 'node:util';
import * as fc from 'fast-check';
import { anyLife, brokenIn } from './domain/dossier/life-model.ts';
import { runMutants } from './mutants/run-mutants.ts';
import { describeFailure, runSeeds } from './simulation/report.ts';

/** The long runs, by hand or by night: `npm run soak -- domain|sim|mutants`; the last line is one JSON object. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '100000' },
    seeds: { type: 'string', default: '20000' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
    sample: { type: 'string', default: '60' },
    under: { type: 'string', multiple: true, default: ['shared/domain', 'desk', 'db'] },
    jobs: { type: 'string', default: '2' },
    most: { type: 'string', default: '16' },
    json: { type: 'boolean', default: false },
  },
});

interface Outcome {
  readonly failed: boolean;
  readonly line: object;
}

const soaks: Readonly<Record<string, () => Outcome | Promise<Outcome>>> = {
  domain() {
    const runs = Number(values.runs);
    const found = fc.check(
      fc.property(anyLife, (types) => brokenIn(types) === null),
      { numRuns: runs },
    );
    if (found.failed) {
      console.error(`seed ${found.seed}, path ${found.counterexamplePath}:`, found.counterexample);
      console.error(brokenIn(found.counterexample?.[0] ?? []));
    }
    return { failed: found.failed, line: { runs: found.numRuns, counterexamples: found.failed ? 1 : 0 } };
  },
  async sim() {
    const asked = { seeds: Number(values.seeds), from: Number(values.from), steps: Number(values.steps) };
    const line = await runSeeds(asked, (one) => console.error(describeFailure(one)));
    return { failed: line.failures > 0, line };
  },
  async mutants() {
    const { under } = values;
    const asked = {
      seed: Number(values.seed),
      sample: Number(values.sample),
      under,
      jobs: Number(values.jobs),
      most: Number(values.most),
    };
    const line = await runMutants(asked, (said) => console.error(said));
    return { failed: line.survivors.length > 0, line };
  },
};

const soak = soaks[positionals[0] ?? ''];
if (soak === undefined) {
  console.error(
    [
      'Usage: npm run soak -- domain  [--runs N]',
      '       npm run soak -- sim     [--seeds N] [--from S] [--steps N]',
      '       npm run soak -- mutants [--seed S] [--sample N] [--under shared/domain|desk|db]… [--jobs N] [--most N]',
    ].join('\n'),
  );
  process.exit(2);
}
const { failed, line } = await soak();
console.log(JSON.stringify(line));
process.exit(failed ? 1 : 0);
