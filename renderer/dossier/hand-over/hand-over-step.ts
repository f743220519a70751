import type { DossierDetail } from '../../../shared/contract/dossier/views.ts';

/** What F9 does to the dossier on the table. */
export type HandOverStep = 'give' | 'markReady' | 'none';

export const handOverStep = ({ row, actions }: DossierDetail): HandOverStep => {
  if (row.status === 'resultReady' && actions.includes('handOver')) return 'give';
  return row.status === 'received' && actions.includes('markReady') ? 'markReady' : 'none';
};
