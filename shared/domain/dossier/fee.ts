import { unreachable } from '../../result.ts';
import type { FeeRule } from '../catalogue/procedure.ts';
import type { DossierReceived } from './dossier-events.ts';

/** What the fee depends on. */
export interface FeeRequest {
  /** Rows of a certification; none for other procedures. */
  readonly rows: readonly { readonly pages: number; readonly copies: number }[];
  /** For fees by copy, 1 or more. */
  readonly copiesWanted: number;
  /** How the dossier came: online may cost less. */
  readonly channel: DossierReceived['channel'];
  /** What the officer entered where the province sets the fee. */
  readonly enteredVnd: number | null;
}

/** The rule for copies certified from an original. */
export type CertifiedPages = Extract<FeeRule, { kind: 'certified-pages' }>;

export interface FeeLine {
  readonly perCopyVnd: number;
  readonly copies: number;
  readonly vnd: number;
}

export interface Fee {
  /** For a certification one line a row, in their order. */
  readonly lines: readonly FeeLine[];
  /** Whole đồng; null while nobody knows it. */
  readonly totalVnd: number | null;
}

/** @source docs/sources.md#fees */
export function feeOf(rule: FeeRule, request: FeeRequest): Fee {
  switch (rule.kind) {
    case 'certified-pages':
      return summed(request.rows.map((row) => lineOf(certifiedCopyVnd(rule, row.pages), row.copies)));
    case 'per-copy':
      return summed([lineOf(amountFor(rule, request), request.copiesWanted)]);
    case 'flat':
      return summed([lineOf(amountFor(rule, request), 1)]);
    case 'set-locally':
      return request.enteredVnd === null
        ? { lines: [], totalVnd: null }
        : summed([lineOf(request.enteredVnd, 1)]);
    default:
      return unreachable(rule);
  }
}

/** By post is priced as at the desk: the papers are checked by hand all the same. */
const amountFor = (
  { amountVnd, onlineVnd }: Extract<FeeRule, { kind: 'per-copy' | 'flat' }>,
  { channel }: FeeRequest,
): number => (channel === 'online' ? (onlineVnd ?? amountVnd) : amountVnd);

/** One certified copy: the first pages at one price, the rest at another, never above the cap. */
export function certifiedCopyVnd(rule: CertifiedPages, pages: number): number {
  const first = Math.min(pages, rule.firstPages);
  return Math.min(rule.capVnd, first * rule.firstVnd + (pages - first) * rule.nextVnd);
}

const lineOf = (perCopyVnd: number, copies: number): FeeLine => ({
  perCopyVnd,
  copies,
  vnd: perCopyVnd * copies,
});

const summed = (lines: readonly FeeLine[]): Fee => ({
  lines,
  totalVnd: lines.reduce((sum, line) => sum + line.vnd, 0),
});
