import { createStore } from 'zustand/vanilla';
import type { Input } from '../../../shared/contract/desk-api.ts';
import type { DossierDetail, DossierRow, PaperStanding } from '../../../shared/contract/dossier/views.ts';
import { type Refusal, refuse } from '../../../shared/contract/refusal.ts';
import { readVnd } from '../../../shared/domain/base/money.ts';
import { shortCode } from '../../../shared/domain/dossier/dossier-code.ts';
import { type FeeReceipt, feeReceipt } from '../../../shared/domain/dossier/taking.ts';
import { type Applicant, noApplicant } from '../../../shared/domain/people/applicant.ts';
import { couldBeSamePerson, isSamePerson, nameKey } from '../../../shared/domain/people/person-match.ts';
import { unreachable } from '../../../shared/result.ts';
import { formatCount } from '../../../shared/text/format.ts';
import { fill } from '../../../shared/text/language.ts';
import type { Backstage } from '../../frame/backstage.ts';

export type Receiver = Input<'dossier.handOver'>['receiver'];

/** A result being given back: which dossier, to whom, for how much. */
export interface HandOver {
  readonly query: string;
  readonly detail: DossierDetail | null;
  readonly receiver: Receiver;
  /** What is taken, as typed; empty for nothing. */
  readonly fee: string;
  /** The card that was held against the dossier, if any. */
  readonly card: Applicant | null;
  /** What the receipt that was shown is worth. */
  readonly paper: PaperStanding;
  readonly refusals: readonly Refusal[];
  readonly busy: boolean;
  readonly type: (query: string) => void;
  /** Dossiers of whoever was asked for by name or number, where there are several. */
  readonly found: readonly DossierRow[];
  readonly active: number;
  readonly move: (by: 1 | -1) => void;
  /** A scanned receipt, a code or its last digits; or a name, a number, a phone. Asked again it opens what is chosen. */
  readonly find: (text: string) => Promise<void>;
  readonly open: (id: string) => Promise<void>;
  readonly showCard: (card: Applicant) => void;
  readonly chooseReceiver: (kind: Receiver['kind']) => void;
  readonly changeReceiver: (change: Partial<Receiver>) => void;
  readonly typeFee: (fee: string) => void;
  /** The finance receipt as typed: symbol and number, or nothing. */
  readonly receipt: string;
  readonly typeReceipt: (receipt: string) => void;
  readonly markReady: () => Promise<void>;
  readonly give: () => Promise<void>;
  readonly clear: () => void;
}

const noReceiver: Receiver = { kind: 'applicant', name: '', idNumber: '', relation: '', authorisation: '' };
const nothing = {
  query: '',
  found: [],
  active: 0,
  detail: null,
  receiver: noReceiver,
  fee: '0',
  receipt: '',
  card: null,
  paper: { kind: 'valid' },
  refusals: [],
  busy: false,
} as const;

