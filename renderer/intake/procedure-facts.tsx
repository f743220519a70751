import type { ProcedureView } from '../../shared/contract/catalogue/views.ts';
import { termText } from '../../shared/text/format.ts';
import { fill } from '../../shared/text/language.ts';
import { useWords } from '../parts/words.ts';

export function ProcedureFacts({ procedure }: { readonly procedure: ProcedureView }) {
  const { t } = useWords();
  const facts = [
    procedure.code,
    procedure.field,
    fill(t.intake.termLabel, { term: termText(procedure.term) }),
  ];
  return (
    <span className="sub">
      {[...facts, ...(procedure.interlinked ? [t.intake.interlinked] : [])].join(' · ')}
    </span>
  );
}
