import { createStore } from 'zustand/vanilla';

export type ScreenName = 'intake' | 'dossiers' | 'handOver' | 'books' | 'cash' | 'sync' | 'settings';
export type Place = { readonly screen: ScreenName } | { readonly screen: 'dossier'; readonly id: string };

/** Where the officer is. */
export interface Navigation {
  readonly place: Place;
  readonly help: boolean;
  readonly go: (place: Place) => void;
  readonly toggleHelp: (open?: boolean) => void;
}

export const createNavigation = () =>
  createStore<Navigation>()((set) => ({
    place: { screen: 'intake' },
    help: false,
    go: (place) => set({ place, help: false }),
    toggleHelp: (open) => set((state) => ({ help: open ?? !state.help })),
  }));
