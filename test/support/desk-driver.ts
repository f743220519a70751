import type { Desk } from '../../desk/desk.ts';
import type { Answer, Input, MethodName, Output } from '../../shared/contract/desk-api.ts';
import { isMethodName } from '../../shared/contract/desk-api.ts';
import type { Draft } from '../../shared/domain/intake/draft.ts';

/** An officer at a desk, driving the contract as a screen would; a refusal is an error here. */
export interface Officer {
  readonly ask: <M extends MethodName>(name: M, input: Input<M>) => Promise<Answer<M>>;
  readonly call: <M extends MethodName>(name: M, input: Input<M>) => Promise<Output<M>>;
  readonly leave: () => void;
}

export function atCounter(desk: Desk): Officer {
  const connection = desk.connect();
  const ask = async <M extends MethodName>(name: M, input: Input<M>): Promise<Answer<M>> => {
    if (!isMethodName(name)) throw new Error(`No such method: ${String(name)}`);
    return (await connection.dispatch(name, input)) as Answer<M>;
  };
  return {
    ask,
    async call(name, input) {
      const answer = await ask(name, input);
      if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.error)}`);
      return answer.value;
    },
    leave: connection.close,
  };
}

export async function signIn(desk: Desk, officer = 'trang', pin = '135790'): Promise<Officer> {
  const one = atCounter(desk);
  await one.call('session.signIn', { officer, pin });
  return one;
}

/** Fills a fresh draft so that every procedure of the catalogue accepts it. */
export async function filledDraft(
  officer: Officer,
  person: Partial<Draft['applicant']> & { readonly name: string },
  procedureCode: string,
  extra: Partial<Draft> = {},
): Promise<Draft> {
  const { draft } = await officer.call('intake.open', {});
  const [procedure] = await officer.call('procedure.find', { query: procedureCode });
  if (procedure === undefined) throw new Error(`No procedure ${procedureCode}`);
  const { now } = await officer.call('desk.view', {});
  const undated = procedure.term.unit === 'by_stage' || procedure.term.unit === 'by_schedule';
  const inAMonth = `${Number(now.slice(0, 4)) + 1}${now.slice(4, 10)}T16:30` as Draft['enteredDueAt'];
  return {
    ...draft,
    applicant: { ...draft.applicant, ...person },
    applicantSource: 'typed',
    procedureCode,
    rows: procedure.intake === 'certification' ? [{ text: 'gks 1*3' }, { text: 'hb 6*2' }] : [],
    papers: procedure.papers.map((paper) => ({ ...paper, ticked: true })),
    enteredDueAt: undated ? inAMonth : null,
    dueNote: undated ? 'Theo kế hoạch của xã' : '',
    feeChoice: procedure.fee.kind === 'choices' ? (procedure.fee.choices[0]?.key ?? null) : null,
    ...extra,
  };
}

/** Receives a dossier from end to end and answers its id and code. */
export async function receive(
  officer: Officer,
  person: Partial<Draft['applicant']> & { readonly name: string },
  procedureCode = '2.000815',
): Promise<{ readonly id: string; readonly code: string }> {
  const draft = await filledDraft(officer, person, procedureCode);
  return officer.call('intake.receive', { draft, paper: 'a5' });
}
