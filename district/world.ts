import type { DistrictKeys } from './keys.ts';
import type { Db } from './rows.ts';

/** One line of the server's log. It never holds a body, a name, a number or a query. */
export type LogEntry =
  | {
      readonly event: 'request';
      readonly id: string;
      readonly method: string;
      /** The pattern of the route, not the path that was asked for. */
      readonly route: string;
      readonly http: number;
      readonly ms: number;
    }
  /** Dossiers that another build had folded, folded anew at the start. */
  | { readonly event: 'refolded'; readonly dossiers: number }
  | { readonly event: 'fault'; readonly id: string; readonly fault: string };

/** Everything the server is given from outside; two servers with equal worlds give the same answers. */
export interface DistrictWorld {
  readonly db: Db;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly keys: DistrictKeys;
  /** A fresh UUIDv7. */
  readonly newId: () => string;
  /** False when the store may lose what it acknowledged. */
  readonly durable: boolean;
  /** A made-up commune: enrols on any store and shows digests. */
  readonly training: boolean;
  readonly log: (entry: LogEntry) => void;
}
