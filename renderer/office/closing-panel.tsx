import { useStore } from 'zustand';
import { registerNumber } from '../../shared/domain/dossier/register.ts';
import { formatCount } from '../../shared/text/format.ts';
import { fill } from '../../shared/text/language.ts';
import { useStores } from '../frame/stores.ts';
import { useKeys } from '../keys/key-router.ts';
import { FieldError, TextField } from '../parts/field.tsx';
import { Kbd } from '../parts/kbd.tsx';
import { useWords } from '../parts/words.ts';
import type { BookVolume } from './books-store.ts';

/** Closes a register or opens it again: said once more before it is done. */
export function ClosingPanel() {
  const { books } = useStores();
  const asked = useStore(books, (state) => state.asked);
  return asked === null ? null : <Panel key={asked.volume} volume={asked} />;
}

function Panel({ volume }: { readonly volume: BookVolume }) {
  const { books, run } = useStores();
  const words = useWords();
  const { t } = words;
  const { reason, closingRefusal, busy } = useStore(books);
  const send = () => run(books.getState().send());
  const cancel = () => books.getState().ask(null);
  useKeys({ Escape: cancel, F9: send, 'Ctrl+Enter': send }, 'panel');
  const isClosing = volume.may === 'close';
  const label = isClosing ? t.books.close : t.books.reopen;
  const title = `${label}, ${fill(t.books.volume, { volume: volume.volume })}`;
  return (
    <dialog open className="help card pad steps" data-form aria-label={title}>
      <h2>{title}</h2>
      <p className="sub">
        {isClosing
          ? fill(t.books.closeNote, {
              last: registerNumber(volume.lastNumber),
              entries: formatCount(volume.entries),
              pages: formatCount(volume.pages),
            })
          : t.books.reopenNote}
      </p>
      {!isClosing && (
        <TextField
          name="reason"
          label={t.books.reopenReason}
          maxLength={300}
          value={reason}
          onType={(text) => books.getState().sayReason(text)}
        />
      )}
      <div role="alert">
        <FieldError
          id="closing-error"
          text={closingRefusal === null ? null : words.refusal(closingRefusal)}
        />
      </div>
      <div className="actions">
        <button
          type="button"
          className="button primary"
          data-field="closing.send"
          aria-disabled={busy}
          onClick={send}
        >
          {label} <Kbd name="F9" />
        </button>
        <button type="button" className="button quiet" onClick={cancel}>
          {t.help.close} <Kbd name="Esc" />
        </button>
      </div>
    </dialog>
  );
}
