import { cashEn } from './cash/en.ts';
import { catalogueEn } from './catalogue/en.ts';
import { correctionEn } from './correction/en.ts';
import { dossierEn } from './dossier/en.ts';
import { frameEn } from './frame/en.ts';
import { intakeEn } from './intake/en.ts';
import { machineEn } from './machine/en.ts';
import { officeEn } from './office/en.ts';
import { peopleEn } from './people/en.ts';
import { syncEn } from './sync/en.ts';
import type { ScreenText } from './vi.ts';

/** The words of the screens in English, key for key those of `vi.ts`. */
export const en: ScreenText = {
  ...frameEn,
  ...peopleEn,
  ...catalogueEn,
  ...dossierEn,
  ...intakeEn,
  ...correctionEn,
  ...cashEn,
  ...officeEn,
  ...syncEn,
  ...machineEn,
};
