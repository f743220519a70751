import { createStore } from 'zustand/vanilla';
import type { Words } from '../parts/wording.ts';
import type { Timers } from '../world.ts';

/** What has just happened, in one sentence; said again in the other language when that changes. */
export interface Notice {
  readonly tone: 'ok' | 'today' | 'late';
  readonly say: (words: Words) => string;
}

export interface Notices {
  readonly notice: Notice | null;
  /** A bug or a broken line: stays until the next thing that works. */
  readonly trouble: boolean;
  readonly tell: (notice: Notice) => void;
  readonly clear: () => void;
  readonly fail: () => void;
}

const readableMs = 12_000;

export const createNotices = (timers: Timers) =>
  createStore<Notices>()((set, get) => ({
    notice: null,
    trouble: false,
    tell: (notice) => {
      set({ notice, trouble: false });
      timers.after(readableMs, () => {
        if (get().notice === notice && notice.tone === 'ok') set({ notice: null });
      });
    },
    clear: () => set({ notice: null, trouble: false }),
    fail: () => set({ trouble: true }),
  }));
