import { useStore } from 'zustand';
import { useStores } from '../frame/stores.ts';
import { TextField } from '../parts/field.tsx';
import { useWords } from '../parts/words.ts';
import type { CashTexts } from './cash-store.ts';

/** One of the texts of the drawer. */
export function CashField({ name }: { readonly name: keyof CashTexts }) {
  const { cash } = useStores();
  const { t } = useWords();
  const value = useStore(cash, ({ texts }) => texts[name]);
  return (
    <TextField
      name={`cash.${name}`}
      className={name === 'explanation' || name === 'spoiltReason' ? 'wide-reason' : 'cash-field'}
      label={t.cash.fields[name]}
      maxLength={name === 'explanation' ? 1000 : 300}
      value={value}
      onType={(text) => cash.getState().type(name, text)}
    />
  );
}
