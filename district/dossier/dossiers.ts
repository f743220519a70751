import type { Insertable } from 'kysely';
import {
  type Dossier,
  type DossierState,
  isAccepted,
  isPetition,
  type Petition,
} from '../../shared/domain/dossier/dossier.ts';
import { foldVersion } from '../../shared/domain/dossier/fold-version.ts';
import { canonical } from '../../shared/protocol/canonical.ts';
import type { Schema, Tx } from '../rows.ts';

/** The folded states of those dossiers of a stream that are known, and those that another build has folded. */
export async function loadStates(
  tx: Tx,
  stream: string,
  ids: readonly string[],
): Promise<{ readonly states: Map<string, DossierState>; readonly stale: readonly string[] }> {
  if (ids.length === 0) return { states: new Map(), stale: [] };
  const rows = await tx
    .selectFrom('dossier')
    .select(['id', 'state', 'fold_version'])
    .where('stream', '=', stream)
    .where('id', 'in', ids)
    .execute();
  const own = rows.filter((row) => row.fold_version === foldVersion);
  return {
    states: new Map(own.map((row) => [row.id, JSON.parse(row.state) as DossierState])),
    stale: rows.filter((row) => row.fold_version !== foldVersion).map(({ id }) => id),
  };
}

/** Writes folded states back, with the columns that lists and reports ask for. */
export async function saveStates(
  tx: Tx,
  stream: string,
  states: ReadonlyMap<string, DossierState>,
): Promise<void> {
  if (states.size === 0) return;
  await tx
    .insertInto('dossier')
    .values([...states].map(([id, state]) => rowOf(stream, id, state)))
    .onConflict((conflict) =>
      conflict.columns(['stream', 'id']).doUpdateSet((row) => ({
        status: row.ref('excluded.status'),
        code: row.ref('excluded.code'),
        applicant_name: row.ref('excluded.applicant_name'),
        procedure_code: row.ref('excluded.procedure_code'),
        received_at: row.ref('excluded.received_at'),
        due_at: row.ref('excluded.due_at'),
        version: row.ref('excluded.version'),
        needs_review: row.ref('excluded.needs_review'),
        state: row.ref('excluded.state'),
        fold_version: row.ref('excluded.fold_version'),
      })),
    )
    .execute();
}

function rowOf(stream: string, id: string, state: DossierState): Insertable<Schema['dossier']> {
  const reviews = state.status === 'absent' ? state.orphans : state.reviews;
  return {
    stream,
    id,
    status: state.status,
    ...knownOf(state),
    needs_review: reviews.length > 0,
    state: canonical(state),
    fold_version: foldVersion,
  };
}

function knownOf(state: DossierState) {
  if (isAccepted(state)) return columnsOf(state);
  return isPetition(state) ? petitionColumns(state) : { ...unknown, version: state.orphans.length };
}

const unknown = {
  code: null,
  applicant_name: null,
  procedure_code: null,
  received_at: null,
  due_at: null,
} as const;

/** A person and a wish, no code and no promise. */
const petitionColumns = ({ version, applicant, procedure }: Petition) => ({
  ...unknown,
  version,
  applicant_name: storable(applicant.name),
  procedure_code: storable(procedure.code),
});

const columnsOf = ({ version, received, current, dueAt }: Dossier) => ({
  version,
  code: storable(received.code),
  applicant_name: storable(current.applicant.name),
  procedure_code: storable(current.procedure.code),
  received_at: received.receivedAt,
  due_at: dueAt,
});

/** PostgreSQL text cannot hold U+0000, which JSON can: one such name must not stop a desk for ever. */
export const storable = (text: string): string => text.replaceAll('\0', '\uFFFD');
