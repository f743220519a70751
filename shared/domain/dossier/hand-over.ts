import { type Refusal, refuse } from '../../contract/refusal.ts';
import { err, ok, type Result, unreachable } from '../../result.ts';
import type { LocalDateTime } from '../base/local-date.ts';
import { tidyIdNumber } from '../people/personal-number.ts';
import { tidySubmitter } from '../people/tidy-person.ts';
import { type DossierState, isAccepted } from './dossier.ts';
import type { DossierFact, DossierReceived, IssuedResult } from './dossier-events.ts';
import { statuses } from './lifecycle.ts';
import { allowStep, isUnsigned } from './processing.ts';

type Delivered = Extract<DossierFact, { type: 'dossier.delivered' }>;
type Ready = Extract<DossierFact, { type: 'dossier.resultReady' }>;

/** The result is at the desk. @source docs/sources.md#lifecycle */
export function markReady(
  state: DossierState,
  body: { readonly at: LocalDateTime; readonly note: string; readonly result: IssuedResult },
): Result<Ready, Refusal> {
  if (state.status === 'resultReady') return err(refuse('already-ready'));
  const possible = allowStep(state, 'dossier.resultReady');
  if (!possible.ok) return possible;
  if (isUnsigned(possible.value)) return err(refuse('not-signed'));
  return ok({ type: 'dossier.resultReady', dossier: possible.value.id, body });
}

/**
 * Hands the result, or the papers of a dossier that ended without one, to the citizen or to whoever comes for
 * them; another person is named with number, tie to the applicant and the paper that authorises them. A promised date that has passed gives no right
 * to refuse.
 * @source docs/sources.md#lifecycle
 */
export function handOver(state: DossierState, body: Delivered['body']): Result<Delivered, Refusal> {
  if (isAccepted(state) && state.status === 'delivered') {
    return err(refuse('already-delivered', undefined, { to: state.deliveredTo ?? '' }));
  }
  if (isAccepted(state) && statuses[state.status].clock !== 'ended') {
    return err(refuse('not-ready-yet', undefined, { due: state.dueAt }));
  }
  const possible = allowStep(state, 'dossier.delivered');
  if (!possible.ok) return possible;
  const receiver = receiverOf(possible.value.current, body.receiver);
  if (!receiver.ok) return receiver;
  return ok({
    type: 'dossier.delivered',
    dossier: possible.value.id,
    body: { ...body, receiver: receiver.value },
  });
}

type Receiver = Delivered['body']['receiver'];

/** Who receives, as the dossier names them; somebody else with everything that shows why it is given to them. */
function receiverOf({ applicant, submitter }: DossierReceived, said: Receiver): Result<Receiver, Refusal> {
  const idNumber = tidyIdNumber(said.idNumber);
  switch (said.kind) {
    case 'applicant': {
      const own = [applicant.idNumber, ...applicant.otherNumbers];
      if (idNumber !== '' && applicant.idNumber !== '' && !own.includes(idNumber)) {
        return err(refuse('receiver-differs', 'receiver', { name: applicant.name }));
      }
      const { name } = applicant;
      return ok({ ...said, name, idNumber: idNumber || applicant.idNumber, relation: '', authorisation: '' });
    }
    case 'submitter':
      return submitter === null
        ? err(refuse('no-submitter', 'receiver'))
        : ok({ ...said, ...submitter, idNumber: submitter.idNumber || idNumber });
    case 'other':
      return somebodyElse({
        ...said,
        ...tidySubmitter(said),
        authorisation: said.authorisation.trim(),
      });
    default:
      return unreachable(said.kind);
  }
}

function somebodyElse(receiver: Receiver): Result<Receiver, Refusal> {
  if (receiver.name === '') return err(refuse('receiver-missing', 'receiver.name'));
  if (receiver.idNumber === '') return err(refuse('receiver-id-missing', 'receiver.idNumber'));
  if (receiver.relation === '') return err(refuse('receiver-missing', 'receiver.relation'));
  if (receiver.authorisation === '') return err(refuse('authorisation-missing', 'receiver.authorisation'));
  return ok(receiver);
}
