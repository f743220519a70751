import { createStore } from 'zustand/vanilla';
import type { Language } from '../../shared/text/language.ts';
import type { Memory } from '../world.ts';

export const themes = ['light', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];
export const textSizes = ['100', '112', '125', '150'] as const;
export type TextSize = (typeof textSizes)[number];

/** How this screen looks: kept on this machine, for whoever sits here. */
export interface Preferences {
  readonly theme: Theme;
  readonly textSize: TextSize;
  readonly language: Language;
  /** Who signed in last here: offered first next time. */
  readonly lastOfficer: string | null;
  readonly choose: (change: Partial<Omit<Preferences, 'choose'>>) => void;
}

export const createPreferences = (memory: Memory) =>
  createStore<Preferences>()((set) => ({
    theme: oneOf(themes, memory.read('theme')) ?? 'light',
    textSize: oneOf(textSizes, memory.read('textSize')) ?? '100',
    language: oneOf(['vi', 'en'], memory.read('language')) ?? 'vi',
    lastOfficer: memory.read('lastOfficer'),
    choose: (change) => {
      for (const [key, value] of Object.entries(change)) {
        if (typeof value === 'string') memory.write(key, value);
      }
      set(change);
    },
  }));

const oneOf = <T extends string>(allowed: readonly T[], value: string | null): T | null =>
  allowed.find((one) => one === value) ?? null;
