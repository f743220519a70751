import { useStore } from 'zustand';
import type { CashView } from '../../shared/contract/cash/views.ts';
import { shortCode } from '../../shared/domain/dossier/dossier-code.ts';
import { formatMoment, formatVnd } from '../../shared/text/format.ts';
import { useStores } from '../frame/stores.ts';
import { Choices } from '../parts/field.tsx';
import { useWords } from '../parts/words.ts';
import { CashField } from './cash-field.tsx';

/** Money that was taken without a finance receipt, and the number of the one that is given for it now. */
export function Unnumbered({ takings }: { readonly takings: CashView['unnumbered'] }) {
  const { cash, run } = useStores();
  const { t } = useWords();
  const late = useStore(cash, (state) => state.late);
  const busy = useStore(cash, (state) => state.busy);
  return (
    <section className="card pad book fee-choices" aria-label={t.cash.unnumbered}>
      <h2>{t.cash.unnumbered}</h2>
      <Choices
        name="cash.late"
        label={t.cash.unnumbered}
        value={String(late)}
        options={takings.map(({ code, payer, at, vnd }, n) => ({
          value: String(n),
          text: `${formatMoment(at)} · ${shortCode(code)} · ${payer} · ${formatVnd(vnd)}`,
        }))}
        onChoose={(place) => cash.getState().chooseLate(Number(place))}
      />
      <div className="book-row">
        <CashField name="lateSerial" />
        <button
          type="button"
          className="button"
          data-field="cash.noteSerial"
          aria-disabled={busy}
          onClick={() => run(cash.getState().assignReceipt())}
        >
          {t.cash.noteSerial}
        </button>
      </div>
    </section>
  );
}
