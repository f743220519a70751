import { createStore } from 'zustand/vanilla';
import type { BooksRequest, BooksView } from '../../shared/contract/office/views.ts';
import type { Refusal } from '../../shared/contract/refusal.ts';
import { addDays, type LocalDate } from '../../shared/domain/base/local-date.ts';
import { fill } from '../../shared/text/language.ts';
import { type Backstage, latest } from '../frame/backstage.ts';

/** Pages of a volume as typed; empty is the last page. */
export interface PageRange {
  readonly from: string;
  readonly to: string;
}

export type BookVolume = BooksView['volumes'][number];

/** The register and the lists of a day. */
export interface Books {
  readonly view: BooksView | null;
  readonly ranges: Readonly<Record<string, PageRange>>;
  readonly refusal: Refusal | null;
  readonly busy: boolean;
  readonly open: (day: LocalDate) => Promise<void>;
  /** Another day; never one that has not come. */
  readonly move: (by: 1 | -1, today: LocalDate) => Promise<void>;
  readonly typeRange: (volume: string, range: PageRange) => void;
  readonly printRegister: (volume: BookVolume) => Promise<void>;
  /** The register that somebody wants to close or to open again, with the reason for the latter. */
  readonly asked: BookVolume | null;
  readonly reason: string;
  readonly closingRefusal: Refusal | null;
  readonly ask: (volume: BookVolume | null) => void;
  readonly sayReason: (reason: string) => void;
  /** Does what was asked for; once, however often it is pressed. */
  readonly send: () => Promise<void>;
  readonly print: (request: BooksRequest) => Promise<void>;
}

type Stage = Pick<Backstage, 'desk' | 'notices' | 'focus'>;

export const createBooks = (stage: Stage) =>
  createStore<Books>()((set, get) => {
    const { desk, notices, focus } = stage;
    const reads = latest();

    const open = async (day: LocalDate) => {
      const isLatest = reads.ask();
      const answer = await desk.call('books.view', { day });
      if (!isLatest()) return;
      if (answer.ok) set({ view: answer.value, refusal: null });
      else set({ refusal: answer.error[0] });
    };

    const print = async (request: BooksRequest) => {
      if (get().busy) return;
      set({ busy: true, refusal: null });
      try {
        const answer = await desk.call('books.print', request);
        if (!answer.ok) return set({ refusal: answer.error[0] });
        const count = answer.value.papers;
        notices.getState().tell({ tone: 'ok', say: ({ t }) => fill(t.books.printing, { count }) });
      } finally {
        set({ busy: false });
      }
    };

    const send = async () => {
      const { asked, busy, view } = get();
      if (asked === null || busy) return;
      set({ busy: true, closingRefusal: null });
      try {
        const closingRefusal = await (asked.may === 'close'
          ? close(stage, asked)
          : reopen(stage, asked, get().reason));
        set(closingRefusal === null ? nothingAsked : { closingRefusal });
        if (closingRefusal === null && view !== null) await open(view.day);
      } finally {
        set({ busy: false });
      }
    };

    return {
      ...nothingAsked,
      view: null,
      ranges: {},
      refusal: null,
      busy: false,
      open,
      move: async (by, today) => {
        const { view } = get();
        if (view === null) return;
        const day = addDays(view.day, by);
        if (day <= today) await open(day);
      },
      typeRange: (volume, range) => set({ ranges: { ...get().ranges, [volume]: range }, refusal: null }),
      printRegister: ({ volume, pages }) => {
        const { from, to } = pagesOf(get().ranges[volume], pages);
        return print({ book: 'register', volume, firstPage: from, lastPage: to });
      },
      print,
      ask: (asked) => {
        set({ ...nothingAsked, asked });
        if (asked !== null) focus.getState().want(asked.may === 'close' ? 'closing.send' : 'reason');
      },
      sayReason: (reason) => set({ reason, closingRefusal: null }),
      send,
    };
  });

/** @returns why not */
async function close({ desk, notices }: Stage, { volume }: BookVolume): Promise<Refusal | null> {
  const answer = await desk.call('books.close', { volume });
  if (!answer.ok) return answer.error[0];
  notices.getState().tell({ tone: 'ok', say: ({ t }) => fill(t.books.closingDone, { volume }) });
  return null;
}

/** @returns why not */
async function reopen(
  { desk, notices }: Stage,
  { volume }: BookVolume,
  reason: string,
): Promise<Refusal | null> {
  const answer = await desk.call('books.reopen', { volume, reason });
  if (!answer.ok) return answer.error[0];
  notices.getState().tell({ tone: 'ok', say: ({ t }) => fill(t.books.reopenDone, { volume }) });
  return null;
}

const nothingAsked = { asked: null, reason: '', closingRefusal: null } as const;

/** The pages that were typed; the last one where nothing was, one page where only the first was. */
export function pagesOf(range: PageRange | undefined, pages: number): { from: number; to: number } {
  const from = pageOf(range?.from) ?? pages;
  const to = pageOf(range?.to) ?? Math.max(from, range?.from ? from : pages);
  return { from, to };
}

const pageOf = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,5}$/.test(text.trim()) && Number(text) > 0 ? Number(text) : null;
