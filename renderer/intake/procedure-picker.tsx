import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { ProcedureView } from '../../shared/contract/catalogue/views.ts';
import type { LocalDate } from '../../shared/domain/base/local-date.ts';
import { latest } from '../frame/backstage.ts';
import { useStores } from '../frame/stores.ts';
import { isComposing, pickDigit } from '../keys/key-name.ts';
import { Icon } from '../parts/icon.tsx';
import { OptionList, optionId } from '../parts/option-list.tsx';
import { useWords } from '../parts/words.ts';
import { ProcedureFacts } from './procedure-facts.tsx';

interface PickerProps {
  /** `data-field` of the box. */
  readonly field: string;
  readonly chosen: ProcedureView | null;
  readonly quickPicks: readonly ProcedureView[];
  readonly errorId: string | null;
  /** The day for which it is chosen; today where it is not given. */
  readonly on?: LocalDate;
  readonly onChoose: (procedure: ProcedureView) => void;
}

/** Digits pick while the box is empty; letters search. What is chosen stands in the box until typing begins again. */
export function ProcedurePicker({ field, chosen, quickPicks, errorId, on, onChoose }: PickerProps) {
  const { run } = useStores();
  const { t } = useWords();
  const { query, finds, active, type, move, settle, clear } = useProcedureSearch(on);
  const listId = useId();

  const choose = (procedure: ProcedureView | undefined) => {
    if (procedure === undefined) return;
    clear();
    onChoose(procedure);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const digit = query === '' ? pickDigit(event) : null;
    if (digit !== null && digit <= quickPicks.length) choose(quickPicks[digit - 1]);
    else if (event.key === 'ArrowDown' && finds.length > 0) move(1);
    else if (event.key === 'ArrowUp' && finds.length > 0) move(-1);
    else if (event.key === 'Enter' && query.trim() !== '') run(settle().then(choose));
    else if (event.key === 'Escape' && query !== '') clear();
    else return;
    event.preventDefault();
  };

  return (
    <div className="picker">
      <div className={errorId === null ? 'input' : 'input invalid'}>
        <Icon name={chosen !== null && query === '' ? 'check' : 'find'} />
        {chosen !== null && query === '' && (
          <span className="picked">
            <b>{chosen.name}</b>
            <ProcedureFacts procedure={chosen} />
          </span>
        )}
        <input
          type="text"
          data-field={field}
          className={chosen !== null && query === '' ? 'over' : ''}
          role="combobox"
          aria-label={
            chosen === null ? t.intake.procedureField : `${t.intake.procedureChange}: ${chosen.name}`
          }
          aria-expanded={finds.length > 0}
          aria-controls={listId}
          aria-activedescendant={finds.length > 0 ? optionId(listId, active) : undefined}
          aria-invalid={errorId === null ? undefined : true}
          aria-describedby={errorId ?? undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={120}
          placeholder={chosen === null ? t.intake.procedureField : ''}
          value={query}
          onChange={(event) => type(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      <OptionList
        id={listId}
        label={t.intake.procedureResults}
        className="picker-list card"
        options={finds.map((procedure) => ({
          key: procedure.code,
          content: (
            <>
              <b>{procedure.shortName}</b>
              <ProcedureFacts procedure={procedure} />
            </>
          ),
        }))}
        active={active}
        onChoose={(n) => choose(finds[n])}
      />
    </div>
  );
}

const shownFinds = 8;

/** Enter may be quicker than the desk: `settle` waits for the answer to what stands in the box. */
function useProcedureSearch(on: LocalDate | undefined) {
  const { desk, run } = useStores();
  const [query, setQuery] = useState('');
  const [finds, setFinds] = useState<readonly ProcedureView[]>([]);
  const [active, setActive] = useState(0);
  const searches = useRef(latest());
  const pending = useRef<Promise<readonly ProcedureView[]>>(Promise.resolve([]));

  const search = async (text: string): Promise<readonly ProcedureView[]> => {
    const isLatest = searches.current.ask();
    const answer = await desk.call('procedure.find', { query: text, ...(on === undefined ? {} : { on }) });
    const found = answer.ok ? answer.value.slice(0, shownFinds) : [];
    if (isLatest()) {
      setFinds(found);
      setActive(0);
    }
    return found;
  };
  const forget = () => {
    searches.current.ask();
    pending.current = Promise.resolve([]);
    setFinds([]);
    setActive(0);
  };
  return {
    query,
    finds,
    active,
    type: (text: string) => {
      setQuery(text);
      if (text.trim() === '') return forget();
      pending.current = search(text.trim());
      run(pending.current);
    },
    move: (by: 1 | -1) => setActive(Math.min(Math.max(0, active + by), finds.length - 1)),
    settle: async () => {
      const found = await pending.current;
      return found === finds ? found[active] : found[0];
    },
    clear: () => {
      setQuery('');
      forget();
    },
  };
}
