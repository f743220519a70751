import { type KeyboardEvent, useId } from 'react';
import { useStore } from 'zustand';
import { shortCode } from '../../shared/domain/dossier/dossier-code.ts';
import { formatIdNumber, maskIdNumber } from '../../shared/domain/people/personal-number.ts';
import { formatPhone } from '../../shared/domain/people/phone.ts';
import { unreachable } from '../../shared/result.ts';
import { formatPartialDate } from '../../shared/text/format.ts';
import { fill } from '../../shared/text/language.ts';
import { isComposing } from '../keys/key-name.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { Kbd } from '../parts/kbd.tsx';
import { OptionList, optionId } from '../parts/option-list.tsx';
import type { Words } from '../parts/wording.ts';
import { useWords } from '../parts/words.ts';
import { codeAt, isWholeCode } from '../scan/code-text.ts';
import { chooseFind } from './choose-find.ts';
import type { Find } from './omnibox.ts';
import { takeScan } from './scans.ts';
import { useStores } from './stores.ts';

/** One box for scans, people, dossiers, procedures and screens. Suggestions stand below; nothing is inserted. */
export function Omnibox() {
  const stores = useStores();
  const { omnibox, run } = stores;
  const words = useWords();
  const { t } = words;
  const { query, finds, active, answered } = useStore(omnibox);
  const listId = useId();
  const isAnswered = answered !== '' && answered === query.trim();
  const options = (isAnswered ? finds : []).map((find) => ({
    key: keyOf(find),
    content: <FindLine find={find} words={words} />,
  }));
  const choose = (find: Find | null | undefined) => {
    if (find !== null && find !== undefined) run(chooseFind(stores, find));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (finds.length === 0) return;
      omnibox.getState().move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && isPastedCode(query)) {
      run(takeScan(stores, { text: query.trim(), lettersTrusted: true }));
    } else if (event.key === 'Enter' && query.trim() !== '') {
      run(omnibox.getState().settle().then(choose));
    } else if (event.key === 'Escape' && query !== '') {
      omnibox.getState().clear();
    } else return;
    event.preventDefault();
  };

  return (
    <search className="omni">
      <div className="omni-box">
        <Icon name="scan" />
        <input
          type="text"
          data-field="omni"
          role="combobox"
          aria-label={t.omni.label}
          aria-expanded={options.length > 0}
          aria-controls={listId}
          aria-activedescendant={options.length > 0 ? optionId(listId, active) : undefined}
          autoComplete="off"
          spellCheck={false}
          maxLength={400}
          placeholder={t.omni.hint}
          value={query}
          onChange={(event) => omnibox.getState().type(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <Kbd name="F3" />
      </div>
      <OptionList
        id={listId}
        label={t.omni.results}
        className="omni-list"
        options={options}
        active={active}
        onChoose={(n) => choose(finds[n])}
      />
      {isAnswered && finds.length === 0 && (
        <p className="omni-list option sub">{fill(t.omni.none, { query: query.trim() })}</p>
      )}
    </search>
  );
}

/** The text of a card or a receipt, pasted instead of scanned: from a reader's own program, or to try things out. */
const isPastedCode = (text: string): boolean => codeAt(text.trim()) === 0 && isWholeCode(text.trim());

function FindLine({ find, words }: { readonly find: Find; readonly words: Words }) {
  const { icon, title, rest } = lineOf(find, words);
  return (
    <>
      <Icon name={icon} />
      <b>{title}</b>
      <span className="sub">{rest}</span>
    </>
  );
}

function lineOf(find: Find, { t }: Words): { icon: IconName; title: string; rest: string } {
  switch (find.kind) {
    case 'person': {
      const { applicant, visits } = find.person;
      const born = applicant.birthDate === null ? '' : formatPartialDate(applicant.birthDate);
      const facts = [born, maskIdNumber(applicant.idNumber), formatPhone(applicant.phone)];
      const rest = [...facts, fill(t.omni.visits, { count: visits })]
        .filter((part) => part !== '')
        .join(' · ');
      return { icon: 'user', title: applicant.name, rest };
    }
    case 'procedure':
      return {
        icon: 'plus',
        title: find.procedure.shortName,
        rest: `${find.procedure.code} · ${t.omni.procedure}`,
      };
    case 'dossier':
      return {
        icon: 'list',
        title: shortCode(find.row.code),
        rest: `${find.row.applicantName} · ${find.row.procedureName}`,
      };
    case 'screen':
      return { icon: 'back', title: t.rail[find.screen], rest: [t.omni.command, find.key].join(' ') };
    case 'new':
      return { icon: 'user', title: newcomerText(find, t.omni), rest: '' };
    default:
      return unreachable(find);
  }
}

function newcomerText({ field, text }: Extract<Find, { kind: 'new' }>, t: Words['t']['omni']): string {
  switch (field) {
    case 'name':
      return fill(t.newPerson, { name: text });
    case 'idNumber':
      return fill(t.newId, { number: formatIdNumber(text) });
    case 'phone':
      return fill(t.newPhone, { number: formatPhone(text) });
    default:
      return unreachable(field);
  }
}

function keyOf(find: Find): string {
  switch (find.kind) {
    case 'person':
      return `person ${JSON.stringify(find.person)}`;
    case 'procedure':
      return find.procedure.code;
    case 'dossier':
      return find.row.id;
    case 'screen':
      return find.screen;
    case 'new':
      return 'new';
    default:
      return unreachable(find);
  }
}
