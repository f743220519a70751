import type { Answer, Input } from '../../shared/contract/desk-api.ts';
import type { Caller } from '../../shared/contract/dispatch.ts';
import { refuse } from '../../shared/contract/refusal.ts';
import type { LocalDateTime } from '../../shared/domain/base/local-date.ts';
import { type Dossier, isAccepted } from '../../shared/domain/dossier/dossier.ts';
import type { IssuedResult } from '../../shared/domain/dossier/dossier-events.ts';
import type { PlainStep } from '../../shared/domain/dossier/processing.ts';
import type { FormDocument } from '../../shared/forms/base/form.ts';
import { apologyLetter } from '../../shared/forms/dossier/apology-letter.ts';
import { controlSlip } from '../../shared/forms/dossier/control-slip.ts';
import { progressList } from '../../shared/forms/dossier/progress-list.ts';
import type { RecordedFact } from '../../shared/forms/dossier/recorded-fact.ts';
import { refusalSlip } from '../../shared/forms/dossier/refusal-slip.ts';
import { resultReceipt } from '../../shared/forms/dossier/result-receipt.ts';
import { stopNotice } from '../../shared/forms/dossier/stop-notice.ts';
import { supplementSlip } from '../../shared/forms/dossier/supplement-slip.ts';
import { err, ok, unreachable } from '../../shared/result.ts';
import { type DeskContext, now } from '../context.ts';
import { officerName } from './dossier-views.ts';
import { factsOf } from './ledger-facts.ts';
import { paperContext } from './paper-context.ts';
import { asPrinted, shownAt } from './shown-promise.ts';

/** Queues the paper that the law wants with a step; most steps have none. */
export function queueStepPaper(desk: DeskContext, fact: PlainStep, by: Caller): void {
  const state = desk.stores.projections.read(fact.dossier);
  if (!isAccepted(state)) return;
  const form = paperOf(desk, state, fact, by);
  if (form !== null) desk.stores.prints.queue(fact.dossier, 0, form, desk.world.clock());
}

function paperOf(desk: DeskContext, state: Dossier, fact: PlainStep, by: Caller): FormDocument | null {
  const received = state.current;
  // What follows on a receipt is printed in its set of forms, whatever set has come since.
  const context = { ...paperContext(desk, by, fact.body.at), set: received.formSet };
  const signer = { name: by.name, rank: 'head' as const };
  switch (fact.type) {
    case 'dossier.supplementRequested':
      return supplementSlip({
        context,
        officerName: by.name,
        asked: { stage: 'processing', received, body: fact.body },
      });
    case 'dossier.rescheduled':
      return apologyLetter({ context, received, rescheduled: withShownDue(desk, state, fact.body), signer });
    case 'dossier.suspended':
      return stopNotice({
        context,
        received,
        stopped: { by: 'office', body: fact.body },
        stage: 'Đang xử lý',
        money: state,
        signer,
      });
    case 'dossier.withdrawn':
      return stopNotice({
        context,
        received,
        stopped: { by: 'citizen', body: fact.body },
        stage: 'Đang xử lý',
        money: state,
        // The counter prints it, a leader signs it.
        signer: { ...signer, name: '' },
      });
    case 'dossier.returnedWithoutResult': {
      const { applicant, procedure } = received;
      const { code, name, field } = procedure;
      const { at, reason } = fact.body;
      const refused = { at, applicant, procedure: { code, name, field }, reason };
      return refusalSlip({ context, officerName: by.name, refused, code: received.code });
    }
    case 'dossier.resultTakenBack': {
      // Why a signed result went back stays with the papers.
      const nameOf = (officer: string): string => officerName(desk, officer);
      return controlSlip({ context, received, facts: factsOf(desk, state.id), nameOf });
    }
    default:
      return null;
  }
}

/** Papers made from the ledger whenever somebody asks. */
export function printPaper(
  desk: DeskContext,
  { id, paper }: Input<'dossier.print'>,
  by: Caller,
): Answer<'dossier.print'> {
  const state = desk.stores.projections.read(id);
  if (!isAccepted(state)) return err([refuse('dossier-unknown')]);
  const form = ledgerPaper(desk, state, paper, by);
  if (form === null)
    return err([refuse('not-ready-yet', undefined, { due: shownAt(desk, state.current, state.dueAt) })]);
  desk.stores.prints.queue(id, 0, form, desk.world.clock());
  desk.recorded([id]);
  return ok({});
}

/** The promise that is broken, as the citizen's own paper says it. */
const withShownDue = <B extends { readonly oldDueAt: LocalDateTime }>(
  desk: DeskContext,
  { current }: Dossier,
  body: B,
): B => ({ ...body, oldDueAt: shownAt(desk, current, body.oldDueAt) });

function ledgerPaper(
  desk: DeskContext,
  state: Dossier,
  paper: Input<'dossier.print'>['paper'],
  by: Caller,
): FormDocument | null {
  const received = state.current;
  const context = { ...paperContext(desk, by, received.receivedAt), set: received.formSet };
  const facts = factsOf(desk, state.id);
  const nameOf = (officer: string): string => officerName(desk, officer);
  switch (paper) {
    case 'control':
      return controlSlip({ context, received: asPrinted(desk, received), facts, nameOf });
    case 'progress':
      return progressList({ context, received, facts, nameOf, at: now(desk) });
    case 'resultReceipt':
      return resultPaper(desk, state, facts, by);
    default:
      return unreachable(paper);
  }
}

/** What the citizen signs for the result; none before it was handed over. */
function resultPaper(
  desk: DeskContext,
  { current: received }: Dossier,
  facts: readonly RecordedFact[],
  by: Caller,
): FormDocument | null {
  const delivered = facts.find(({ fact }) => fact.type === 'dossier.delivered');
  if (delivered?.fact.type !== 'dossier.delivered') return null;
  return resultReceipt({
    context: { ...paperContext(desk, by, delivered.fact.body.at), set: received.formSet },
    received,
    delivered: delivered.fact.body,
    officerName: officerName(desk, delivered.actor),
    result: resultIn(facts),
  });
}

/** What was said of the result when it was ready for the last time; papers returned without one have none. */
function resultIn(facts: readonly RecordedFact[]): IssuedResult {
  const ready = facts.map(({ fact }) => fact).findLast((fact) => fact.type === 'dossier.resultReady');
  return ready?.body.result ?? { kind: '', number: '', abstract: '' };
}
