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
  readonly printRegister: (volume: BooksView['volumes'][number]) => Promise<void>;
  readonly print: (request: BooksRequest) => Promise<void>;
}

export const createBooks = ({ desk, notices }: Pick<Backstage, 'desk' | 'notices'>) =>
  createStore<Books>()((set, get) => {
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

    return {
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
    };
  });

/** The pages that were typed; the last one where nothing was, one page where only the first was. */
export function pagesOf(range: PageRange | undefined, pages: number): { from: number; to: number } {
  const from = pageOf(range?.from) ?? pages;
  const to = pageOf(range?.to) ?? Math.max(from, range?.from ? from : pages);
  return { from, to };
}

const pageOf = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,5}$/.test(text.trim()) && Number(text) > 0 ? Number(text) : null;
