import { useStore } from 'zustand';
import { fieldOf } from '../frame/refusal-field.ts';
import { useStores } from '../frame/stores.ts';
import { useWords } from '../parts/words.ts';
import { shownRefusals } from './intake-state.ts';

/** The sentence at a field, the same as in the list above F9; null when there is nothing to mend. */
export function useFieldError(field: string): string | null {
  const { intake } = useStores();
  const { refusal: textOf } = useWords();
  return useStore(intake, (state) => {
    const refusal = shownRefusals(state).find((one) => fieldOf(one) === field);
    return refusal === undefined ? null : textOf(refusal);
  });
}
