import { describe, expect, test } from 'vitest';
import { day, weekday } from '../../../shared/domain/base/local-date.ts';
import { workCalendar } from '../../../shared/domain/calendar/work-calendar.ts';
import { withChanges } from '../../../shared/domain/catalogue/catalogue.ts';
import agenciesFile from '../../../shared/seed/agencies-2026-11.json' with { type: 'json' };
import calendarFile from '../../../shared/seed/calendar-2018-2027.json' with { type: 'json' };
import catalogueFile from '../../../shared/seed/catalogue-2026-11.json' with { type: 'json' };
import {
  agenciesOn,
  seedAgencies,
  seedCalendar,
  seedCatalogue,
  seedCatalogues,
} from '../../../shared/seed/editions.ts';

describe('the catalogue', () => {
  const { procedures } = seedCatalogue();
  const codes = procedures.map((one) => one.code);

  test('has 132 procedures, each with a code of its own and its evidence', () => {
    expect(procedures).toHaveLength(132);
    expect(new Set(codes).size).toBe(132);
    expect(Object.keys(catalogueFile.evidence).toSorted()).toEqual(codes.toSorted());
  });

  test('has 23 interlinked ones, and one without a national code', () => {
    expect(procedures.filter((one) => one.interlinkedWith.length > 0)).toHaveLength(23);
    expect(codes.filter((code) => code.startsWith('x.'))).toEqual(['x.000001']);
  });

  test('certifies copies at 2.000 đ for two pages, 1.000 đ from the third, at most 200.000 đ', () => {
    const byPages = procedures.filter((one) => one.fee.kind === 'certified-pages');
    expect(byPages.map((one) => one.code)).toEqual(['2.000815', '2.000942']);
    for (const { fee } of byPages) {
      expect(fee).toEqual({
        kind: 'certified-pages',
        firstPages: 2,
        firstVnd: 2000,
        nextVnd: 1000,
        capVnd: 200_000,
      });
    }
  });

  test('never claims more than its evidence', () => {
    const evidence: Readonly<Record<string, { readonly term: string }>> = catalogueFile.evidence;
    for (const one of procedures) {
      if (one.confidence === 'verified') expect(evidence[one.code]?.term).toBe('verified');
    }
  });

  test('has short names that officers can say', () => {
    for (const { shortName } of procedures) expect(shortName).not.toMatch(/^Thủ tục |^\p{Ll}|\s$/u);
  });
});

describe('the catalogue of fees that hang on the case', () => {
  const [first, levels, changes] = seedCatalogues();
  if (first === undefined || levels === undefined || changes === undefined) throw new Error('No catalogues');
  const whole = withChanges(first, levels);
  const { procedures } = withChanges(whole, changes);

  test('changes nothing but fees, and is the changes to the one before it', () => {
    expect(changes.base).toBe(whole.edition);
    const without = (all: typeof procedures) => all.map(({ fee: _fee, ...one }) => one);
    expect(without(procedures)).toEqual(without(whole.procedures));
    expect(changes.procedures.every(({ fee }) => fee.kind === 'choices')).toBe(true);
  });

  test('holds nothing free that may cost something without a word of when', () => {
    for (const { code, fee } of changes.procedures) {
      if (fee.kind !== 'choices') continue;
      for (const one of fee.choices) {
        const isFree = one.fee.kind !== 'set-locally' && one.fee.amountVnd === 0;
        expect([code, one.key, isFree && (one.condition === '' || one.usual)]).toEqual([
          code,
          one.key,
          false,
        ]);
      }
    }
  });

  test('says on receipts nothing of poverty, merit or health', () => {
    const labels = changes.procedures.flatMap(({ fee }) =>
      fee.kind === 'choices' ? fee.choices.map(({ label }) => label) : [],
    );
    expect(labels.filter((label) => /nghèo|công với|khuyết tật|HIV|thiểu số/.test(label))).toEqual([]);
  });
});

describe('the calendar', () => {
  const edition = seedCalendar();

  test('has 146 exceptions, one a day, each with its evidence', () => {
    const dates = edition.exceptions.map((one) => one.date);
    expect(dates).toHaveLength(146);
    expect(new Set(dates).size).toBe(146);
    expect(Object.keys(calendarFile.evidence)).toHaveLength(146);
  });

  test('opens eight hours a day', () => {
    expect(edition.sessions.reduce((sum, open) => sum + open.to - open.from, 0)).toBe(480);
  });

  test('makes up only for working days given away, on rest days', () => {
    const calendar = workCalendar(edition);
    for (const one of edition.exceptions.filter(({ kind }) => kind === 'makeup_working')) {
      expect([0, 6]).toContain(weekday(one.date));
      expect(calendar.isWorkingDay(one.date)).toBe(true);
    }
  });
});

describe('the communes of Phúc Thọ', () => {
  const rows = seedAgencies();

  test.each([
    { on: '2018-10-11', count: 23 },
    { on: '2021-01-01', count: 21 },
    { on: '2025-05-20', count: 18 },
    { on: '2026-11-22', count: 3 },
  ])('are $count on $on, each with a number and a code of its own', ({ on, count }) => {
    const agencies = agenciesOn(day(on), rows);
    expect(agencies).toHaveLength(count);
    expect(new Set(agencies.map((one) => one.id)).size).toBe(count);
    expect(new Set(agencies.map((one) => one.code)).size).toBe(count);
  });

  test('admit that their codes are placeholders', () => {
    expect(rows.every((row) => !row.codeVerified)).toBe(true);
    expect(agenciesFile.notVerified).toContain('placeholder');
  });
});
