import { describe, expect, test } from 'vitest';
import { day } from '../shared/domain/base/local-date.ts';
import { absent, type Dossier } from '../shared/domain/dossier/dossier.ts';
import { resolvedInTime, tally } from '../shared/domain/office/tally.ts';
import { formatCount, formatPercent } from '../shared/text/format.ts';
import { tell, wayTo } from './domain/dossier/every-fact.ts';

/** The figures of the article the product grew from, through our own functions. */
describe('the article’s figures', () => {
  test.each([
    { part: 6355, whole: 6612, said: '96,11%' },
    { part: 42, whole: 42, said: '100%' },
    { part: 2350, whole: 2365, said: '99,37%' },
    { part: 0, whole: 0, said: '–' },
    { part: 0, whole: 7, said: '0%' },
  ])('$part of $whole is $said', ({ part, whole, said }) => expect(formatPercent(part, whole)).toBe(said));

  test('of 2.365 received 2.350 were resolved in time, and nobody calls the other 15 late', () => {
    const ready = tell(absent, wayTo.resultReady) as Dossier;
    const open = tell(absent, wayTo.received) as Dossier;
    const waiting = tell(absent, wayTo.awaitingSupplement) as Dossier;
    const dossiers = [
      ...Array.from({ length: 2350 }, () => ready),
      ...Array.from({ length: 9 }, () => open),
      ...Array.from({ length: 6 }, () => waiting),
    ];
    const counted = tally(dossiers, day('2025-05-20'));
    expect(counted).toEqual({ received: 2365, early: 0, onTime: 2350, late: 0, openInTime: 15, openLate: 0 });
    expect([formatCount(counted.received), formatCount(resolvedInTime(counted))]).toEqual(['2.365', '2.350']);
    expect(formatPercent(resolvedInTime(counted), counted.received)).toBe('99,37%');
  });

  test('an open dossier is late the day after its promise, unless its clock stands', () => {
    const open = tell(absent, wayTo.received) as Dossier;
    const waiting = tell(absent, wayTo.awaitingSupplement) as Dossier;
    expect(tally([open, waiting], day('2025-05-21'))).toMatchObject({ openLate: 1, openInTime: 1 });
  });

  test('a cancelled dossier is nobody’s, a withdrawn one is on time', () => {
    const cancelled = tell(absent, wayTo.cancelled) as Dossier;
    const withdrawn = tell(absent, wayTo.withdrawn) as Dossier;
    expect(tally([cancelled, withdrawn], day('2026-01-01'))).toMatchObject({ received: 1, onTime: 1 });
  });
});
