import { parseArgs } from 'node:util';
import * as fc from 'fast-check';
import { anyLife, brokenIn } from './domain/life-model.ts';

/** The long runs, by hand or by night: `npm run soak -- domain [--runs N]`; the last line is one JSON object. */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '100000' }, json: { type: 'boolean', default: false } },
});

const soaks: Readonly<Record<string, () => { readonly failed: boolean; readonly line: object }>> = {
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
};

const soak = soaks[positionals[0] ?? ''];
if (soak === undefined) {
  console.error(`Usage: npm run soak -- <${Object.keys(soaks).join('|')}> [--runs N] [--json]`);
  process.exit(2);
}
const { failed, line } = soak();
console.log(JSON.stringify(line));
process.exit(failed ? 1 : 0);
