import type { HandlersFor } from '../../shared/contract/dispatch.ts';
import type { intakeCalls } from '../../shared/contract/intake/calls.ts';
import type { DeskContext } from '../context.ts';
import type { Session } from '../machine/session.ts';
import { dropDraft, openIntake, saveDraft } from './drafts.ts';
import { receiveDraft, recentIntake, undoIntake } from './intake.ts';
import { askForMore, lapse, listPetitions, refuseDraft, reprintSlip, resumePetition } from './petitions.ts';
import { previewIntake } from './preview.ts';

export const intakeHandlers = (desk: DeskContext, window: Session): HandlersFor<typeof intakeCalls> => ({
  'intake.open': (_, by) => openIntake(desk, by, window),
  'intake.saveDraft': (draft, by) => saveDraft(desk, draft, by, window),
  'intake.dropDraft': ({ id }, by) => dropDraft(desk, id, by, window),
  'intake.preview': (draft) => previewIntake(desk, draft),
  'intake.receive': (input, by) => receiveDraft(desk, input, by),
  'intake.undo': ({ id }, by) => undoIntake(desk, id, by),
  'intake.recent': (_, by) => recentIntake(desk, by),
  'intake.requestSupplement': (input, by) => askForMore(desk, input, by),
  'intake.refuse': (input, by) => refuseDraft(desk, input, by),
  'petition.list': ({ query }) => listPetitions(desk, query),
  'petition.resume': ({ id }) => resumePetition(desk, id),
  'petition.print': ({ id }, by) => reprintSlip(desk, id, by),
  'petition.lapse': ({ id }, by) => lapse(desk, id, by),
});
