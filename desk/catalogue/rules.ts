import type { EditionStore } from '../../db/catalogue/edition-store.ts';
import type { ProcedureView } from '../../shared/contract/catalogue/views.ts';
import type { LocalDate } from '../../shared/domain/base/local-date.ts';
import { type WorkCalendar, workCalendar } from '../../shared/domain/calendar/work-calendar.ts';
import { type AgencyList, withAgenciesOn } from '../../shared/domain/catalogue/authority.ts';
import { isOffered } from '../../shared/domain/catalogue/catalogue.ts';
import { withPapersOn } from '../../shared/domain/catalogue/dated-papers.ts';
import type { EditionKind, EditionOf } from '../../shared/domain/catalogue/edition.ts';
import type { Procedure } from '../../shared/domain/catalogue/procedure.ts';
import type { RuleSet } from '../../shared/domain/catalogue/rule-set.ts';
import type { FormOptions } from '../../shared/forms/base/form-options.ts';
import { firstSetAfter, formSetOn } from '../../shared/forms/base/form-sets.ts';
import type { FormSet } from '../../shared/forms/base/paper.ts';

/** The editions in force on a day, made ready for questions. */
export interface Rules {
  readonly catalogueEdition: string;
  /** What can be asked for on that day. */
  readonly procedures: readonly Procedure[];
  /** Also those that have ended: old dossiers and refusals name them. */
  readonly procedure: (code: string) => Procedure | null;
  /** The same with its papers of all days. */
  readonly written: (code: string) => Procedure | null;
  readonly calendar: WorkCalendar;
  readonly rules: RuleSet;
  readonly forms: FormOptions;
  /** The circular's forms that are in use on that day. */
  readonly formSet: FormSet;
  /** Before the first set: the day on which it begins. */
  readonly formsBegin: LocalDate | null;
  readonly agencies: AgencyList;
}

export interface RuleBook {
  /** @throws Error when no edition is in force: a desk is never opened without its seed editions */
  readonly on: (date: LocalDate) => Rules;
  /** A procedure as one edition has it, with the agencies of `on`: a dossier keeps the edition of its day. */
  readonly procedureIn: (edition: string, code: string, on: LocalDate) => Procedure | null;
  /** After an edition came in. */
  readonly forget: () => void;
}

/** Days kept ready: today, and the days of the dossiers that are being looked at. */
const keptDays = 40;

/** Reads editions once a day instead of once a keystroke. */
export function openRuleBook(editions: EditionStore): RuleBook {
  const byDay = new Map<LocalDate, Rules>();
  const byEdition = new Map<string, ReadonlyMap<string, Procedure>>();
  const rulesOn = (date: LocalDate): Rules => {
    const known = byDay.get(date);
    if (known !== undefined) return known;
    const rules = readRules(editions, date);
    if (byDay.size >= keptDays) byDay.clear();
    byDay.set(date, rules);
    return rules;
  };
  return {
    on: rulesOn,
    procedureIn(edition, code, on) {
      const known = byEdition.get(edition) ?? byCode(editions.catalogue(edition)?.procedures ?? []);
      byEdition.set(edition, known);
      const found = known.get(code);
      return found === undefined ? null : withPapersOn(withAgenciesOn(found, on, rulesOn(on).agencies), on);
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
  const agencies = needed('agencies').edition;
  const procedures = catalogue.procedures.map((one) => withAgenciesOn(one, date, agencies));
  const codes = byCode(procedures.map((one) => withPapersOn(one, date)));
  const written = byCode(procedures);
  return {
    catalogueEdition: catalogue.edition,
    procedures: [...codes.values()].filter((one) => isOffered(one, date)),
    procedure: (code) => codes.get(code) ?? null,
    written: (code) => written.get(code) ?? null,
    calendar: workCalendar(needed('calendar').edition),
    rules: needed('rules').edition,
    forms: needed('forms').edition,
    formSet: formSetOn(date, needed('formSets').edition),
    formsBegin: firstSetAfter(date, needed('formSets').edition),
    agencies,
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
