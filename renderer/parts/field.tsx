import { type InputHTMLAttributes, type ReactNode, useId } from 'react';
import { Icon } from './icon.tsx';

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'id'> {
  /** `data-field`: the path by which refusals and focus find it. */
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly onType: (text: string) => void;
  /** The sentence under the field; the same words as anywhere else. */
  readonly error?: string | null;
}

/** A line of text with its label and, when there is one, its complaint. Formats nothing while typing goes on. */
export function TextField({ name, label, value, onType, error = null, className, ...input }: TextFieldProps) {
  const id = useId();
  return (
    <div className={className === undefined ? 'field' : `field ${className}`}>
      <label htmlFor={id}>{label}</label>
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        {...input}
        id={id}
        className="input"
        data-field={name}
        value={value}
        aria-invalid={error === null ? undefined : true}
        aria-describedby={error === null ? undefined : `${id}-error`}
        onChange={(event) => onType(event.target.value)}
      />
      <FieldError id={`${id}-error`} text={error} />
    </div>
  );
}

export function FieldError({ id, text }: { readonly id: string; readonly text: string | null }) {
  if (text === null) return null;
  return (
    <span className="field-error" id={id}>
      <Icon name="alert" />
      {text}
    </span>
  );
}

/** One of a few, by arrow keys or click. */
export function Choices<T extends string>(props: {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly text: ReactNode }[];
  /** Null while nothing is chosen. */
  readonly value: T | null;
  readonly onChoose: (value: T) => void;
}) {
  const group = useId();
  return (
    <fieldset className="field" data-field={props.name} aria-label={props.label}>
      <div className="choices">
        {props.options.map(({ value, text }) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name={group}
              checked={value === props.value}
              onChange={() => props.onChoose(value)}
            />
            {text}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
