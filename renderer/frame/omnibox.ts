import { createStore } from 'zustand/vanilla';
import type { ProcedureView } from '../../shared/contract/catalogue/views.ts';
import type { DeskClient } from '../../shared/contract/desk-api.ts';
import type { DossierRow } from '../../shared/contract/dossier/views.ts';
import type { KnownPerson } from '../../shared/contract/people/views.ts';
import { idNumberKind, readTypedNumber } from '../../shared/domain/people/personal-number.ts';
import { parsePhone } from '../../shared/domain/people/phone.ts';
import { fold } from '../../shared/text/fold.ts';
import { type Backstage, latest } from './backstage.ts';
import type { ScreenName } from './navigation.ts';

export type Find =
  | { readonly kind: 'person'; readonly person: KnownPerson }
  | { readonly kind: 'procedure'; readonly procedure: ProcedureView }
  | { readonly kind: 'dossier'; readonly row: DossierRow }
  | { readonly kind: 'screen'; readonly screen: ScreenName; readonly key: string }
  | { readonly kind: 'new'; readonly field: 'name' | 'idNumber' | 'phone'; readonly text: string };

/** The one box for everything: people, dossiers, procedures, screens. */
export interface Omnibox {
  readonly query: string;
  readonly finds: readonly Find[];
  readonly active: number;
  /** The query the finds answer; they are offered only while it is the one in the box. */
  readonly answered: string;
  readonly type: (query: string) => void;
  readonly move: (by: 1 | -1) => void;
  /** The finds for what stands in the box, waiting for them if need be: Enter may be quicker than the desk. */
  readonly settle: () => Promise<Find | null>;
  readonly clear: () => void;
}

export const screenKeys: Readonly<Record<Exclude<ScreenName, 'books' | 'cash' | 'settings'>, string>> = {
  intake: 'F2',
  dossiers: 'F4',
  handOver: 'F6',
  sync: 'F5',
};

type ScreenNames = (screen: Exclude<ScreenName, 'dossier'>) => readonly string[];

/** @param screenNames what a screen is called in the language of the moment */
export const createOmnibox = ({ desk, run }: Pick<Backstage, 'desk' | 'run'>, screenNames: ScreenNames) =>
  createStore<Omnibox>()((set, get) => {
    const searches = latest();
    let pending: Promise<void> = Promise.resolve();

    const search = async (query: string) => {
      const isLatest = searches.ask();
      const finds = await findAll(desk, query, screenNames);
      if (isLatest()) set({ finds, active: 0, answered: query });
    };

    return {
      query: '',
      finds: [],
      active: 0,
      answered: '',
      type: (query) => {
        set({ query });
        const asked = query.trim();
        if (asked.length < 2) {
          searches.ask();
          return set({ finds: [], answered: '', active: 0 });
        }
        pending = search(asked);
        run(pending);
      },
      move: (by) => {
        const { active, finds } = get();
        set({ active: Math.min(Math.max(0, active + by), Math.max(0, finds.length - 1)) });
      },
      settle: async () => {
        await pending;
        return get().finds[get().active] ?? null;
      },
      clear: () => {
        searches.ask();
        pending = Promise.resolve();
        set({ query: '', finds: [], answered: '', active: 0 });
      },
    };
  });

async function findAll(desk: DeskClient, query: string, names: ScreenNames): Promise<Find[]> {
  const digits = query.replaceAll(/[\s.]/g, '');
  const [people, dossiers, procedures, dossier] = await Promise.all([
    desk.call('person.find', { query }),
    desk.call('dossier.find', { query }),
    desk.call('procedure.find', { query }),
    looksLikeCode(digits) ? desk.call('dossier.byReceipt', { text: digits }) : null,
  ]);
  const byCode = dossier?.ok ? [dossier.value] : [];
  const others = dossiers.ok ? dossiers.value.filter(({ id }) => byCode.every((one) => one.id !== id)) : [];
  const { meant, further } = screensNamed(query, names);
  return [
    ...meant,
    ...byCode.map(asDossier),
    ...(people.ok ? people.value.slice(0, 5) : []).map((person) => ({ kind: 'person', person }) as const),
    ...others.slice(0, 4).map(asDossier),
    ...(procedures.ok ? procedures.value.slice(0, 4) : []).map(
      (procedure) => ({ kind: 'procedure', procedure }) as const,
    ),
    ...further,
    ...newcomer(query),
  ];
}

const looksLikeCode = (text: string): boolean => /^(\d{3,7}|\d{6}-\d{4,7})$/.test(text) || text.includes('-');

const asDossier = (row: DossierRow): Find => ({ kind: 'dossier', row });

/** Screens called by the very word that was typed, or by a name that begins with it, are meant; others only begin like it. */
function screensNamed(query: string, names: ScreenNames): { meant: Find[]; further: Find[] } {
  const wanted = fold(query);
  const found: { readonly find: Find; readonly isMeant: boolean }[] = [];
  for (const screen of ['intake', 'dossiers', 'handOver', 'books', 'cash', 'sync', 'settings'] as const) {
    const key = screen in screenKeys ? screenKeys[screen as keyof typeof screenKeys] : '';
    const called = names(screen).map((name) => ` ${fold(name)} `);
    if (wanted === '' || !called.some((name) => name.includes(` ${wanted}`))) continue;
    const isMeant = called.some((name) => name.startsWith(` ${wanted} `));
    found.push({ find: { kind: 'screen', screen, key }, isMeant });
  }
  return {
    meant: found.filter(({ isMeant }) => isMeant).map(({ find }) => find),
    further: found.filter(({ isMeant }) => !isMeant).map(({ find }) => find),
  };
}

/** What was typed may be somebody who has never been here. */
function newcomer(query: string): Find[] {
  const { idNumber, idKind: said } = readTypedNumber(query);
  const kind = said ?? idNumberKind(idNumber);
  const phone = parsePhone(query);
  if (said !== undefined) return [{ kind: 'new', field: 'idNumber', text: query }];
  if (kind === 'personal' || kind === 'cmnd') return [{ kind: 'new', field: 'idNumber', text: idNumber }];
  if (phone.ok) return [{ kind: 'new', field: 'phone', text: phone.value.number }];
  if (/^[\p{L}\p{M}\s'’.-]{2,}$/u.test(query)) return [{ kind: 'new', field: 'name', text: query }];
  return kind === 'passport' || kind === 'organisation'
    ? [{ kind: 'new', field: 'idNumber', text: idNumber }]
    : [];
}
