import { createStore } from 'zustand/vanilla';
import type { SyncView } from '../../shared/contract/sync/views.ts';
import type { Backstage } from '../frame/backstage.ts';

/** The line and the queue, as the desk pushes them. */
export interface SyncStatus {
  readonly view: SyncView | null;
  readonly asking: boolean;
  readonly load: () => Promise<void>;
  readonly sendNow: () => Promise<void>;
}

export const createSyncStatus = ({ desk }: Pick<Backstage, 'desk'>) =>
  createStore<SyncStatus>()((set, get) => {
    desk.listen('sync.changed', (view) => set({ view }));
    return {
      view: null,
      asking: false,
      load: async () => {
        const answer = await desk.call('sync.view', {});
        if (answer.ok) set({ view: answer.value });
      },
      sendNow: async () => {
        if (get().asking) return;
        set({ asking: true });
        try {
          const answer = await desk.call('sync.now', {});
          if (answer.ok) set({ view: answer.value });
        } finally {
          set({ asking: false });
        }
      },
    };
  });
