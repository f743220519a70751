import { cashVi } from './cash/vi.ts';
import { catalogueVi } from './catalogue/vi.ts';
import { correctionVi } from './correction/vi.ts';
import { dossierVi } from './dossier/vi.ts';
import { frameVi } from './frame/vi.ts';
import { intakeVi } from './intake/vi.ts';
import { machineVi } from './machine/vi.ts';
import { officeVi } from './office/vi.ts';
import { peopleVi } from './people/vi.ts';
import { syncVi } from './sync/vi.ts';

/**
 * The words of the screens in Vietnamese; `en.ts` has the same keys. `{name}` is filled by `fill`. Reasons for which
 * the desk declines, warnings and due reasons are sentences of their own, in `sentences.ts`.
 */
export const vi = {
  ...frameVi,
  ...peopleVi,
  ...catalogueVi,
  ...dossierVi,
  ...intakeVi,
  ...correctionVi,
  ...cashVi,
  ...officeVi,
  ...syncVi,
  ...machineVi,
};

/** What `en.ts` must have, key for key. */
export type ScreenText = typeof vi;
