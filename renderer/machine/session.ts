import { createStore } from 'zustand/vanilla';
import type { Answer, Refusals } from '../../shared/contract/desk-api.ts';
import type { DeskView } from '../../shared/contract/machine/views.ts';
import type { Backstage } from '../frame/backstage.ts';

/** Who and where: the desk's own word on machine, officer and clock. */
export interface Session {
  readonly view: DeskView | null;
  readonly busy: boolean;
  readonly refusals: Refusals | null;
  /** Read again now and then: the clock on the screen is the clock that dates the receipts. */
  readonly load: () => Promise<void>;
  readonly enrol: (districtUrl: string, code: string, deviceName: string) => Promise<void>;
  readonly signIn: (officer: string, pin: string) => Promise<boolean>;
  readonly signOut: () => Promise<void>;
  /** The officer has looked at the clock. @returns whether the desk takes it */
  readonly confirmClock: (reason: string) => Promise<boolean>;
  readonly forgetRefusals: () => void;
}

export const createSession = ({ desk }: Pick<Backstage, 'desk'>) =>
  createStore<Session>()((set, get) => {
    const take = (answer: Answer<'desk.view'>): boolean => {
      if (answer.ok) set({ view: answer.value, busy: false, refusals: null });
      else set({ busy: false, refusals: answer.error });
      return answer.ok;
    };
    const ask = async (question: () => Promise<Answer<'desk.view'>>): Promise<boolean> => {
      set({ busy: true, refusals: null });
      try {
        return take(await question());
      } finally {
        set({ busy: false });
      }
    };
    return {
      view: null,
      busy: false,
      refusals: null,
      load: async () => {
        const answer = await desk.call('desk.view', {});
        if (answer.ok) set({ view: answer.value });
      },
      enrol: async (districtUrl, code, deviceName) => {
        await ask(() => desk.call('desk.enrol', { districtUrl, code, deviceName }));
      },
      signIn: (officer, pin) => ask(() => desk.call('session.signIn', { officer, pin })),
      signOut: async () => {
        await ask(() => desk.call('session.signOut', {}));
      },
      confirmClock: async (reason) => {
        const answer = await desk.call('clock.confirm', { reason });
        set({ refusals: answer.ok ? null : answer.error });
        if (answer.ok) await get().load();
        return answer.ok;
      },
      forgetRefusals: () => set({ refusals: null }),
    };
  });
