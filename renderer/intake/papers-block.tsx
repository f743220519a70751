import { useStore } from 'zustand';
import type { Draft } from '../../shared/domain/intake/draft.ts';
import { fill } from '../../shared/text/language.ts';
import { useStores } from '../frame/stores.ts';
import { FieldError } from '../parts/field.tsx';
import { Kbd } from '../parts/kbd.tsx';
import type { Words } from '../parts/wording.ts';
import { useWords } from '../parts/words.ts';
import { BlockHeading } from './block-heading.tsx';
import { CertifiedRows } from './certified-rows.tsx';
import { ExtrasBlock } from './extras-block.tsx';
import { OwnFields } from './own-fields.tsx';
import { useFieldError } from './use-field-error.ts';

/** Block 3, by what the procedure takes: rows to certify, or papers to tick off; block 4 folded at its foot. */
export function PapersBlock() {
  const { intake } = useStores();
  const { t } = useWords();
  const procedure = useStore(intake, (state) => state.procedure);
  const draft = useStore(intake, (state) => state.draft);
  if (draft === null) return null;
  const isPapers = procedure?.intake === 'papers';
  const title = isPapers ? t.intake.block3Papers : t.intake.block3Certified;
  return (
    <section className="card block grow" aria-label={title}>
      <BlockHeading number={3} title={title}>
        <span className="sub">
          {isPapers ? t.intake.papersHint : t.intake.rowHint} {!isPapers && <b>{t.intake.rowExamples}</b>}
        </span>
        <span className="gap" />
        <Kbd name="Alt+3" />
      </BlockHeading>
      <div className="block-body">
        {procedure === null && <p className="sub">{t.intake.papersFirst}</p>}
        {procedure?.intake === 'certification' && <CertifiedRows draft={draft} />}
        {isPapers && <OwnFields key={`${draft.id} ${procedure.code}`} draft={draft} procedure={procedure} />}
        {isPapers && <PaperList draft={draft} />}
      </div>
      <ExtrasBlock draft={draft} />
    </section>
  );
}

function PaperList({ draft }: { readonly draft: Draft }) {
  const { intake } = useStores();
  const { t } = useWords();
  const error = useFieldError('papers.0');
  if (draft.papers.length === 0) return <p className="sub">{t.intake.papersNone}</p>;
  return (
    <>
      <FieldError id="papers-error" text={error} />
      <ul className="papers" aria-describedby={error === null ? undefined : 'papers-error'}>
        {draft.papers.map((paper, n) => (
          <li key={`${paper.name} ${String(n)}`}>
            <label className="paper">
              <input
                type="checkbox"
                data-field={`papers.${String(n)}`}
                checked={paper.ticked}
                onChange={() => intake.getState().turnPaper(n)}
              />
              <span>
                {paper.name} {!paper.required && <span className="sub">({t.intake.paperOptional})</span>}
              </span>
              <span className="sub">{paperCounts(paper, t)}</span>
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}

type Counted = Pick<Draft['papers'][number], 'originals' | 'certifiedCopies' | 'copies' | 'present'>;

export function paperCounts({ originals, certifiedCopies, copies, present }: Counted, t: Words['t']): string {
  const counts = [
    { count: originals, text: t.intake.originals },
    { count: certifiedCopies, text: t.intake.certifiedCopies },
    { count: copies, text: t.intake.copies },
  ].filter(({ count }) => count > 0);
  return [
    ...counts.map(({ count, text }) => fill(text, { count })),
    ...(present ? [t.intake.present] : []),
  ].join(', ');
}
