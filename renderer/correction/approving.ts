import type { Approver } from '../../shared/contract/dossier/second-person.ts';

/** The second person, as far as a form knows. */
export interface Approving {
  readonly officer: string | null;
  readonly pin: string;
}
export const nobodyYet: Approving = { officer: null, pin: '' };

/** What the desk is told: nobody as long as nobody was chosen. */
export const approverOf = ({ officer, pin }: Approving): Approver | null =>
  officer === null ? null : { officer, pin };
