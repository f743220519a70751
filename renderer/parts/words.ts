import { useStore } from 'zustand';
import type { LocalDateTime } from '../../shared/domain/base/local-date.ts';
import type { Language } from '../../shared/text/language.ts';
import { useStores } from '../frame/stores.ts';
import { type Words, wordsOf } from './wording.ts';

/** The words of the chosen language. */
export function useWords(): Words {
  const { preferences } = useStores();
  const language = useStore(preferences, (state) => state.language);
  return byLanguage[language];
}

/** The clock of the desk, as it was last told. */
export function useNow(): LocalDateTime | null {
  const { session } = useStores();
  return useStore(session, ({ view }) => view?.now ?? null);
}

const byLanguage: Readonly<Record<Language, Words>> = { vi: wordsOf('vi'), en: wordsOf('en') };
