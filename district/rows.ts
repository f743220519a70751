import type { ColumnType, Kysely, Transaction } from 'kysely';
import type { Verdict } from '../shared/protocol/bodies.ts';

/** The tables of `migrations/`, column by column; each file there says what its table is for. */
export interface Schema {
  readonly stream: StreamRow;
  readonly device: DeviceRow;
  readonly enrolment_code: EnrolmentCodeRow;
  readonly counter_digit: CounterDigitRow;
  readonly register_line: RegisterLineRow;
  readonly register_closing: RegisterClosingRow;
  readonly event: EventRow;
  readonly feed: FeedRowRow;
  readonly officer: OfficerRow;
  readonly officer_history: OfficerHistoryRow;
  readonly receipt_serial: ReceiptSerialRow;
  readonly dossier: DossierRow;
  readonly quarantine: QuarantineRow;
  readonly incident: IncidentRow;
  readonly district_key: DistrictKeyRow;
}

export type Db = Kysely<Schema>;
export type Tx = Transaction<Schema>;

/** `timestamptz`: written as an instant (`…Z`), never read back by the server's own rules. */
type Instant = ColumnType<unknown, string, string>;

interface StreamRow {
  readonly id: string;
  /** Canonical JSON of an `Agency`. */
  readonly agency: string;
  readonly feed_seq: number;
  readonly running_hash: string;
}

interface DeviceRow {
  readonly id: string;
  readonly epoch: number;
  readonly stream: string;
  /** Ed25519, raw, base64url. */
  readonly public_key: string;
  readonly name: string;
  readonly desk_digit: number;
  readonly desk_name: string;
  readonly last_seq: number;
  readonly last_hash: string;
  readonly revoked: boolean;
  readonly frozen: boolean;
  readonly enrolled_at: Instant;
}

interface EnrolmentCodeRow {
  /** SHA-256 of the nine digits. */
  readonly code_hash: string;
  readonly stream: string;
  readonly desk_digit: number;
  readonly desk_name: string;
  readonly device: string | null;
  readonly used_at: ColumnType<unknown, string | null, string | null>;
}

interface CounterDigitRow {
  readonly stream: string;
  readonly digit: number;
  readonly desk_digit: number;
}

interface RegisterLineRow {
  readonly stream: string;
  readonly volume: string;
  readonly number: number;
  readonly dossier: string;
}

interface RegisterClosingRow {
  readonly stream: string;
  readonly volume: string;
}

interface EventRow {
  readonly stream: string;
  readonly device: string;
  readonly epoch: number;
  readonly seq: number;
  readonly hash: string;
  readonly line: string;
  readonly type: string;
  readonly dossier_id: string | null;
  readonly feed_seq: number;
  readonly outcome: Verdict['outcome'];
  readonly code: string;
}

interface FeedRowRow {
  readonly stream: string;
  readonly feed_seq: number;
  readonly kind: string;
  /** Null for an event: its line is in `event`. */
  readonly body: string | null;
  readonly running_hash: string;
}

interface OfficerRow {
  readonly stream: string;
  readonly id: string;
  /** Canonical JSON of an `OfficerRecord`. */
  readonly record: string;
}

interface OfficerHistoryRow extends OfficerRow {
  /** An instant, UTC. */
  readonly since: string;
}

interface ReceiptSerialRow {
  readonly stream: string;
  readonly symbol: string;
  readonly serial: string;
}

interface DossierRow {
  readonly stream: string;
  readonly id: string;
  readonly status: string;
  readonly code: string | null;
  readonly applicant_name: string | null;
  readonly procedure_code: string | null;
  readonly received_at: string | null;
  readonly due_at: string | null;
  readonly version: number;
  readonly needs_review: boolean;
  /** Canonical JSON of a `DossierState`. */
  /** The fold that made `state`; another one's is folded anew. */
  readonly fold_version: number;
  readonly state: string;
}

interface QuarantineRow {
  readonly stream: string;
  readonly device: string;
  readonly epoch: number;
  readonly sha256: string;
  readonly why: string;
  readonly bytes: Uint8Array;
  readonly arrived_at: Instant;
}

interface IncidentRow {
  readonly stream: string;
  readonly id: string;
  readonly device: string;
  readonly epoch: number;
  readonly seq: number;
  readonly kind: string;
  readonly opened_at: Instant;
}

interface DistrictKeyRow {
  readonly id: number;
  readonly public_key: string;
  readonly private_pem: string;
}
