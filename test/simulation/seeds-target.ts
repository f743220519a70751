import { parentPort } from 'node:worker_threads';
import type { SeedTask } from './report.ts';
import { simulate } from './world.ts';

/** Lives one seed after the other, as they are handed in. */
if (parentPort === null) throw new Error('This runs as a worker');
const port = parentPort;
port.on('message', (task: SeedTask) => {
  void simulate(task).then((one) => port.postMessage(one));
});
