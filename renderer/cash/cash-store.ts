import { createStore } from 'zustand/vanilla';
import type { CashView } from '../../shared/contract/cash/views.ts';
import type { Answer } from '../../shared/contract/desk-api.ts';
import type { Refusal } from '../../shared/contract/refusal.ts';
import { readVnd } from '../../shared/domain/base/money.ts';
import { denominations } from '../../shared/domain/cash/cash-events.ts';
import type { ScreenText } from '../../shared/text/vi.ts';
import type { Backstage } from '../frame/backstage.ts';

/** What is typed on the screen of the drawer. */
export interface CashTexts {
  readonly opening: string;
  readonly symbol: string;
  readonly from: string;
  readonly to: string;
  readonly spoiltSerial: string;
  readonly spoiltReason: string;
  readonly lateSerial: string;
  readonly explanation: string;
}

/** The officer's drawer: open it, note spoilt forms, count it, hand it over. */
export interface Cash {
  readonly view: CashView | null;
  readonly texts: CashTexts;
  /** Pieces of each denomination, as typed. */
  readonly pieces: Readonly<Record<number, string>>;
  readonly handedTo: string;
  /** Which taking a receipt number is noted for, by its place in the list. */
  readonly late: number;
  readonly refusal: Refusal | null;
  readonly busy: boolean;
  readonly load: () => Promise<void>;
  readonly type: (field: keyof CashTexts, text: string) => void;
  readonly count: (value: number, text: string) => void;
  readonly handTo: (officer: string) => void;
  readonly openShift: () => Promise<void>;
  readonly chooseLate: (place: number) => void;
  readonly assignReceipt: () => Promise<void>;
  readonly voidReceipt: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const noTexts: CashTexts = {
  opening: '',
  symbol: '',
  from: '',
  to: '',
  spoiltSerial: '',
  spoiltReason: '',
  lateSerial: '',
  explanation: '',
};

export const createCash = ({ desk, notices, run }: Pick<Backstage, 'desk' | 'notices' | 'run'>) =>
  createStore<Cash>()((set, get) => {
    const load = async () => {
      const answer = await desk.call('cash.view', {});
      if (answer.ok) set({ view: answer.value });
    };
    desk.listen('dossiers.changed', () => {
      if (get().view !== null) run(load());
    });

    /** One act at a time; what was typed goes only when it was taken. */
    const act = async (
      ask: () => Promise<Answer<'cash.view'>>,
      done: Partial<CashTexts>,
      said: keyof ScreenText['cash']['said'],
    ) => {
      if (get().busy) return;
      set({ busy: true, refusal: null });
      try {
        const answer = await ask();
        if (!answer.ok) return set({ refusal: answer.error[0] });
        set({ view: answer.value, texts: { ...get().texts, ...done } });
        notices.getState().tell({ tone: 'ok', say: ({ t }) => t.cash.said[said] });
      } finally {
        set({ busy: false });
      }
    };

    return {
      view: null,
      texts: noTexts,
      pieces: {},
      handedTo: '',
      late: 0,
      refusal: null,
      busy: false,
      load,
      type: (field, text) => set({ texts: { ...get().texts, [field]: text }, refusal: null }),
      count: (value, text) => set({ pieces: { ...get().pieces, [value]: text }, refusal: null }),
      handTo: (handedTo) => set({ handedTo, refusal: null }),
      openShift: () => {
        const { opening, symbol, from, to } = get().texts;
        const book = { symbol: symbol.trim(), from: from.trim(), to: to.trim() };
        const books = Object.values(book).every((text) => text === '') ? [] : [book];
        const read = readVnd(opening, 'opening');
        if (!read.ok) return Promise.resolve(set({ refusal: read.error }));
        return act(() => desk.call('cash.open', { openingVnd: read.value, books }), noTexts, 'opened');
      },
      chooseLate: (late) => set({ late, refusal: null }),
      assignReceipt: () => {
        const { view, late, texts } = get();
        const taking = view?.unnumbered[late];
        if (taking === undefined) return Promise.resolve();
        const [first = '', second] = texts.lateSerial.trim().split(/\s+/);
        const symbol = second === undefined ? (view?.shift?.books[0]?.symbol ?? '') : first;
        const { dossier, at: takenAt, vnd } = taking;
        const request = { dossier, takenAt, vnd, symbol, serial: second ?? first };
        return act(
          async () => {
            const answer = await desk.call('cash.assignReceipt', request);
            if (answer.ok) set({ late: 0 });
            return answer;
          },
          { lateSerial: '' },
          'numbered',
        );
      },
      voidReceipt: () => {
        const { spoiltSerial, spoiltReason } = get().texts;
        const symbol = get().view?.shift?.books[0]?.symbol ?? '';
        const request = { symbol, serial: spoiltSerial.trim(), reason: spoiltReason };
        return act(
          () => desk.call('cash.voidReceipt', request),
          { spoiltSerial: '', spoiltReason: '' },
          'spoilt',
        );
      },
      close: () => {
        const { pieces, texts, handedTo } = get();
        const counted = countedPieces(pieces);
        if (counted === null)
          return Promise.resolve(set({ refusal: { code: 'pieces-wrong', field: 'pieces' } }));
        const request = {
          pieces: counted,
          explanation: texts.explanation,
          handedTo: handedTo === '' ? null : handedTo,
        };
        return act(
          async () => {
            const answer = await desk.call('cash.close', request);
            if (answer.ok) set({ pieces: {}, handedTo: '' });
            return answer;
          },
          noTexts,
          'closed',
        );
      },
    };
  });

/** What was counted, or null when a number cannot be read; blank is none. */
export function countedPieces(
  pieces: Cash['pieces'],
): { readonly value: number; readonly count: number }[] | null {
  const read = denominations.map((value) => ({ value, text: (pieces[value] ?? '').trim() }));
  if (read.some(({ text }) => !/^\d{0,5}$/.test(text))) return null;
  return read.filter(({ text }) => text !== '').map(({ value, text }) => ({ value, count: Number(text) }));
}
