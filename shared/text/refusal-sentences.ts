import type { RefusalCode } from '../contract/refusal.ts';
import { cashRefusalSentences } from './cash/refusals.ts';
import { catalogueRefusalSentences } from './catalogue/refusals.ts';
import { correctionRefusalSentences } from './correction/refusals.ts';
import { dossierRefusalSentences } from './dossier/refusals.ts';
import { frameRefusalSentences } from './frame/refusals.ts';
import { intakeRefusalSentences } from './intake/refusals.ts';
import type { Sentence } from './language.ts';
import { machineRefusalSentences } from './machine/refusals.ts';
import { officeRefusalSentences } from './office/refusals.ts';
import { peopleRefusalSentences } from './people/refusals.ts';

/**
 * Why the desk declines: what is the matter, whether anything is lost, what to do. No blame, no exclamation
 * marks, no computer words. A code without a sentence does not compile.
 */
export const refusalSentences: Readonly<Record<RefusalCode, Sentence>> = {
  ...frameRefusalSentences,
  ...machineRefusalSentences,
  ...peopleRefusalSentences,
  ...catalogueRefusalSentences,
  ...intakeRefusalSentences,
  ...dossierRefusalSentences,
  ...correctionRefusalSentences,
  ...cashRefusalSentences,
  ...officeRefusalSentences,
};
