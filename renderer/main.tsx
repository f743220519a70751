import { createRoot } from 'react-dom/client';
import { deskClient } from './desk-client.ts';
import { App } from './frame/app.tsx';
import { createStores } from './frame/stores.ts';
import type { World } from './world.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

const world: World = {
  desk: deskClient(window),
  timers: {
    after: (ms, call) => {
      const timer = window.setTimeout(call, ms);
      return () => window.clearTimeout(timer);
    },
  },
  memory: {
    read: (key) => window.localStorage.getItem(key),
    write: (key, value) => window.localStorage.setItem(key, value),
  },
};

createRoot(root).render(<App stores={createStores(world)} page={window} />);
