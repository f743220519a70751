import { method, nothing } from '../method.ts';
import { syncView } from './views.ts';

/** The line to the district. */
export const syncCalls = {
  'sync.view': method('anyone', nothing, syncView),
  'sync.now': method('officer', nothing, syncView),
} as const;
