import type { StepName, StepRequest } from '../../shared/contract/dossier/steps.ts';
import type { Dossier } from '../../shared/domain/dossier/dossier.ts';
import type { Draft } from '../../shared/domain/intake/draft.ts';
import { noCorrection } from '../support/corrections.ts';
import { filledDraft, type Officer } from '../support/desk-driver.ts';
import { madeUpPerson } from '../support/people.ts';
import type { Prng } from './prng.ts';
import type { SimDesk, SimOfficer } from './sim-desk.ts';

type Without<T> = T extends { id: string } ? Omit<T, 'id'> : never;

/** What an officer would type at each step; null where it is not simulated. */
const requests: Readonly<Record<StepName, Without<StepRequest> | null>> = {
  'dossier.forwarded': { step: 'dossier.forwarded', unit: 'Tư pháp – Hộ tịch', officer: null, note: '' },
  'dossier.sentToAgency': { step: 'dossier.sentToAgency', leg: 0 },
  'dossier.agencyReturned': { step: 'dossier.agencyReturned', leg: 0, missing: '', note: '' },
  'dossier.recalled': { step: 'dossier.recalled', reason: 'Chuyển nhầm' },
  'dossier.supplementRequested': {
    step: 'dossier.supplementRequested',
    items: ['Trích lục khai sinh'],
    reason: 'Còn thiếu một giấy',
    legalBasis: 'Điều 36 Luật Hộ tịch',
    answerBy: null,
    approver: null,
  },
  'dossier.supplementReceived': { step: 'dossier.supplementReceived', items: ['Trích lục khai sinh'] },
  'dossier.refunded': { step: 'dossier.refunded', amountVnd: 0, reason: 'Rút hồ sơ' },
  'dossier.paymentRequested': { step: 'dossier.paymentRequested', amountVnd: 15_000, reason: '' },
  'dossier.paymentReceived': { step: 'dossier.paymentReceived', symbol: '28AA-17T', serial: '0001234' },
  'dossier.suspended': { step: 'dossier.suspended', reason: 'Chờ bản án' },
  'dossier.resumed': { step: 'dossier.resumed' },
  'dossier.submittedForApproval': { step: 'dossier.submittedForApproval', note: '' },
  'dossier.sentBack': { step: 'dossier.sentBack', reason: 'Sai tên' },
  'dossier.signed': { step: 'dossier.signed', note: '' },
  'dossier.resultTakenBack': { step: 'dossier.resultTakenBack', reason: 'Kết quả ghi sai tên' },
  'dossier.resultReady': { step: 'dossier.resultReady', number: '218/UBND', abstract: '' },
  'dossier.returnedWithoutResult': { step: 'dossier.returnedWithoutResult', reason: 'Không đủ điều kiện' },
  'dossier.withdrawn': { step: 'dossier.withdrawn', request: 'Đơn của người nộp' },
  // A date that is free at any moment of a random life is the subject of its own test.
  'dossier.rescheduled': null,
};

const procedures = ['2.000815', '1.004873', '1.001193', '2.000986'] as const;

/** A draft for each procedure, filled once: looking a procedure up costs more than receiving it. */
export type DraftBook = ReadonlyMap<string, Draft>;

export async function fillDrafts(desk: SimDesk): Promise<DraftBook> {
  const book = new Map<string, Draft>();
  for (const procedure of procedures) {
    book.set(procedure, await filledDraft(officerOf(desk, 'trang'), madeUpPerson(0), procedure));
  }
  return book;
}

export interface Received {
  readonly id: string;
  readonly code: string;
}

/** Receives a dossier; otherwise the code of the refusal, or that no answer came. */
export async function receiveAt(
  desk: SimDesk,
  chance: Prng,
  book: DraftBook,
  newId: () => string,
): Promise<Received | string> {
  const procedure = chance.pick(procedures);
  const person = madeUpPerson(chance.int(500));
  const skeleton = book.get(procedure);
  if (skeleton === undefined) throw new Error(`No draft for ${procedure}`);
  const draft = { ...skeleton, id: newId(), applicant: { ...skeleton.applicant, ...person } };
  if (chance.chance(0.2)) await desk.ask('trang', 'intake.saveDraft', draft);
  const answer = await desk.ask('trang', 'intake.receive', { draft, paper: 'a5' });
  if (answer === null) return 'no answer';
  return answer.ok ? answer.value : answer.error[0].code;
}

/** The driver's own words, over a desk that may die. */
const officerOf = (desk: SimDesk, who: SimOfficer): Officer => ({
  ask: async (name, input) => {
    const answer = await desk.ask(who, name, input);
    if (answer === null) throw new Error('The desk died');
    return answer;
  },
  call: async (name, input) => {
    const answer = await desk.ask(who, name, input);
    if (answer?.ok !== true) throw new Error(`${name} was refused or not answered`);
    return answer.value;
  },
  leave: () => {},
});

/** Takes any step that the desk offers this officer for the dossier. @returns what it was, and whether it was done */
export async function actOn(desk: SimDesk, chance: Prng, id: string): Promise<string> {
  const who: SimOfficer = chance.chance(0.6) ? 'trang' : 'quy';
  const seen = await desk.ask(who, 'dossier.get', { id });
  if (seen?.ok !== true) return 'unseen';
  const { steps, actions, received } = seen.value;
  const open = [...steps.filter((step) => requests[step as StepName] !== null), ...actions];
  const [first, ...others] = open;
  if (first === undefined) return 'nothing to do';
  const step = chance.pick([first, ...others]);
  const done = await take(desk, who, id, step, received);
  return `${step} ${done === null ? 'no answer' : done ? 'done' : 'refused'}`;
}

async function take(
  desk: SimDesk,
  who: SimOfficer,
  id: string,
  step: string,
  { applicant, note }: Dossier['received'],
): Promise<boolean | null> {
  switch (step) {
    // Alone: a superior may, the receiver is declined. Two people at one desk are the subject of their own test.
    case 'correct': {
      const asked = { ...noCorrection, note: `${note} +` };
      return said(await desk.ask(who, 'dossier.correct', { id, asked, reason: 'Gõ sai', approver: null }));
    }
    case 'void':
      return said(await desk.ask(who, 'dossier.void', { id, reason: 'Ghi nhầm', approver: null }));
    case 'undo':
      return said(await desk.ask(who, 'intake.undo', { id }));
    case 'reprint':
      return said(await desk.ask(who, 'receipt.reprint', { id, reason: 'lost', paper: 'a5' }));
    case 'markReady':
      return said(await desk.ask(who, 'dossier.markReady', { id, note: '' }));
    case 'handOver': {
      const receiver = {
        kind: 'applicant',
        name: applicant.name,
        idNumber: '',
        relation: '',
        authorisation: '',
      } as const;
      return said(
        await desk.ask(who, 'dossier.handOver', { id, receiver, feeCollectedVnd: 0, receipt: null }),
      );
    }
    default: {
      const request = requests[step as StepName];
      if (request === null) throw new Error(`Nobody knows how to take ${step}`);
      return said(await desk.ask(who, 'dossier.step', { id, ...request }));
    }
  }
}

const said = (answer: { readonly ok: boolean } | null): boolean | null => answer?.ok ?? null;
