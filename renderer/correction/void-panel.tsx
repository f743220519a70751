import { useStore } from 'zustand';
import { shortCode } from '../../shared/domain/dossier/dossier-code.ts';
import { fill } from '../../shared/text/language.ts';
import { useStores } from '../frame/stores.ts';
import { useKeys } from '../keys/key-router.ts';
import { ClockNotes } from '../machine/clock-note.tsx';
import { FieldError, TextField } from '../parts/field.tsx';
import { Kbd } from '../parts/kbd.tsx';
import { useWords } from '../parts/words.ts';
import { ApproverFields } from './approver-fields.tsx';

/** Voids a dossier of today: a reason, and the second person where one is needed. */
export function VoidPanel() {
  const { voiding } = useStores();
  const code = useStore(voiding, ({ detail }) => detail?.row.code ?? null);
  return code === null ? null : <Panel key={code} code={code} />;
}

function Panel({ code }: { readonly code: string }) {
  const { voiding, run } = useStores();
  const words = useWords();
  const { t } = words;
  const { reason, approving, approvers, refusal, busy } = useStore(voiding);
  const send = () => run(voiding.getState().send());
  useKeys({ Escape: () => voiding.getState().close(), F9: send, 'Ctrl+Enter': send }, 'panel');
  const title = fill(t.correction.voidTitle, { code: shortCode(code) });
  return (
    <dialog open className="help card pad steps" data-form aria-label={title}>
      <h2>{title}</h2>
      <p className="sub">{t.correction.voidNote}</p>
      <TextField
        name="void.reason"
        label={t.correction.voidReason}
        maxLength={300}
        value={reason}
        onType={(text) => voiding.getState().sayReason(text)}
      />
      {approvers.length > 0 && (
        <ApproverFields
          approvers={approvers}
          approving={approving}
          onChange={(change) => voiding.getState().approve(change)}
        />
      )}
      <ClockNotes name="panel.clockReason" />
      <div role="alert">
        <FieldError id="void-error" text={refusal === null ? null : words.refusal(refusal)} />
      </div>
      <div className="actions">
        <button
          type="button"
          className="button primary"
          data-field="void.send"
          aria-disabled={busy}
          onClick={send}
        >
          {t.correction.void} <Kbd name="F9" />
        </button>
        <button type="button" className="button quiet" onClick={() => voiding.getState().close()}>
          {t.help.close} <Kbd name="Esc" />
        </button>
      </div>
    </dialog>
  );
}
