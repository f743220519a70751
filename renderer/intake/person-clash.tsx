import { useStore } from 'zustand';
import { useStores } from '../frame/stores.ts';
import { ClashChoice } from '../parts/clash-choice.tsx';

/**
 * Red beside the name, and F9 waits. The keys come here only with F9, so that the digit of a procedure decides
 * nothing.
 */
export function PersonClash() {
  const { intake } = useStores();
  const clash = useStore(intake, ({ preview }) => preview?.clash ?? null);
  const name = useStore(intake, ({ draft }) => draft?.applicant.name ?? '');
  if (clash === null || name === '') return null;
  return (
    <ClashChoice
      name={name}
      other={clash}
      decided={clash.decided}
      onDecide={(decided) => intake.getState().decideClash(decided)}
    />
  );
}
