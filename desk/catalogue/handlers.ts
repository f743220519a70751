import type { catalogueCalls } from '../../shared/contract/catalogue/calls.ts';
import type { HandlersFor } from '../../shared/contract/dispatch.ts';
import { searchProcedures } from '../../shared/domain/catalogue/procedure-search.ts';
import { ok } from '../../shared/result.ts';
import { type DeskContext, today } from '../context.ts';
import { redateAll, viewEditions } from './editions.ts';
import { viewOfProcedure } from './rules.ts';

const foundProcedures = 12;

export const catalogueHandlers = (desk: DeskContext): HandlersFor<typeof catalogueCalls> => ({
  'procedure.find': ({ query, on = today(desk) }) =>
    ok(searchProcedures(query, desk.rules.on(on).procedures).slice(0, foundProcedures).map(viewOfProcedure)),
  'edition.view': () => viewEditions(desk),
  'edition.redate': ({ reason }, by) => redateAll(desk, reason, by),
});
