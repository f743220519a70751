import { prepareDemo } from '../desk/demo-data.ts';
import { openDesk } from '../desk/open-desk.ts';
import type { Wire } from './channels.ts';
import { hostDesk } from './host-desk.ts';
import { readLaunch } from './launch.ts';
import { realWorld } from './world.ts';

/** The desk's own process: synchronous SQLite must never hold up the window. */
process.umask(0o077);
const given = readLaunch(process.argv);
if (given === null) throw new Error('The desk process is started by the main process');

const wire: Wire = {
  postMessage: (message) => process.parentPort.postMessage(message),
  onMessage: (listener) => process.parentPort.on('message', ({ data }) => listener(data)),
};
await hostDesk(
  wire,
  async (ports) => {
    const desk = await openDesk(realWorld({ dataDir: given.dataDir, demo: given.demo, ports }));
    if (given.demoDistrict !== null) await prepareDemo(desk, given.demoDistrict);
    return desk;
  },
  (code) => process.exit(code),
);
