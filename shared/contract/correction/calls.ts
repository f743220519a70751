import { z } from 'zod';
import { dossierId } from '../../domain/base/ids.ts';
import { consentView } from '../dossier/second-person.ts';
import { dossierDetail } from '../dossier/views.ts';
import { correctors, counter, method } from '../method.ts';
import { correctionPreview, correctRequest, voidRequest } from './views.ts';

/** Putting right what was recorded. */
export const correctionCalls = {
  /** What a correction would come to, and who may agree to it; nothing is written. */
  'dossier.correctPreview': method(
    correctors,
    correctRequest.pick({ id: true, asked: true }),
    correctionPreview,
  ),
  'dossier.correct': method(correctors, correctRequest, dossierDetail),
  /** Takes a dossier of today out of the count, for good; beyond the first minute and with a reason. */
  'dossier.voidPreview': method(counter, z.strictObject({ id: dossierId }), consentView),
  'dossier.void': method(counter, voidRequest, dossierDetail),
} as const;
