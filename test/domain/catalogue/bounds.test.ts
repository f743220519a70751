import { expect, test } from 'vitest';
import type { z } from 'zod';
import { day } from '../../../shared/domain/base/local-date.ts';
import { handling, internalStep, procedureChange } from '../../../shared/domain/catalogue/procedure.ts';

const text = (length: number): string => 'x'.repeat(length);
const decision = { number: '45/QĐ-BTP', date: day('2025-01-10'), agency: 'Bộ Tư pháp' };
const change = { kind: 'amended', decision, effectiveOn: day('2025-02-01'), successor: null };
const step = { name: 'Thẩm định', unit: 'Tư pháp', hours: 8, agency: null };

const numbered = (number: string) => ({ ...change, decision: { ...decision, number } });
const decidedBy = (agency: string) => ({ ...change, decision: { ...decision, agency } });

/** What an edition may hold at most and at least: papers and screens are drawn for it. */
test.each<{ what: string; schema: z.ZodType; holds: readonly unknown[]; not: readonly unknown[] }>([
  {
    what: 'the number of a decision',
    schema: procedureChange,
    holds: [numbered(text(1)), numbered(text(60))],
    not: [numbered(''), numbered(text(61))],
  },
  {
    what: 'the agency of a decision',
    schema: procedureChange,
    holds: [decidedBy(text(1)), decidedBy(text(200))],
    not: [decidedBy(''), decidedBy(text(201))],
  },
  {
    what: 'the name of a step',
    schema: internalStep,
    holds: [
      { ...step, name: text(1) },
      { ...step, name: text(200) },
    ],
    not: [
      { ...step, name: '' },
      { ...step, name: text(201) },
    ],
  },
  {
    what: 'the unit of a step',
    schema: internalStep,
    holds: [
      { ...step, unit: text(1) },
      { ...step, unit: text(200) },
    ],
    not: [
      { ...step, unit: '' },
      { ...step, unit: text(201) },
    ],
  },
  {
    what: 'the hours of a step',
    schema: internalStep,
    holds: [{ ...step, hours: 1 }],
    not: [
      { ...step, hours: 0 },
      { ...step, hours: 1.5 },
    ],
  },
  {
    what: 'who receives it',
    schema: handling,
    holds: [{ level: 'commune', from: null, until: day('2025-06-30') }],
    not: [{ level: 'hamlet', from: null, until: null }],
  },
])('$what holds so much and no more', ({ schema, holds, not }) => {
  for (const one of holds) expect(schema.safeParse(one).success).toBe(true);
  for (const one of not) expect(schema.safeParse(one).success).toBe(false);
});
