import type { correctionCalls } from '../../shared/contract/correction/calls.ts';
import type { HandlersFor } from '../../shared/contract/dispatch.ts';
import type { DeskContext } from '../context.ts';
import type { Session } from '../machine/session.ts';
import { correctDossier, previewCorrection, previewVoid, voidDossier } from './corrections.ts';

export const correctionHandlers = (
  desk: DeskContext,
  session: Session,
): HandlersFor<typeof correctionCalls> => ({
  'dossier.correctPreview': (input, by) => previewCorrection(desk, input, by),
  'dossier.correct': (input, by) => correctDossier(desk, session, input, by),
  'dossier.voidPreview': ({ id }, by) => previewVoid(desk, id, by),
  'dossier.void': (input, by) => voidDossier(desk, session, input, by),
});
