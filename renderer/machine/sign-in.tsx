import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { useStore } from 'zustand';
import type { DeskView } from '../../shared/contract/machine/views.ts';
import { foldedWords } from '../../shared/text/fold.ts';
import { useStores } from '../frame/stores.ts';
import { focusField } from '../keys/focus-order.ts';
import { isComposing, pickDigit } from '../keys/key-name.ts';
import { useKeys } from '../keys/key-router.ts';
import { FieldError } from '../parts/field.tsx';
import { Icon } from '../parts/icon.tsx';
import { Kbd } from '../parts/kbd.tsx';
import { OptionList, optionId } from '../parts/option-list.tsx';
import { useWords } from '../parts/words.ts';

type Officer = DeskView['officers'][number];

/** Who sits here: a digit, an arrow or a few letters, then the PIN. Whoever sat here last is offered first. */
export function SignInScreen({ view }: { readonly view: DeskView }) {
  const { session, preferences, run } = useStores();
  const words = useWords();
  const { t } = words;
  const refusals = useStore(session, (state) => state.refusals);
  const lastOfficer = useStore(preferences, (state) => state.lastOfficer);
  const [query, setQuery] = useState('');
  const [pin, setPin] = useState('');
  const [chosen, setChosen] = useState<string | null>(() => firstChoice(view.officers, lastOfficer));
  const listId = useId();
  const matching = view.officers.filter((officer) => isMatch(officer, query));
  const officer = matching.find(({ id }) => id === chosen) ?? matching[0] ?? null;
  const here = officer === null ? -1 : matching.indexOf(officer);

  useEffect(() => {
    const known = firstChoice(view.officers, lastOfficer) !== null;
    focusField(document, known ? 'pin' : 'officer');
  }, [view.officers, lastOfficer]);

  const choose = (one: Officer | undefined, andGoOn: boolean) => {
    if (one === undefined) return;
    setChosen(one.id);
    session.getState().forgetRefusals();
    if (andGoOn) focusField(document, 'pin');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    const digit = query === '' ? pickDigit(event) : null;
    if (digit !== null) choose(matching[digit - 1], true);
    else if (event.key === 'ArrowDown') choose(matching[here + 1], false);
    else if (event.key === 'ArrowUp') choose(matching[here - 1], false);
    else if (event.key === 'Enter') choose(officer ?? undefined, true);
    else return;
    event.preventDefault();
  };

  /** A name typed where the PIN is asked for says who sits here; it is nobody's wrong PIN. */
  const takeName = (): boolean => {
    const named = isOnlyLetters(pin) ? view.officers.filter((one) => isMatch(one, pin)) : [];
    const [only, another] = named;
    if (only === undefined) return false;
    setPin('');
    setQuery(another === undefined ? '' : pin);
    choose(only, another === undefined);
    if (another !== undefined) focusField(document, 'officer');
    return true;
  };

  const enter = async () => {
    if (officer === null || session.getState().busy || takeName()) return;
    const entered = await session.getState().signIn(officer.id, pin);
    setPin('');
    if (entered) preferences.getState().choose({ lastOfficer: officer.id });
    else focusField(document, 'pin');
  };
  useKeys({ F9: () => run(enter()), 'Ctrl+Enter': () => run(enter()) });

  const sentence = refusals === null ? null : words.refusal(refusals[0]);
  return (
    <div className={view.demo ? 'demo door' : 'door'}>
      <form
        className="card door-card"
        data-form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          run(enter());
        }}
      >
        <div>
          <h1>{t.signIn.title}</h1>
          <p className="sub">
            {view.desk?.agency.name} · {view.desk?.deskName} {view.demo && <b>· {t.app.demo}</b>}
          </p>
        </div>
        {view.officers.length === 0 && <p>{t.signIn.nobody}</p>}
        <input
          type="text"
          className="input"
          data-field="officer"
          role="combobox"
          aria-label={t.signIn.find}
          aria-expanded="true"
          aria-controls={listId}
          aria-activedescendant={here < 0 ? undefined : optionId(listId, here)}
          autoComplete="off"
          spellCheck={false}
          placeholder={t.signIn.find}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <OptionList
          id={listId}
          label={t.signIn.officers}
          className="officers"
          options={matching.map((one, n) => ({
            key: one.id,
            content: (
              <>
                <Kbd name={n < 9 && query === '' ? String(n + 1) : ''} />
                <span>{one.name}</span>
              </>
            ),
          }))}
          active={here}
          onChoose={(n) => choose(matching[n], true)}
        />
        {officer !== null && <PinField name={officer.name} pin={pin} sentence={sentence} onType={setPin} />}
      </form>
    </div>
  );
}

function PinField(props: {
  readonly name: string;
  readonly pin: string;
  readonly sentence: string | null;
  readonly onType: (pin: string) => void;
}) {
  const { t } = useWords();
  const id = useId();
  return (
    <>
      <div className="pin-row">
        <div className="field">
          <label htmlFor={id}>{t.signIn.pin.replace('{name}', props.name)}</label>
          <input
            id={id}
            type="password"
            className="input"
            data-field="pin"
            inputMode="numeric"
            autoComplete="current-password"
            maxLength={40}
            value={props.pin}
            aria-invalid={props.sentence === null ? undefined : true}
            aria-describedby={props.sentence === null ? undefined : `${id}-error`}
            onChange={(event) => props.onType(event.target.value)}
          />
        </div>
        <button type="submit" className="button primary">
          <Icon name="check" /> {t.signIn.go}
        </button>
      </div>
      <div role="alert">
        <FieldError id={`${id}-error`} text={props.sentence} />
      </div>
    </>
  );
}

/** Every typed word begins some word of the name, marks or not. */
const isMatch = (officer: Officer, query: string): boolean => {
  const names = foldedWords(officer.name);
  return foldedWords(query).every((word) => names.some((name) => name.startsWith(word)));
};

const isOnlyLetters = (text: string): boolean => /^[\p{L}\p{M}\s]+$/u.test(text);

const firstChoice = (officers: readonly Officer[], last: string | null): string | null => {
  const [only] = officers;
  if (officers.length === 1 && only !== undefined) return only.id;
  return officers.find(({ id }) => id === last)?.id ?? null;
};
