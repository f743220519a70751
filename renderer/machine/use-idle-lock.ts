import { useEffect } from 'react';
import { useStores } from '../frame/stores.ts';
import { lockScreen } from './lock.ts';

const idleMs = 300_000;

/** A desk is in a public room: after five minutes without a key or a click the next hand gives its PIN. */
export function useIdleLock(): void {
  const stores = useStores();
  useEffect(() => {
    let cancel = stores.timers.after(idleMs, lock);
    function lock() {
      stores.run(lockScreen(stores));
    }
    const stir = () => {
      cancel();
      cancel = stores.timers.after(idleMs, lock);
    };
    window.addEventListener('keydown', stir, { capture: true });
    window.addEventListener('pointerdown', stir, { capture: true });
    return () => {
      cancel();
      window.removeEventListener('keydown', stir, { capture: true });
      window.removeEventListener('pointerdown', stir, { capture: true });
    };
  }, [stores]);
}
