import type { Session } from '../machine/session.ts';

/** Which window has which form open now. Kept in memory: after a crash nobody has anything open. */
export interface LiveDrafts {
  /** The form stands in this window from now on. */
  readonly claim: (draft: string, window: Session) => void;
  /** Whether another window, in which somebody is signed in, has this form open. */
  readonly isElsewhere: (draft: string, window: Session) => boolean;
  /** The window is gone: what stood in it is offered again. */
  readonly release: (window: Session) => void;
}

/** One for all connections of a desk; a window is known by its session. */
export function openLiveDrafts(): LiveDrafts {
  const holders = new Map<string, Session>();
  return {
    claim: (draft, window) => void holders.set(draft, window),
    isElsewhere(draft, window) {
      const holder = holders.get(draft);
      return holder !== undefined && holder !== window && holder.current() !== null;
    },
    release(window) {
      for (const [draft, holder] of holders) if (holder === window) holders.delete(draft);
    },
  };
}
