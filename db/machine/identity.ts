import type { Database } from 'better-sqlite3';
import { type Agency, agency } from '../../shared/domain/catalogue/agency.ts';

/** Who this installation is; given by the district at enrolment. */
export interface Identity {
  readonly device: string;
  readonly epoch: number;
  readonly stream: string;
  readonly deskDigit: number;
  readonly deskName: string;
  readonly agency: Agency;
  readonly districtUrl: string;
  /** Ed25519, raw, base64url: checks acks. */
  readonly districtKey: string;
  /** The device's private key, wrapped by the system. */
  readonly sealedKey: string;
}

interface Row {
  readonly device: string;
  readonly epoch: number;
  readonly stream: string;
  readonly desk_digit: number;
  readonly desk_name: string;
  readonly agency: string;
  readonly district_url: string;
  readonly district_key: string;
  readonly sealed_key: string;
}

/** The machine's identity, or null before enrolment. */
export function readIdentity(db: Database): Identity | null {
  const row = db
    .prepare<[], Row>(
      `SELECT device, epoch, stream, desk_digit, desk_name, agency, district_url, district_key, sealed_key
         FROM identity WHERE id = 1`,
    )
    .get();
  if (row === undefined) return null;
  return {
    device: row.device,
    epoch: row.epoch,
    stream: row.stream,
    deskDigit: row.desk_digit,
    deskName: row.desk_name,
    agency: agency.parse(JSON.parse(row.agency)),
    districtUrl: row.district_url,
    districtKey: row.district_key,
    sealedKey: row.sealed_key,
  };
}

/** @throws SqliteError if the machine is enrolled already */
export function writeIdentity(db: Database, one: Identity, enrolledAt: number): void {
  db.prepare(
    `INSERT INTO identity (id, device, epoch, stream, desk_digit, desk_name, agency, district_url, district_key,
                           sealed_key, enrolled_at)
     VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    one.device,
    one.epoch,
    one.stream,
    one.deskDigit,
    one.deskName,
    JSON.stringify(one.agency),
    one.districtUrl,
    one.districtKey,
    one.sealedKey,
    enrolledAt,
  );
}
