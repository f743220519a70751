import { useStore } from 'zustand';
import { useStores } from '../frame/stores.ts';
import { TextField } from '../parts/field.tsx';
import { useWords } from '../parts/words.ts';
import type { CashTexts } from './cash-store.ts';

/** One of the texts of the drawer. */
export function CashField({ name }: { readonly name: keyof CashTexts }) {
  const { cash } = useStores();
  const { t, refusal: textOf } = useWords();
  const value = useStore(cash, ({ texts }) => texts[name]);
  const refusal = useStore(cash, (state) => state.refusal);
  return (
    <TextField
      name={`cash.${name}`}
      className={name === 'explanation' || name === 'spoiltReason' ? 'wide-reason' : 'cash-field'}
      label={t.cash.fields[name]}
      maxLength={name === 'explanation' ? 1000 : 300}
      value={value}
      error={refusal?.field === name ? textOf(refusal) : null}
      onType={(text) => cash.getState().type(name, text)}
    />
  );
}
