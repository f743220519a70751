import { useStore } from 'zustand';
import type { CashView } from '../../shared/contract/cash/views.ts';
import { denominations } from '../../shared/domain/cash/cash-events.ts';
import { countedVnd } from '../../shared/domain/cash/cash-shift.ts';
import { shortCode } from '../../shared/domain/dossier/dossier-code.ts';
import { formatCount, formatMoment, formatTime, formatVnd } from '../../shared/text/format.ts';
import { fill } from '../../shared/text/language.ts';
import { useStores } from '../frame/stores.ts';
import { Choices, TextField } from '../parts/field.tsx';
import { Icon } from '../parts/icon.tsx';
import { Kbd } from '../parts/kbd.tsx';
import { useWords } from '../parts/words.ts';
import { CashField } from './cash-field.tsx';
import { countedPieces } from './cash-store.ts';

type Shift = NonNullable<CashView['shift']>;

/** What went in, what was spoilt, what is counted; the difference is said before F9 closes the shift. */
export function OpenDrawer(props: {
  readonly shift: Shift;
  readonly colleagues: CashView['colleagues'];
  readonly onClose: () => void;
}) {
  return (
    <>
      <Takings shift={props.shift} />
      <Spoilt shift={props.shift} />
      <Count {...props} />
    </>
  );
}

function Takings({ shift }: { readonly shift: Shift }) {
  const { navigation } = useStores();
  const { t } = useWords();
  const { openedAt, openingVnd, takings, expectedVnd, withoutReceipt } = shift;
  return (
    <section className="card pad book" aria-label={t.cash.takings}>
      <h2>{fill(t.cash.since, { at: formatMoment(openedAt) })}</h2>
      {takings.length === 0 && <p className="sub">{t.cash.none}</p>}
      <table className="affected">
        <tbody>
          {takings.map(({ dossier, code, payer, at, vnd, receipt, warning }) => (
            <tr key={`${dossier} ${at}`}>
              <td className="code">{formatTime(at)}</td>
              <td>
                <button
                  type="button"
                  className="link"
                  onClick={() => navigation.getState().go({ screen: 'dossier', id: dossier })}
                >
                  {shortCode(code)}
                </button>
              </td>
              <td>{payer}</td>
              <td>
                {vnd < 0 ? (
                  t.cash.returned
                ) : receipt === null ? (
                  t.cash.noReceipt
                ) : (
                  <>
                    {receipt.symbol} {receipt.serial}
                    {warning !== null && <div className="sub">{t.cash.warnings[warning]}</div>}
                  </>
                )}
              </td>
              <td className="code">{formatVnd(vnd)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {withoutReceipt > 0 && (
        <p className="note today">{fill(t.cash.withoutReceipt, { count: formatCount(withoutReceipt) })}</p>
      )}
      <p>
        {t.cash.openingVnd} <b>{formatVnd(openingVnd)}</b> · {t.cash.expected} <b>{formatVnd(expectedVnd)}</b>
      </p>
    </section>
  );
}

function Spoilt({ shift }: { readonly shift: Shift }) {
  const { cash, run } = useStores();
  const { t } = useWords();
  if (shift.books.length === 0) return null;
  return (
    <section className="card pad book" aria-label={t.cash.spoilt}>
      <h2>{t.cash.spoilt}</h2>
      {shift.voided.map(({ symbol, serial, reason }) => (
        <div key={`${symbol} ${serial}`}>
          {symbol} {serial} · {reason}
        </div>
      ))}
      <div className="book-row">
        <CashField name="spoiltSerial" />
        <CashField name="spoiltReason" />
        <button
          type="button"
          className="button"
          data-field="cash.spoilt"
          onClick={() => run(cash.getState().voidReceipt())}
        >
          {t.cash.noteSpoilt}
        </button>
      </div>
    </section>
  );
}

function Count({
  shift,
  colleagues,
  onClose,
}: {
  readonly shift: Shift;
  readonly colleagues: CashView['colleagues'];
  readonly onClose: () => void;
}) {
  const { cash } = useStores();
  const { t } = useWords();
  const { pieces, handedTo, busy } = useStore(cash);
  const counted = countedPieces(pieces);
  const difference = counted === null ? null : countedVnd(counted) - shift.expectedVnd;
  return (
    <section className="card pad book" aria-label={t.cash.count}>
      <h2>{t.cash.count}</h2>
      <div className="cash-pieces">
        {denominations.map((value) => (
          <TextField
            key={value}
            name={`pieces.${value}`}
            label={formatVnd(value)}
            inputMode="numeric"
            maxLength={5}
            value={pieces[value] ?? ''}
            onType={(text) => cash.getState().count(value, text)}
          />
        ))}
      </div>
      <output className={difference === 0 ? 'chip ok verdict' : 'chip today verdict'}>
        {counted === null ? '–' : formatVnd(countedVnd(counted))}
        {difference !== null &&
          ` · ${difference === 0 ? t.cash.even : fill(difference < 0 ? t.cash.short : t.cash.over, { vnd: formatVnd(Math.abs(difference)) })}`}
      </output>
      {difference !== 0 && <CashField name="explanation" />}
      <Choices
        name="cash.handedTo"
        label={t.cash.handedTo}
        value={handedTo}
        options={[
          { value: '', text: t.cash.safe },
          ...colleagues.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        onChoose={(officer) => cash.getState().handTo(officer)}
      />
      <div className="actions">
        <button
          type="button"
          className="button primary"
          data-field="cash.go"
          aria-disabled={busy}
          onClick={onClose}
        >
          <Icon name="print" />
          {t.cash.close} <Kbd name="F9" />
        </button>
      </div>
    </section>
  );
}
