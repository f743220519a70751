import { useStore } from 'zustand';
import { epochOfInstant, localFromEpoch } from '../../shared/domain/base/local-date.ts';
import { formatTime } from '../../shared/text/format.ts';
import { fill } from '../../shared/text/language.ts';
import { useStores } from '../frame/stores.ts';
import { Icon } from '../parts/icon.tsx';
import { Kbd } from '../parts/kbd.tsx';
import { useWords } from '../parts/words.ts';

/** A draft that a crash or a power cut left behind. */
export function RecoveredNote() {
  const { intake, run } = useStores();
  const { t } = useWords();
  const recovered = useStore(intake, (state) => state.recovered);
  if (recovered === null) return null;
  const time = formatTime(localFromEpoch(epochOfInstant(recovered.savedAt)));
  const name = recovered.draft.applicant.name || t.intake.recoveredNobody;
  return (
    <output className="note info">
      <Icon name="undo" />
      <span className="gap">{fill(t.intake.recovered, { time, name })}</span>
      <button type="button" className="link" onClick={() => run(intake.getState().resume())}>
        {t.intake.resume} <Kbd name="Enter" />
      </button>
      <button type="button" className="link" onClick={() => run(intake.getState().dismiss())}>
        {t.intake.dismiss} <Kbd name="Esc" />
      </button>
    </output>
  );
}
