import { createStore } from 'zustand/vanilla';
import { type Refusal, refuse } from '../../shared/contract/refusal.ts';
import { readCertificationRow } from '../../shared/domain/intake/certification-row.ts';
import type { Draft } from '../../shared/domain/intake/draft.ts';
import { type Applicant, isOrganisation, noApplicant } from '../../shared/domain/people/applicant.ts';
import { couldBeSamePerson } from '../../shared/domain/people/person-match.ts';
import { personalNumberFacts, readTypedNumber } from '../../shared/domain/people/personal-number.ts';
import { askSurely } from '../frame/ask-surely.ts';
import type { Backstage } from '../frame/backstage.ts';
import { fieldOf } from '../frame/refusal-field.ts';
import { keepDraft } from './draft-keeper.ts';
import {
  afterPerson,
  afterProcedure,
  withDecision,
  withoutKnown,
  withoutRow,
  withPaperTurned,
  withPerson,
  withProcedure,
  withRow,
} from './intake-draft.ts';
import { freshIntake, type Intake, type IntakeState, isUntouched } from './intake-state.ts';

/** Within this time the second of two presses of F9 is no order of its own. */
const secondPressMs = 800;

export const createIntake = (stage: Backstage) =>
  createStore<Intake>()((set, get) => {
    const { desk, focus, run } = stage;
    const keeper = keepDraft(stage, (preview) => set({ preview, refused: null }));
    /** The save under way: a card scanned meanwhile belongs to the next dossier. */
    let saving: Promise<unknown> = Promise.resolve();
    /** A form was saved a moment ago: F9 pressed twice meant that one, not the empty one after it. */
    let justSaved = false;

    const put = (draft: Draft, more: Partial<IntakeState> = {}) => {
      set({ ...more, draft });
      keeper.changed(draft);
    };
    const edit = (change: (draft: Draft) => Draft, more: Partial<IntakeState> = {}) => {
      const { draft, phase } = get();
      if (draft !== null && (phase === 'editing' || phase === 'unsure')) put(change(draft), more);
    };
    const want = (field: string) => focus.getState().want(field);

    const open = async () => {
      keeper.flush();
      const answer = await desk.call('intake.open', {});
      if (!answer.ok) return set({ closed: answer.error[0] });
      const { draft, recovered, quickPicks } = answer.value;
      set({ ...freshIntake, phase: 'editing', draft, recovered, quickPicks });
      keeper.opened(draft);
      want('omni');
    };

    const declined = (refusals: readonly Refusal[]) => {
      const [first] = refusals;
      const field = first === undefined ? null : fieldOf(first);
      const isOfOrganisation =
        isOrganisation(get().draft?.applicant ?? noApplicant) && (field?.startsWith('submitter.') ?? false);
      const person = isOfOrganisation || (field?.startsWith('applicant.') ?? false);
      set({
        phase: 'editing',
        refused: refusals,
        attempted: true,
        editingPerson: get().editingPerson || person,
        extrasOpen: get().extrasOpen || (!person && (field?.startsWith('submitter.') ?? false)),
      });
      if (field !== null) want(field);
    };

    const give: Intake['handIn'] = async (ask, takesRefusals = () => false) => {
      const { draft, unread } = get();
      if (draft === null || (justSaved && isUntouched(get()))) return null;
      const [unreadable, ...others] = unread.values();
      if (unreadable !== undefined) {
        declined([unreadable, ...others]);
        return null;
      }
      if (get().lettersUnchecked) {
        declined([refuse('card-letters-unchecked', 'applicant.name')]);
        stage.timers.after(secondPressMs, () => set({ lettersUnchecked: false }));
        return null;
      }
      keeper.stop();
      set({ phase: 'saving', refused: null });
      want('omni');
      const answer = await askSurely(
        () => ask(draft),
        stage.timers,
        () => set({ phase: 'checking' }),
      );
      if (answer === null) {
        set({ phase: 'unsure' });
        return null;
      }
      if (!answer.ok) {
        if (takesRefusals(answer.error)) set({ phase: 'editing' });
        else declined(answer.error);
        return null;
      }
      await open();
      justSaved = true;
      stage.timers.after(secondPressMs, () => {
        justSaved = false;
      });
      return answer.value;
    };

    /** A form written earlier stands on the screen again, with the keys where they were needed. */
    const goOnWith = async (draft: Draft) => {
      put(draft, { recovered: null, editingPerson: draft.applicant.name === '' });
      const { procedureCode } = draft;
      if (procedureCode === null) return want(afterPerson(draft));
      const found = await desk.call('procedure.find', { query: procedureCode });
      const procedure = found.ok ? found.value.find(({ code }) => code === procedureCode) : undefined;
      set({ procedure: procedure ?? null });
      want(procedure === undefined ? 'procedureCode' : afterProcedure(procedure, draft));
    };

    return {
      ...freshIntake,
      open,
      close: () => {
        keeper.flush();
        keeper.stop();
        set(freshIntake);
      },
      change: (change) => edit((draft) => ({ ...draft, ...change })),
      changeApplicant: (change) => {
        const byHand = get().draft?.applicantSource === 'none';
        if (change.name !== undefined) set({ lettersUnchecked: false });
        edit(
          (draft) => ({
            ...draft,
            applicant: { ...draft.applicant, ...change },
            applicantSource: byHand ? 'typed' : draft.applicantSource,
          }),
          byHand ? { editingPerson: true } : {},
        );
      },
      lookUp: async (idNumber) => {
        const answer = await desk.call('person.find', { query: idNumber });
        const known = answer.ok
          ? answer.value.filter(({ applicant }) =>
              [applicant.idNumber, ...applicant.otherNumbers].includes(idNumber),
            )
          : [];
        const { draft } = get();
        const stillWanted = draft?.applicant.idNumber === idNumber && draft.applicant.name === '';
        const [one, another] = known;
        // A number that stands under two names tells nobody's.
        if (one !== undefined && another === undefined && stillWanted)
          await get().takePerson(one, 'known', []);
      },
      takePerson: async (person, source, warnings) => {
        await saving;
        const { draft } = get();
        const other =
          draft !== null &&
          draft.applicant.name !== '' &&
          !couldBeSamePerson(draft.applicant, person.applicant);
        if (draft === null || other) await open();
        const isSpelled = !warnings.some(({ code }) => code === 'card-letters-doubtful');
        const isBorn = !warnings.some(({ code }) => code === 'card-birth-unread');
        edit((current) => withPerson(current, person, source), {
          person,
          scanned: source === 'scan',
          scanWarnings: warnings,
          setAside: noApplicant,
          editingPerson: !isSpelled || !isBorn,
          askingPhone: person.applicant.phone === '',
          unread: new Map(),
          lettersUnchecked: !isSpelled,
        });
        const current = get().draft;
        if (current !== null) {
          want(!isSpelled ? 'applicant.name' : isBorn ? afterPerson(current) : 'applicant.birthDate');
        }
      },
      decideClash: (decided) => {
        const { preview, setAside, draft } = get();
        const clash = preview?.clash ?? null;
        if (clash === null || draft === null) return;
        edit((current) => withDecision(current, decided, clash, setAside));
        want(draft.procedureCode === null ? 'procedureCode' : 'save');
      },
      beginPerson: (change) => {
        const typed = change.idNumber === undefined ? {} : readTypedNumber(change.idNumber);
        const sex = personalNumberFacts(change.idNumber ?? '')?.sex ?? 'unknown';
        const begun: Applicant = { ...noApplicant, sex, ...change, ...typed };
        edit((draft) => ({ ...draft, applicant: begun, applicantSource: 'typed' }), {
          person: null,
          setAside: noApplicant,
          scanned: false,
          scanWarnings: [],
          lettersUnchecked: false,
          editingPerson: true,
        });
        want(change.idNumber === undefined ? 'applicant.idNumber' : 'applicant.name');
      },
      choose: (procedure) => {
        // What could not be read was asked for by the procedure before; its field is gone.
        const isSame = get().procedure?.code === procedure.code;
        const unread = new Map([...get().unread].filter(([field]) => isSame || !field.startsWith('entered')));
        edit((draft) => withProcedure(draft, procedure), { procedure, unread });
        const { draft } = get();
        if (draft?.applicant.name === '') set({ editingPerson: true });
        if (draft !== null) want(afterProcedure(procedure, draft));
      },
      typeRow: (newRow) => set({ newRow, newRowRefusal: null }),
      addRow: () => {
        const { newRow } = get();
        if (newRow.trim() === '') return false;
        const read = readCertificationRow(newRow);
        if (read.ok) edit((draft) => withRow(draft, newRow), { newRow: '', newRowRefusal: null });
        else set({ newRowRefusal: { ...read.error, field: 'newRow' } });
        return true;
      },
      removeRow: (index) => {
        edit((draft) => withoutRow(draft, index));
        want('newRow');
      },
      turnPaper: (index) => edit((draft) => withPaperTurned(draft, index)),
      leave: (field, unreadNow = null) => {
        const left = new Set(get().left).add(field);
        const unread = new Map(get().unread);
        if (unreadNow === null) unread.delete(field);
        else unread.set(field, unreadNow);
        set({ left, unread });
        const { draft, person } = get();
        const own = draft === null || person === null ? null : withoutKnown(draft, person);
        if (own !== null && person !== null) {
          edit(() => own, { person: null, scanned: false, setAside: person.applicant });
        }
        keeper.flush();
      },
      editPerson: (editingPerson) => {
        set({ editingPerson });
        want(editingPerson ? 'applicant.name' : 'procedureCode');
      },
      openExtras: (extrasOpen) => {
        set({ extrasOpen });
        if (extrasOpen) want('returnAt');
      },
      resume: async () => {
        const { recovered } = get();
        if (recovered !== null) await goOnWith(recovered.draft);
      },
      askAgain: () => {
        const { draft } = get();
        if (draft !== null) keeper.opened(draft);
      },
      dismiss: async () => {
        const { recovered } = get();
        set({ recovered: null });
        if (recovered !== null) await desk.call('intake.dropDraft', { id: recovered.draft.id });
      },
      takeUp: async (id) => {
        keeper.flush();
        const answer = await desk.call('petition.resume', { id });
        if (!answer.ok) return answer.error[0];
        const { draft } = get();
        const isScanOnly = draft?.procedureCode === null && draft.id !== id;
        if (isScanOnly && couldBeSamePerson(draft.applicant, answer.value.draft.applicant))
          run(desk.call('intake.dropDraft', { id: draft.id }));
        set({ ...freshIntake, phase: 'editing', quickPicks: get().quickPicks });
        await goOnWith(answer.value.draft);
        return null;
      },
      handIn: (ask, takesRefusals) => {
        const { phase, newRow } = get();
        if (phase !== 'editing' && phase !== 'unsure') return Promise.resolve(null);
        if (phase === 'editing' && newRow.trim() !== '') {
          get().addRow();
          const { newRowRefusal } = get();
          if (newRowRefusal !== null) {
            declined([newRowRefusal]);
            return Promise.resolve(null);
          }
        }
        const work = give(ask, takesRefusals);
        saving = work;
        return work;
      },
    };
  });
