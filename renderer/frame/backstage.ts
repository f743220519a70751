import type { StoreApi } from 'zustand/vanilla';
import type { World } from '../world.ts';
import type { Focus } from './focus.ts';
import type { Navigation } from './navigation.ts';
import type { Notices } from './notice.ts';

/** What the stores of the screens share. */
export interface Backstage extends World {
  readonly focus: StoreApi<Focus>;
  readonly navigation: StoreApi<Navigation>;
  readonly notices: StoreApi<Notices>;
  /** Starts work nobody waits for; what breaks in it is shown, never lost. */
  readonly run: (work: Promise<unknown>) => void;
}

/** Numbers the questions of one kind, so that a late answer to an old question is dropped. */
export function latest(): { readonly ask: () => () => boolean } {
  let last = 0;
  return {
    ask: () => {
      last += 1;
      const mine = last;
      return () => mine === last;
    },
  };
}
