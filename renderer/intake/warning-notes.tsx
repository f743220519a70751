import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Warning } from '../../shared/contract/intake/views.ts';
import { fill } from '../../shared/text/language.ts';
import { useStores } from '../frame/stores.ts';
import { TakeNearest } from '../parts/due-doubts.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';
import type { IntakeState } from './intake-state.ts';

/** Beside the form, never in its way: no focus is taken, F9 is not held back. */
export function WarningNotes() {
  const { intake, navigation, petitions } = useStores();
  const words = useWords();
  const warnings = useStore(intake, useShallow(shownWarnings));
  return warnings.map((warning) => (
    <div key={warning.code} className="note today">
      <Icon name="alert" />
      <div>
        {leadFirst(words.warning(warning))}{' '}
        {'nearest' in warning.values && (
          <TakeNearest
            nearest={warning.values['nearest']}
            layer="screen"
            onTake={(enteredDueAt) => intake.getState().change({ enteredDueAt })}
          />
        )}
        {warning.dossier !== null && (
          <button type="button" className="link" onClick={() => open(warning)}>
            {warning.code === 'petition-waiting'
              ? words.t.petitions.resume
              : fill(words.t.intake.openDossier, { code: codeOf(warning) })}
          </button>
        )}
      </div>
    </div>
  ));

  function open({ code, dossier: id, values }: Warning) {
    if (id === null) return;
    if (code !== 'petition-waiting') return navigation.getState().go({ screen: 'dossier', id });
    petitions.getState().show(String(values['name'] ?? ''));
  }
}

/** The scan's own warnings stay until the next person; what both tell is told once. */
function shownWarnings({ preview, scanWarnings, draft, procedure }: IntakeState): readonly Warning[] {
  const live = preview?.warnings ?? [];
  const all = [...live, ...scanWarnings.filter(({ code }) => live.every((one) => one.code !== code))];
  const isSomebody = draft !== null && draft.applicant.name !== '';
  return all.filter(({ code }) => {
    if (code === 'phone-missing') return isSomebody && procedure !== null;
    return code === 'clock-off' || code === 'zone-off' || code.startsWith('due-') || isSomebody;
  });
}

/** The first sentence names the matter, as the eye skips the rest. */
function leadFirst(text: string) {
  const end = text.indexOf('. ');
  return end < 0 ? (
    text
  ) : (
    <>
      <b>{text.slice(0, end + 1)}</b>
      {text.slice(end + 1)}
    </>
  );
}

const codeOf = ({ values }: Warning): string => {
  const code = values['code'];
  return typeof code === 'string' ? (code.split('-').at(-1) ?? code) : '';
};
