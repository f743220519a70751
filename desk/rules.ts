import type { EditionStore } from '../db/edition-store.ts';
import type { ProcedureView } from '../shared/contract/views.ts';
import type { LocalDate } from '../shared/domain/local-date.ts';
import type { Procedure } from '../shared/domain/procedure.ts';
import { type WorkCalendar, workCalendar } from '../shared/domain/work-calendar.ts';

/** The editions in force on a day, made ready for questions. */
export interface Rules {
  readonly catalogueEdition: string;
  readonly procedures: readonly Procedure[];
  readonly procedure: (code: string) => Procedure | null;
  readonly calendar: WorkCalendar;
}

export interface RuleBook {
  /** @throws Error when no edition is in force: a desk is never opened without its seed editions */
  readonly on: (date: LocalDate) => Rules;
  /** After an edition came in. */
  readonly forget: () => void;
}

/** Reads editions once a day instead of once a keystroke. */
export function openRuleBook(editions: EditionStore): RuleBook {
  const byDay = new Map<LocalDate, Rules>();
  return {
    on(date) {
      const known = byDay.get(date);
      if (known !== undefined) return known;
      const rules = readRules(editions, date);
      byDay.clear();
      byDay.set(date, rules);
      return rules;
    },
    forget: () => byDay.clear(),
  };
}

function readRules(editions: EditionStore, date: LocalDate): Rules {
  const catalogue = editions.catalogueOn(date);
  const calendar = editions.calendarOn(date);
  if (catalogue === null || calendar === null) throw new Error(`No edition is in force on ${date}`);
  const byCode = new Map(catalogue.procedures.map((one) => [one.code, one]));
  return {
    catalogueEdition: catalogue.edition,
    procedures: catalogue.procedures,
    procedure: (code) => byCode.get(code) ?? null,
    calendar: workCalendar(calendar),
  };
}

export const viewOfProcedure = (one: Procedure): ProcedureView => ({
  code: one.code,
  name: one.name,
  shortName: one.shortName,
  field: one.field,
  term: one.term,
  fee: one.fee,
  intake: one.fee.kind === 'certified-pages' ? 'certification' : 'papers',
  papers: one.papers,
  interlinked: one.interlinkedWith.length > 0,
});
