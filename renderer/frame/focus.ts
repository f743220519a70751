import { createStore } from 'zustand/vanilla';

/** Which field should have the keys next. Screens carry it out after they are drawn. */
export interface Focus {
  /** A `data-field`; a new object each time, so that asking twice moves twice. */
  readonly wanted: { readonly field: string } | null;
  readonly want: (field: string) => void;
}

export const createFocus = () =>
  createStore<Focus>()((set) => ({ wanted: null, want: (field) => set({ wanted: { field } }) }));
