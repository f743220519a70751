import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { absent } from '../../../shared/domain/dossier/dossier.ts';
import { foldVersion } from '../../../shared/domain/dossier/fold-version.ts';
import { canonical } from '../../../shared/protocol/canonical.ts';
import { everyType, tell, wayTo } from './every-fact.ts';

/** What the sample lives folded to in each version: a line that has shipped is never edited, another fold gets another version. */
const folded: Readonly<Record<number, string>> = {
  6: 'f8f07c1c31fc4661',
  7: '75dd32c116f90c0a',
  8: '88d494765626cb8a',
};

test('the same facts give another state only with another fold version, so that both ends fold anew', () => {
  const lives = Object.values(wayTo).flatMap((way) => everyType.map((type) => [...way, type]));
  const states = lives.map((life) => canonical(tell(absent, life)));
  const hash = createHash('sha256').update(states.join('\n')).digest('hex').slice(0, 16);
  expect(folded[foldVersion]).toBe(hash);
});
