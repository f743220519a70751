import type { ReactNode } from 'react';

export interface Option {
  readonly key: string;
  readonly content: ReactNode;
}

/**
 * Suggestions under a text field: the keys stay in the field (`aria-activedescendant`), so that typing never stops.
 * Nothing is shown without options, but the list is there for the field to point at.
 */
export function OptionList(props: {
  readonly id: string;
  readonly label: string;
  readonly className: string;
  readonly options: readonly Option[];
  readonly active: number;
  readonly onChoose: (index: number) => void;
}) {
  return (
    <div
      id={props.id}
      className={props.options.length > 0 ? props.className : ''}
      role="listbox"
      aria-label={props.label}
    >
      {props.options.map(({ key, content }, n) => (
        <div
          key={key}
          id={optionId(props.id, n)}
          className="option"
          role="option"
          tabIndex={-1}
          aria-selected={n === props.active}
          onMouseDown={(event) => {
            // The field keeps the focus.
            event.preventDefault();
            props.onChoose(n);
          }}
        >
          {content}
        </div>
      ))}
    </div>
  );
}

export const optionId = (listId: string, index: number): string => `${listId}-${String(index)}`;
