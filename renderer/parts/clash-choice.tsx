import type { KeyboardEvent } from 'react';
import type { ClashDecision } from '../../shared/domain/people/id-clash.ts';
import { formatPartialDate } from '../../shared/text/format.ts';
import { fill } from '../../shared/text/language.ts';
import { pickDigit } from '../keys/key-name.ts';
import { Choices } from './field.tsx';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { useWords } from './words.ts';

const decisions = ['samePerson', 'otherPerson'] as const;

/** The number stands under another name: whose it is, by 1 or 2 with the card in hand. */
export function ClashChoice(props: {
  readonly name: string;
  readonly other: { readonly name: string; readonly birthDate: string | null };
  readonly decided: ClashDecision['decided'] | null;
  readonly onDecide: (decided: ClashDecision['decided']) => void;
}) {
  const { t } = useWords();
  const { name, other, decided, onDecide } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    const picked = decisions[(pickDigit(event) ?? 0) - 1];
    if (picked === undefined) return;
    event.preventDefault();
    onDecide(picked);
  };
  const born = other.birthDate === null ? '' : formatPartialDate(other.birthDate);
  const sentence = fill(born === '' ? t.person.clash : t.person.clashBorn, { name: other.name, born });
  return (
    <div className="note late clash" role="alert">
      <Icon name="alert" />
      <div onKeyDown={onKeyDown} role="presentation">
        <b>{sentence}</b>
        <Choices
          name="clash"
          label={sentence}
          value={decided}
          options={decisions.map((value, n) => ({
            value,
            text: (
              <>
                <Kbd name={String(n + 1)} /> {fill(t.person[value], { name })}
              </>
            ),
          }))}
          onChoose={onDecide}
        />
      </div>
    </div>
  );
}
