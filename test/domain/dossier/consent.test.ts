import { describe, expect, test } from 'vitest';
import { day, moment } from '../../../shared/domain/base/local-date.ts';
import type { Role } from '../../../shared/domain/base/roles.ts';
import { type ConsentNeed, consentNeeded, mayConsent } from '../../../shared/domain/dossier/consent.ts';
import { absent, type Dossier } from '../../../shared/domain/dossier/dossier.ts';
import { type DossierFact, dossierEvents } from '../../../shared/domain/dossier/dossier-events.ts';
import { evolve } from '../../../shared/domain/dossier/evolve.ts';
import { misfitOf } from '../../../shared/domain/dossier/misfit.ts';
import { broughtUp } from '../../../shared/protocol/older-bodies.ts';
import { factOf, originAt, tell } from './every-fact.ts';

type Guarded = Parameters<typeof consentNeeded>[0];
const corrected = factOf('dossier.corrected') as Extract<Guarded, { type: 'dossier.corrected' }>;
const changes = corrected.body.changes;
const asked = factOf('dossier.supplementRequested') as Extract<
  Guarded,
  { type: 'dossier.supplementRequested' }
>;
/** As builds recorded it that gave no day. */
const askedBefore: Guarded = { ...asked, body: { ...asked.body, answerBy: null } };
const acts: Readonly<Record<string, Guarded>> = {
  'a name': corrected,
  'a date': {
    ...corrected,
    body: {
      ...corrected.body,
      changes: {
        ...changes,
        due: { at: moment('2025-05-22T09:00'), reason: 'entered', measuredAt: moment('2025-05-22T09:00') },
      },
    },
  },
  'a supplement': asked,
  'a supplement of an older build': askedBefore,
  'a void': factOf('dossier.cancelled') as Guarded,
  'an undo': {
    ...(factOf('dossier.cancelled') as Extract<Guarded, { type: 'dossier.cancelled' }>),
    body: { at: moment('2025-05-20T09:43'), reason: 'undo' },
  },
};

describe('whose consent an act needs', () => {
  test.each<[string, Role, 'own' | 'another’s', ConsentNeed]>([
    ['a name', 'reception', 'own', 'superior'],
    ['a name', 'reception', 'another’s', 'superior'],
    ['a name', 'supervisor', 'own', 'none'],
    ['a name', 'supervisor', 'another’s', 'none'],
    ['a date', 'leader', 'own', 'anyone-else'],
    ['a date', 'leader', 'another’s', 'none'],
    ['a date', 'reception', 'another’s', 'superior'],
    ['a void', 'reception', 'own', 'superior'],
    ['a void', 'supervisor', 'own', 'anyone-else'],
    ['a void', 'supervisor', 'another’s', 'none'],
    ['a supplement', 'reception', 'own', 'superior'],
    ['a supplement', 'specialist', 'another’s', 'superior'],
    ['a supplement', 'supervisor', 'own', 'none'],
    ['a supplement', 'leader', 'another’s', 'none'],
    ['a supplement of an older build', 'reception', 'own', 'none'],
    ['an undo', 'reception', 'own', 'none'],
    ['an undo', 'reception', 'another’s', 'superior'],
  ])('%s by %s on %s dossier: %s', (act, role, whose, need) => {
    const fact = acts[act];
    if (fact === undefined) throw new Error('No act');
    expect(consentNeeded(fact, { actor: 'me', role }, whose === 'own' ? 'me' : 'trang')).toBe(need);
  });

  test.each<[ConsentNeed, string, Role, boolean]>([
    ['superior', 'quy', 'leader', true],
    ['superior', 'quy', 'supervisor', true],
    ['superior', 'hanh', 'specialist', false],
    ['superior', 'me', 'leader', false],
    ['anyone-else', 'hanh', 'specialist', true],
    ['anyone-else', 'me', 'leader', false],
  ])('%s may come from %s as %s: %s', (need, actor, role, may) => {
    expect(mayConsent(need, { actor: 'me' }, { actor, role })).toBe(may);
  });
});

