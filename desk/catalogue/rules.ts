import type { EditionStore } from '../../db/catalogue/edition-store.ts';
import type { ProcedureView } from '../../shared/contract/catalogue/views.ts';
import type { LocalDate } from '../../shared/domain/base/local-date.ts';
import { type WorkCalendar, workCalendar } from '../../shared/domain/calendar/work-calendar.ts';
import { isOffered } from '../../shared/domain/catalogue/catalogue.ts';
import type { EditionKind, EditionOf } from '../../shared/domain/catalogue/edition.ts';
import type { Procedure } from '../../shared/domain/catalogue/procedure.ts';
import type { RuleSet } from '../../shared/domain/catalogue/rule-set.ts';
import type { FormOptions } from '../../shared/forms/base/form-options.ts';

/** The editions in force on a day, made ready for questions. */
export interface Rules {
  readonly catalogueEdition: string;
  /** What can be asked for on that day. */
  readonly procedures: readonly Procedure[];
  /** Also those that have ended: old dossiers and refusals name them. */
  readonly procedure: (code: string) => Procedure | null;
  readonly calendar: WorkCalendar;
  readonly rules: RuleSet;
  readonly forms: FormOptions;
}

export interface RuleBook {
  /** @throws Error when no edition is in force: a desk is never opened without its seed editions */
  readonly on: (date: LocalDate) => Rules;
  /** A procedure as one edition has it: a dossier keeps the edition that it was received with. */
  readonly procedureIn: (edition: string, code: string) => Procedure | null;
  /** After an edition came in. */
  readonly forget: () => void;
}

/** Days kept ready: today, and the days of the dossiers that are being looked at. */
const keptDays = 40;

/** Reads editions once a day instead of once a keystroke. */
export function openRuleBook(editions: EditionStore): RuleBook {
  const byDay = new Map<LocalDate, Rules>();
  const byEdition = new Map<string, ReadonlyMap<string, Procedure>>();
  return {
    on(date) {
      const known = byDay.get(date);
      if (known !== undefined) return known;
      const rules = readRules(editions, date);
      if (byDay.size >= keptDays) byDay.clear();
      byDay.set(date, rules);
      return rules;
    },
    procedureIn(edition, code) {
      const known = byEdition.get(edition) ?? byCode(editions.catalogue(edition)?.procedures ?? []);
      byEdition.set(edition, known);
      return known.get(code) ?? null;
    },
    forget: () => {
      byDay.clear();
      byEdition.clear();
    },
  };
}

function readRules(editions: EditionStore, date: LocalDate): Rules {
  const needed = <K extends EditionKind>(kind: K): EditionOf<K> => {
    const edition = editions.inForce(kind, date);
    if (edition === null) throw new Error(`No ${kind} is in force on ${date}`);
    return edition;
  };
  const catalogue = needed('catalogue');
  const codes = byCode(catalogue.procedures);
  return {
    catalogueEdition: catalogue.edition,
    procedures: catalogue.procedures.filter((one) => isOffered(one, date)),
    procedure: (code) => codes.get(code) ?? null,
    calendar: workCalendar(needed('calendar').edition),
    rules: needed('rules').edition,
    forms: needed('forms').edition,
  };
}

const byCode = (procedures: readonly Procedure[]): ReadonlyMap<string, Procedure> =>
  new Map(procedures.map((one) => [one.code, one]));

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
