import { parseArgs } from 'node:util';

export interface StartOptions {
  readonly demo: boolean;
  readonly shell: 'auto' | 'electron' | 'browser';
  /** Null: the usual place. */
  readonly dataDir: string | null;
  /** Of the browser shell; 0 takes a free one. */
  readonly port: number;
  readonly printUrl: boolean;
  readonly districtUrl: string | null;
}

export type Asked =
  | { readonly kind: 'start'; readonly options: StartOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string };

export const help = `Usage: npm start -- [options]

  --demo             a made-up commune with a local district, ready to sign in; its own data folder
  --shell=SHELL      auto (default), electron or browser
  --data-dir DIR     where the desk keeps its data
  --port N           port of the browser shell (default: a free one)
  --print-url        serve to a browser you open yourself; prints {"url","dataDir","districtUrl"}
  --district URL     the district to enrol with; with --demo, instead of starting one
  --help             this text
`;

/** Reads the command line after the program's name. */
export function readOptions(args: readonly string[]): Asked {
  const values = parse(args);
  if (typeof values === 'string') return wrong(values);
  if (values.help) return { kind: 'help' };
  const { shell, port, district } = values;
  if (shell !== 'auto' && shell !== 'electron' && shell !== 'browser') {
    return wrong(`--shell takes auto, electron or browser, not "${shell}"`);
  }
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return wrong(`--port takes a number to 65535, not "${port}"`);
  if (district !== undefined && !/^https?:$/.test(URL.parse(district)?.protocol ?? '')) {
    return wrong(`--district takes an address, not "${district}"`);
  }
  if (shell === 'electron' && values['print-url'])
    return wrong('--print-url goes with the browser shell only');
  return {
    kind: 'start',
    options: {
      demo: values.demo,
      shell,
      dataDir: values['data-dir'] ?? null,
      port: Number(port),
      printUrl: values['print-url'],
      districtUrl: district ?? null,
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: false,
      options: {
        demo: { type: 'boolean', default: false },
        shell: { type: 'string', default: 'auto' },
        'data-dir': { type: 'string' },
        port: { type: 'string', default: '0' },
        'print-url': { type: 'boolean', default: false },
        district: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return cause.message.split('. ')[0] ?? cause.message;
  }
}

const wrong = (sentence: string): Asked => ({ kind: 'wrong', sentence: `${sentence}. See --help.` });