describe('a second person in the ledger', () => {
  const state = tell(absent, ['dossier.received']) as Dossier;
  const trang = { ...originAt(2), actor: 'trang', role: 'reception' as const };
  const quy = { ...originAt(3), actor: 'quy', role: 'leader' as const };
  const consent = (fact: Guarded): DossierFact =>
    ({
      type: 'consent.given',
      dossier: fact.dossier,
      body: { at: fact.body.at, to: { act: fact.type, body: fact.body } },
    }) as DossierFact;

  test('without a word from anybody the correction is kept and not applied', () => {
    const after = evolve(state, corrected, trang) as Dossier;
    expect(after.reviews).toMatchObject([{ code: 'no-consent' }]);
    expect(after.current).toEqual(state.current);
  });

  test('with the consent before it, word for word, it is applied; the consent is used up', () => {
    const agreed = evolve(state, consent(corrected), quy) as Dossier;
    const after = evolve(agreed, corrected, trang) as Dossier;
    expect(after).toMatchObject({ corrections: 1, consents: [], reviews: [] });
    expect(misfitOf(after, corrected, trang)).toBe('no-consent');
  });

  test.each([
    ['another reason', { ...corrected, body: { ...corrected.body, reason: 'khác' } }],
    ['another change', acts['a date'] as Guarded],
    ['another act', acts['a void'] as Guarded],
  ])('consent to %s is none', (_, other) => {
    const agreed = evolve(state, consent(other), quy);
    expect(misfitOf(agreed, corrected, trang)).toBe('no-consent');
  });

  test.each([
    ['the actor', { ...quy, actor: 'trang' }],
    ['somebody who may not', { ...quy, role: 'specialist' as const }],
  ])('consent of %s is none', (_, by) => {
    expect(misfitOf(evolve(state, consent(corrected), by), corrected, trang)).toBe('no-consent');
  });

  test('a supplement without it is kept and stops no clock; with it the citizen has the day that was agreed to', () => {
    const processing = tell(state, ['dossier.forwarded']);
    const alone = evolve(processing, asked, trang) as Dossier;
    expect(alone).toMatchObject({ status: 'processing', answerBy: null, reviews: [{ code: 'no-consent' }] });
    const agreed = evolve(processing, consent(asked), quy);
    expect(evolve(agreed, asked, trang)).toMatchObject({
      status: 'awaitingSupplement',
      answerBy: asked.body.answerBy,
      consents: [],
      reviews: [],
    });
    const longer = { ...asked, body: { ...asked.body, answerBy: day('2025-08-01') } };
    expect(misfitOf(agreed, longer, trang)).toBe('no-consent');
  });

  test('the day goes with the papers, a withdrawal or a return', () => {
    const waiting = tell(state, ['dossier.forwarded', 'dossier.supplementRequested']);
    for (const type of [
      'dossier.supplementReceived',
      'dossier.withdrawn',
      'dossier.returnedWithoutResult',
    ] as const)
      expect(tell(waiting, [type])).toMatchObject({ answerBy: null });
  });

  test('what a build recorded that asked nobody still stops the clock', () => {
    const { answerBy: _, ...older } = asked.body;
    const read = broughtUp('dossier.supplementRequested', 1, older);
    const fact = { ...asked, body: dossierEvents['dossier.supplementRequested'].parse(read) };
    expect(evolve(tell(state, ['dossier.forwarded']), fact, trang)).toMatchObject({
      status: 'awaitingSupplement',
      answerBy: null,
      reviews: [],
    });
  });

  test('what was agreed to is compared by what it says, not by how it is written', () => {
    const reordered = {
      ...corrected,
      body: {
        changes,
        approvedBy: corrected.body.approvedBy,
        reason: corrected.body.reason,
        at: corrected.body.at,
      },
    };
    const agreed = evolve(state, consent(reordered), quy);
    expect(misfitOf(agreed, corrected, trang)).toBeNull();
  });

  test('a void is of the day; the day after it is a misfit even with consent', () => {
    const late = {
      type: 'dossier.cancelled',
      dossier: state.id,
      body: { at: moment('2025-05-21T08:00'), reason: 'nhầm' },
    } as Guarded;
    const agreed = evolve(state, consent(late), quy);
    expect(misfitOf(agreed, late, trang)).toBe('not-cancellable');
  });
});