export const createHandOver = ({ desk, focus, notices }: Backstage) =>
  createStore<HandOver>()((set, get) => {
    /** The form on top of the officer's book, for the officer to see; nothing where no shift is open. */
    const offerReceipt = async (detail: DossierDetail) => {
      if (detail.stillDueVnd === 0) return;
      const answer = await desk.call('cash.view', {});
      const next = answer.ok ? answer.value.shift?.next : null;
      const isStill = get().detail?.row.id === detail.row.id && get().receipt === '';
      if (next != null && isStill) set({ receipt: `${next.symbol} ${next.serial}` });
    };

    const begin = async (detail: DossierDetail) => {
      set({
        ...nothing,
        detail,
        receiver: receiverFrom(detail, 'applicant'),
        // An amount that nobody knows is typed, and never taken for none.
        fee: detail.stillDueVnd === null ? '' : formatCount(detail.stillDueVnd),
      });
      focus.getState().want('receiver');
      await offerReceipt(detail);
    };

    /** One act at a time: a second F9 does nothing until the first is answered. */
    const act = async (work: (detail: DossierDetail) => Promise<void>) => {
      const { detail, busy } = get();
      if (detail === null || busy) return;
      set({ busy: true, refusals: [] });
      try {
        await work(detail);
      } finally {
        set({ busy: false });
      }
    };

    const open = async (id: string) => {
      const answer = await desk.call('dossier.get', { id });
      if (answer.ok) await begin(answer.value);
      else set({ refusals: answer.error });
    };

    return {
      ...nothing,
      type: (query) => set({ query, refusals: [], found: [], active: 0 }),
      move: (by) => set({ active: Math.min(Math.max(0, get().active + by), get().found.length - 1) }),
      find: async (text) => {
        if (text.trim() === '') return;
        const chosen = get().found[get().active];
        if (chosen !== undefined && text === get().query) return open(chosen.id);
        const answer = await desk.call('dossier.byReceipt', { text });
        if (answer.ok) {
          await open(answer.value.id);
          set({ paper: answer.value.paper });
          return;
        }
        const others = await desk.call('dossier.find', { query: text.slice(0, 120) });
        const found = others.ok ? others.value : [];
        const [only, another] = found;
        if (only !== undefined && another === undefined) return open(only.id);
        set({ ...nothing, query: text, found, refusals: found.length === 0 ? answer.error : [] });
      },
      open,
      showCard: (card) => {
        const { detail } = get();
        if (detail === null) return;
        const receiver = receiverOfCard(detail, card);
        set({ card, receiver, refusals: [] });
        focus.getState().want(receiver.kind === 'other' ? 'receiver.relation' : 'receiver');
      },
      chooseReceiver: (kind) => {
        const { detail } = get();
        if (detail !== null) set({ receiver: receiverFrom(detail, kind), refusals: [] });
      },
      changeReceiver: (change) => set({ receiver: { ...get().receiver, ...change }, refusals: [] }),
      typeFee: (fee) => set({ fee, refusals: [] }),
      typeReceipt: (receipt) => set({ receipt, refusals: [] }),
      markReady: () =>
        act(async ({ row }) => {
          const answer = await desk.call('dossier.markReady', { id: row.id, note: '' });
          if (answer.ok) set({ detail: answer.value });
          else set({ refusals: answer.error });
        }),
      give: () =>
        act(async ({ row }) => {
          const { receiver, fee } = get();
          const read = readVnd(fee, 'feeCollectedVnd');
          if (!read.ok) {
            focus.getState().want('feeCollectedVnd');
            return set({ refusals: [read.error] });
          }
          const feeCollectedVnd = read.value;
          const receipt = readReceipt(get().receipt);
          if (receipt === undefined && feeCollectedVnd > 0)
            return set({ refusals: [refuse('serial-wrong', 'receipt')] });
          const answer = await desk.call('dossier.handOver', {
            id: row.id,
            receiver,
            feeCollectedVnd,
            receipt: receipt ?? null,
          });
          if (!answer.ok) {
            const [{ field }] = answer.error;
            set({ refusals: answer.error });
            if (field !== undefined) focus.getState().want(field);
            return;
          }
          const values = { code: shortCode(row.code), name: receiver.name };
          set(nothing);
          notices.getState().tell({ tone: 'ok', say: ({ t }) => fill(t.handOver.done, values) });
          focus.getState().want('receipt');
        }),
      clear: () => {
        set(nothing);
        focus.getState().want('receipt');
      },
    };
  });

/** `28AA-17T 0001234`; null for none, undefined for what cannot be one. */
function readReceipt(text: string): FeeReceipt | null | undefined {
  if (text.trim() === '') return null;
  const [, symbol = '', serial = ''] = /^(.*\S)\s+(\d+)$/.exec(text.trim()) ?? [];
  return feeReceipt.safeParse({ symbol, serial }).data;
}

/** A card says who stands there: whoever it does not name on the dossier receives in another's place. */
function receiverOfCard(detail: DossierDetail, card: Applicant): Receiver {
  const { applicant, submitter } = detail.received;
  // Received under the old number it stays so: the card has told that both are one person's.
  const own = receiverFrom(detail, 'applicant');
  if (isSamePerson(card, applicant)) return { ...own, idNumber: own.idNumber || card.idNumber };
  const bringer = submitter === null ? null : { ...noApplicant, ...submitter };
  if (bringer !== null && couldBeSamePerson(card, bringer) && nameKey(card.name) === nameKey(bringer.name)) {
    return { ...receiverFrom(detail, 'submitter'), idNumber: card.idNumber };
  }
  return { ...noReceiver, kind: 'other', name: card.name, idNumber: card.idNumber };
}

function receiverFrom({ received }: DossierDetail, kind: Receiver['kind']): Receiver {
  switch (kind) {
    case 'applicant':
      return { ...noReceiver, name: received.applicant.name, idNumber: received.applicant.idNumber };
    case 'submitter':
      return received.submitter === null ? noReceiver : { ...noReceiver, kind, ...received.submitter };
    case 'other':
      return { ...noReceiver, kind };
    default:
      return unreachable(kind);
  }
}
