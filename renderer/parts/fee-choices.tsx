import type { FeeRule } from '../../shared/domain/catalogue/procedure.ts';
import { formatVnd } from '../../shared/text/format.ts';
import { Choices } from './field.tsx';
import type { Words } from './wording.ts';
import { useWords } from './words.ts';

/** The fees of a procedure, each with what it comes to and when it applies, by arrow keys or click. */
export function FeeChoices(props: {
  readonly name: string;
  readonly fee: FeeRule;
  /** The key of the one that applies; null while that is open. */
  readonly value: string | null;
  readonly onChoose: (key: string) => void;
}) {
  const { t } = useWords();
  if (props.fee.kind !== 'choices') return null;
  return (
    <Choices
      name={props.name}
      label={t.intake.feeChoice}
      value={props.value}
      options={props.fee.choices.map(({ key, label, condition, fee }) => ({
        value: key,
        text: (
          <span>
            {label} · {amount(fee, t)} {condition !== '' && <span className="sub">{condition}</span>}
          </span>
        ),
      }))}
      onChoose={props.onChoose}
    />
  );
}

/** What it comes to, by copy where it goes by copies. */
function amount(fee: Extract<FeeRule, { kind: 'choices' }>['choices'][number]['fee'], t: Words['t']): string {
  if (fee.kind === 'set-locally') return t.intake.feeUnknown;
  if (fee.amountVnd === 0) return t.intake.feeFree;
  return fee.kind === 'per-copy' ? `${formatVnd(fee.amountVnd)}/${fee.unit}` : formatVnd(fee.amountVnd);
}
