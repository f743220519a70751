import { createStore } from 'zustand/vanilla';
import type { PetitionRow } from '../../shared/contract/intake/views.ts';
import { fill } from '../../shared/text/language.ts';
import { type Backstage, latest } from '../frame/backstage.ts';
import { nothingToEnd } from '../world.ts';

/** Who was asked for more and is waited for; the panel over the intake that lists them. */
export interface Petitions {
  readonly rows: readonly PetitionRow[];
  readonly waiting: number;
  readonly isOpen: boolean;
  readonly query: string;
  readonly selected: string | null;
  readonly load: () => Promise<void>;
  /** @param query whom to look for at once */
  readonly show: (query?: string) => void;
  readonly close: () => void;
  readonly search: (query: string) => void;
  readonly select: (id: string) => void;
  readonly move: (by: 1 | -1) => void;
  readonly print: () => Promise<void>;
  readonly lapse: () => Promise<void>;
}

const gatherMs = 400;

export const createPetitions = ({ desk, timers, notices, run }: Backstage) =>
  createStore<Petitions>()((set, get) => {
    const lists = latest();
    let gathering = nothingToEnd;
    let isWanted = false;

    const load = async () => {
      isWanted = true;
      const isLatest = lists.ask();
      const answer = await desk.call('petition.list', { query: get().query.trim() });
      if (!answer.ok || !isLatest()) return;
      const { rows, waiting } = answer.value;
      const isKept = rows.some(({ id }) => id === get().selected);
      set({ rows, waiting, selected: isKept ? get().selected : (rows[0]?.id ?? null) });
    };

    desk.listen('dossiers.changed', () => {
      gathering();
      gathering = timers.after(gatherMs, () => isWanted && run(load()));
    });

    const search = (query: string) => {
      set({ query });
      run(load());
    };

    return {
      rows: [],
      waiting: 0,
      isOpen: false,
      query: '',
      selected: null,
      load,
      show: (query = '') => {
        set({ isOpen: true });
        search(query);
      },
      close: () => {
        if (get().query === '') return set({ isOpen: false });
        set({ isOpen: false });
        search('');
      },
      search,
      select: (selected) => set({ selected }),
      move: (by) => {
        const { rows, selected } = get();
        const next = rows[Math.max(0, rows.findIndex(({ id }) => id === selected) + by)];
        if (next !== undefined) set({ selected: next.id });
      },
      print: async () => {
        const id = get().selected;
        if (id === null) return;
        const answer = await desk.call('petition.print', { id });
        notices
          .getState()
          .tell(
            answer.ok
              ? { tone: 'ok', say: ({ t }) => t.petitions.printed }
              : { tone: 'late', say: (words) => words.refusal(answer.error[0]) },
          );
      },
      lapse: async () => {
        const row = get().rows.find(({ id }) => id === get().selected);
        if (row === undefined) return;
        const answer = await desk.call('petition.lapse', { id: row.id });
        await load();
        notices
          .getState()
          .tell(
            answer.ok
              ? { tone: 'ok', say: ({ t }) => fill(t.petitions.lapsed, { name: row.applicantName }) }
              : { tone: 'late', say: (words) => words.refusal(answer.error[0]) },
          );
      },
    };
  });
