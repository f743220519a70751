import type { KeyObject } from 'node:crypto';
import type { Identity } from '../../db/machine/identity.ts';

/** This machine as the district knows it, with the key that signs for it. */
export interface Enrolled extends Identity {
  readonly key: KeyObject;
}
