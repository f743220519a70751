import { unreachable } from '../../result.ts';
import type { FeeChoice, FeeRule, PlainFee } from '../catalogue/procedure.ts';
import type { DossierReceived } from './dossier-events.ts';
import type { ChosenFee } from './received-papers.ts';

/** Which of several fees it is. */
export interface FeeQuestion {
  /** The key somebody chose; null where nobody has. */
  readonly choice: string | null;
  /** How the dossier came: online may cost less. */
  readonly channel: DossierReceived['channel'];
}

/** What the fee depends on. */
export interface FeeRequest extends FeeQuestion {
  /** Rows of a certification; none for other procedures. */
  readonly rows: readonly { readonly pages: number; readonly copies: number }[];
  /** For fees by copy, 1 or more. */
  readonly copiesWanted: number;
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

/**
 * The fee that applies where an edition holds several: the one that was chosen, else the only usual one of this channel.
 * @returns null where there is nothing to choose, where a person has to, and for a key that this edition does not have
 */
export function feeChoiceOf(rule: FeeRule, { choice, channel }: FeeQuestion): FeeChoice | null {
  if (rule.kind !== 'choices') return null;
  if (choice !== null) return rule.choices.find(({ key }) => key === choice) ?? null;
  const [usual, another] = rule.choices.filter(
    (one) => one.usual && (one.channels.length === 0 || one.channels.includes(channel)),
  );
  return another === undefined ? (usual ?? null) : null;
}

/** The rule that is left when it is chosen; null while it is not. */
export const plainFeeOf = (rule: FeeRule, question: FeeQuestion): PlainFee | null =>
  rule.kind === 'choices' ? (feeChoiceOf(rule, question)?.fee ?? null) : rule;

/** How a dossier came of which this fee was chosen: the one for what is handed in online says that it was. */
export const channelOf = (
  choice: Pick<FeeChoice, 'channels'> | null,
  channel: DossierReceived['channel'],
): DossierReceived['channel'] =>
  choice === null || choice.channels.includes(channel) ? channel : (choice.channels[0] ?? channel);

/** A fee as the dossier keeps it: what its receipt says, and why it is this one. */
export const chosenFee = (choice: FeeChoice | null): ChosenFee | null =>
  choice === null ? null : { key: choice.key, label: choice.label, condition: choice.condition };

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
    case 'choices': {
      const plain = plainFeeOf(rule, request);
      return plain === null ? { lines: [], totalVnd: null } : feeOf(plain, request);
    }
    default:
      return unreachable(rule);
  }
}

/** By post is priced as at the desk: the papers are checked by hand all the same. */
const amountFor = (
  { amountVnd, onlineVnd }: Extract<PlainFee, { kind: 'per-copy' | 'flat' }>,
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
