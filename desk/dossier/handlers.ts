import type { HandlersFor } from '../../shared/contract/dispatch.ts';
import type { dossierCalls } from '../../shared/contract/dossier/calls.ts';
import type { DeskContext } from '../context.ts';
import type { Session } from '../machine/session.ts';
import {
  dossierByReceipt,
  findDossiers,
  getDossier,
  handOverResult,
  listDossiers,
  markResultReady,
} from './dossier-service.ts';
import { reprint } from './receipt.ts';
import { printPaper } from './step-papers.ts';
import { previewSupplement, takeStep } from './steps.ts';

export const dossierHandlers = (desk: DeskContext, session: Session): HandlersFor<typeof dossierCalls> => ({
  'dossier.list': (input) => listDossiers(desk, input),
  'dossier.find': ({ query }) => findDossiers(desk, query),
  'dossier.get': ({ id }, by) => getDossier(desk, id, by),
  'dossier.byReceipt': ({ text }) => dossierByReceipt(desk, text),
  'dossier.markReady': (input, by) => markResultReady(desk, input, by),
  'dossier.handOver': (input, by) => handOverResult(desk, input, by),
  'dossier.step': (input, by) => takeStep(desk, session, input, by),
  'dossier.supplementPreview': ({ id }, by) => previewSupplement(desk, id, by),
  'dossier.print': (input, by) => printPaper(desk, input, by),
  'receipt.reprint': (input, by) => reprint(desk, input, by),
});
