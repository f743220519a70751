import type { ReactNode } from 'react';

export function BlockHeading(props: {
  readonly number: number;
  readonly title: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="heading block-heading">
      <b className="block-number" aria-hidden="true">
        {props.number}
      </b>
      <h2>{props.title}</h2>
      {props.children}
    </div>
  );
}
