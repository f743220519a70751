import { type LocalDateTime, localDateTime } from '../../shared/domain/base/local-date.ts';
import type { DueDoubt } from '../../shared/domain/calendar/due-doubt.ts';
import { formatMoment } from '../../shared/text/format.ts';
import { fill } from '../../shared/text/language.ts';
import { type KeyLayer, useKeys } from '../keys/key-router.ts';
import { Icon } from './icon.tsx';
import { Kbd } from './kbd.tsx';
import { useWords } from './words.ts';

/** What speaks against a typed due date, beside the form; one key takes the working time instead. */
export function DueDoubts(props: {
  readonly doubts: readonly DueDoubt[];
  readonly onTake: (nearest: LocalDateTime) => void;
}) {
  const words = useWords();
  return props.doubts.map(({ code, ...values }) => (
    <div key={code} className="note today">
      <Icon name="alert" />
      <div>
        {words.warning({ code, values, dossier: null })}{' '}
        {'nearest' in values && <TakeNearest nearest={values.nearest} layer="panel" onTake={props.onTake} />}
      </div>
    </div>
  ));
}

/** The working time offered in place of what was typed. */
export function TakeNearest(props: {
  readonly nearest: unknown;
  readonly layer: KeyLayer;
  readonly onTake: (nearest: LocalDateTime) => void;
}) {
  const { t } = useWords();
  const read = localDateTime.safeParse(props.nearest);
  const take = () => (read.success ? props.onTake(read.data) : undefined);
  useKeys({ 'Alt+5': take }, props.layer);
  if (!read.success) return null;
  return (
    <button type="button" className="link" onClick={take}>
      {fill(t.intake.takeNearest, { at: formatMoment(read.data) })} <Kbd name="Alt+5" />
    </button>
  );
}
