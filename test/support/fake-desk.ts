import type { Desk } from '../../desk/desk.ts';
import type { DeskPorts } from '../../desk/ports.ts';
import type { DeskEvent, DeskEventName, Refusals } from '../../shared/contract/desk-api.ts';
import { refuse } from '../../shared/contract/refusal.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { sampleReceipt } from './sample-receipt.ts';

type Listener = <E extends DeskEventName>(name: E, value: DeskEvent<E>) => void;

/** A desk without a database, for tests of what carries the contract: a few methods, each with one point to it. */
export function openFakeDesk(ports: Pick<DeskPorts, 'renderPdf' | 'print' | 'secrets'> | null = null) {
  const listeners = new Set<Listener>();
  let open = 0;

  const emit: Listener = (name, value) => {
    for (const listener of listeners) listener(name, value);
  };

  const printOn = async (paper: 'a5' | '80mm'): Promise<Result<unknown, Refusals>> => {
    if (ports === null) return err([refuse('printer-down')]);
    const pdf = await ports.renderPdf(sampleReceipt(paper));
    const done = await ports.print({ pdf, paper, jobName: `sample-${paper}` });
    return done.ok
      ? ok({ bytes: pdf.byteLength })
      : err([refuse('printer-down', undefined, { fault: done.fault })]);
  };

  const desk: Desk = {
    connect() {
      open += 1;
      let officer: string | null = null;
      return {
        release() {},
        async dispatch(name, input) {
          switch (name) {
            case 'desk.view':
              return ok({ officer });
            case 'session.signIn':
              officer = (input as { officer: string }).officer;
              return ok({ officer });
            case 'dossier.get':
              return err([refuse('dossier-unknown', 'id')]);
            case 'sync.now':
              emit('dossiers.changed', { ids: ['d-1'] });
              return ok(input);
            case 'print.setPaper':
              return printOn((input as { paper: 'a5' | '80mm' }).paper);
            case 'desk.enrol': {
              const { code } = input as { code: string };
              return ok(ports === null ? null : await ports.secrets.open(await ports.secrets.seal(code)));
            }
            case 'print.retry':
              throw new Error('a bug in the desk');
            default:
              return err([refuse('unknown-method', undefined, { name })]);
          }
        },
        close() {
          open -= 1;
        },
      };
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => Promise.resolve(),
  };
  return { desk, emit, connections: () => open, listening: () => listeners.size };
}
