import { createStore } from 'zustand/vanilla';
import type { Input, Output } from '../../../shared/contract/desk-api.ts';
import type { DossierRow } from '../../../shared/contract/dossier/views.ts';
import { type Backstage, latest } from '../../frame/backstage.ts';
import { nothingToEnd } from '../../world.ts';

export type Filter = Input<'dossier.list'>['filter'];
const filters: readonly Filter[] = ['todo', 'overdue', 'unanswered', 'today', 'ready', 'all'];

/** The tabs there are now: rare things have one only while there are some, or while it is being looked at. */
export const shownFilters = ({ filter, counts }: Pick<DossierList, 'filter' | 'counts'>): readonly Filter[] =>
  filters.filter((one) => one !== 'unanswered' || one === filter || (counts?.unanswered ?? 0) > 0);

/** The list as far as it has been paged in, and the row under the hand. */
export interface DossierList {
  readonly filter: Filter;
  readonly query: string;
  readonly rows: readonly DossierRow[];
  readonly more: boolean;
  /** Where nothing is shown: how many of all dossiers answer what was typed. */
  readonly elsewhere: number;
  readonly counts: Output<'dossier.list'>['counts'] | null;
  readonly selected: string | null;
  readonly loading: boolean;
  readonly load: () => Promise<void>;
  readonly loadMore: () => Promise<void>;
  readonly show: (filter: Filter) => void;
  readonly search: (query: string) => void;
  readonly select: (id: string) => void;
  /** Down or up; past the last row the next page is fetched. */
  readonly move: (by: 1 | -1) => void;
}

const gatherMs = 400;

export const createDossierList = ({ desk, timers, run }: Backstage) =>
  createStore<DossierList>()((set, get) => {
    const lists = latest();
    let gathering = nothingToEnd;

    const read = async (after: Input<'dossier.list'>['after']) => {
      const isLatest = lists.ask();
      const { filter, query } = get();
      set({ loading: true });
      const answer = await desk.call('dossier.list', { filter, query: query.trim(), after });
      if (!isLatest()) return;
      set({ loading: false });
      if (!answer.ok) return;
      const { more, counts, elsewhere } = answer.value;
      const rows = after === null ? answer.value.rows : [...get().rows, ...answer.value.rows];
      const kept = rows.some(({ id }) => id === get().selected);
      set({ rows, more, counts, elsewhere, selected: kept ? get().selected : (rows[0]?.id ?? null) });
    };

    const load = () => read(null);

    desk.listen('dossiers.changed', () => {
      gathering();
      gathering = timers.after(gatherMs, () => run(load()));
    });

    return {
      filter: 'todo',
      query: '',
      rows: [],
      more: false,
      elsewhere: 0,
      counts: null,
      selected: null,
      loading: false,
      load,
      loadMore: async () => {
        const { rows, more, loading } = get();
        const last = rows.at(-1);
        if (more && !loading && last !== undefined) await read({ dueAt: last.dueAt, id: last.id });
      },
      show: (filter) => {
        set({ filter, selected: null });
        run(load());
      },
      search: (query) => {
        set({ query });
        run(load());
      },
      select: (selected) => set({ selected }),
      move: (by) => {
        const { rows, selected } = get();
        const here = rows.findIndex(({ id }) => id === selected);
        const next = rows[Math.max(0, here + by)];
        if (next === undefined) return run(get().loadMore());
        set({ selected: next.id });
      },
    };
  });

/** The rows before and after one, for going through a group from inside a dossier. */
export function neighboursOf(rows: readonly DossierRow[], id: string) {
  const here = rows.findIndex((row) => row.id === id);
  return { previous: rows[here - 1] ?? null, next: here < 0 ? null : (rows[here + 1] ?? null) };
}
