import { useStore } from 'zustand';
import { useStores } from '../frame/stores.ts';
import { FieldError } from '../parts/field.tsx';
import { Kbd } from '../parts/kbd.tsx';
import { useWords } from '../parts/words.ts';
import { BlockHeading } from './block-heading.tsx';
import { ProcedurePicker } from './procedure-picker.tsx';
import { useFieldError } from './use-field-error.ts';

/** Block 2: one digit, or a few letters. */
export function ProcedureBlock() {
  const { intake } = useStores();
  const { t } = useWords();
  const procedure = useStore(intake, (state) => state.procedure);
  const quickPicks = useStore(intake, (state) => state.quickPicks);
  const error = useFieldError('procedureCode');
  return (
    <section className="card block" aria-label={t.intake.block2}>
      <BlockHeading number={2} title={t.intake.block2}>
        <span className="sub">
          {t.intake.procedureHint} <b>{t.intake.procedureExamples}</b>
        </span>
        <span className="gap" />
        <Kbd name="Alt+2" />
      </BlockHeading>
      <ProcedurePicker
        field="procedureCode"
        chosen={procedure}
        quickPicks={quickPicks}
        errorId={error === null ? null : 'procedure-error'}
        onChoose={(chosen) => intake.getState().choose(chosen)}
      />
      <FieldError id="procedure-error" text={error} />
      <fieldset className="quick-picks" aria-label={t.intake.quickPicks}>
        {quickPicks.map((pick, n) => (
          <button
            key={pick.code}
            type="button"
            tabIndex={-1}
            className="quick-pick"
            aria-pressed={pick.code === procedure?.code}
            onClick={() => intake.getState().choose(pick)}
          >
            <Kbd name={String(n + 1)} />
            {pick.shortName}
          </button>
        ))}
      </fieldset>
    </section>
  );
}
