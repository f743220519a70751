import type { KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import type { ClashDecision } from '../../shared/domain/people/id-clash.ts';
import { formatPartialDate } from '../../shared/text/format.ts';
import { fill } from '../../shared/text/language.ts';
import { useStores } from '../frame/stores.ts';
import { pickDigit } from '../keys/key-name.ts';
import { Choices } from '../parts/field.tsx';
import { Icon } from '../parts/icon.tsx';
import { Kbd } from '../parts/kbd.tsx';
import { useWords } from '../parts/words.ts';

const decisions = ['samePerson', 'otherPerson'] as const;

/**
 * The number stands under another name: red beside the name, and F9 waits for 1 or 2. The keys come here only with
 * F9, so that the digit of a procedure decides nothing.
 */
export function PersonClash() {
  const { intake } = useStores();
  const { t } = useWords();
  const clash = useStore(intake, ({ preview }) => preview?.clash ?? null);
  const name = useStore(intake, ({ draft }) => draft?.applicant.name ?? '');
  if (clash === null || name === '') return null;
  const decide = (decided: ClashDecision['decided']) => intake.getState().decideClash(decided);
  const onKeyDown = (event: KeyboardEvent) => {
    const decided = decisions[(pickDigit(event) ?? 0) - 1];
    if (decided === undefined) return;
    event.preventDefault();
    decide(decided);
  };
  const born = clash.birthDate === null ? '' : formatPartialDate(clash.birthDate);
  const sentence = fill(born === '' ? t.intake.clash : t.intake.clashBorn, { name: clash.name, born });
  return (
    <div className="note late clash" role="alert">
      <Icon name="alert" />
      <div onKeyDown={onKeyDown} role="presentation">
        <b>{sentence}</b>
        <Choices
          name="clash"
          label={sentence}
          value={clash.decided}
          options={decisions.map((value, n) => ({
            value,
            text: (
              <>
                <Kbd name={String(n + 1)} /> {fill(t.intake[value], { name })}
              </>
            ),
          }))}
          onChoose={decide}
        />
      </div>
    </div>
  );
}
