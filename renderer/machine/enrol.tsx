import { type FormEvent, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { RefusalCode } from '../../shared/contract/refusal.ts';
import { fill } from '../../shared/text/language.ts';
import { useStores } from '../frame/stores.ts';
import { focusField } from '../keys/focus-order.ts';
import { useKeys } from '../keys/key-router.ts';
import { TextField } from '../parts/field.tsx';
import { Icon } from '../parts/icon.tsx';
import { Kbd } from '../parts/kbd.tsx';
import { useWords } from '../parts/words.ts';

/** First run: which server, which code, what this counter is called. */
export function EnrolScreen({ demo }: { readonly demo: boolean }) {
  const { session, run } = useStores();
  const words = useWords();
  const { t } = words;
  const { busy, refusals } = useStore(session);
  const [url, setUrl] = useState('https://');
  const [code, setCode] = useState('');
  const [name, setName] = useState(t.enrol.nameDefault);
  const refusal = refusals?.[0] ?? null;
  const sentence = refusal === null ? null : words.refusal(refusal);
  const field = refusal === null ? null : (refusalFields[refusal.code] ?? 'url');

  useEffect(() => focusField(document, 'url'), []);
  useEffect(() => {
    if (field !== null && refusals !== null) focusField(document, field);
  }, [field, refusals]);

  const enrol = () => {
    if (busy) return;
    run(session.getState().enrol(url.trim(), code.replaceAll(/\D/g, ''), name.trim()));
  };
  useKeys({ F9: enrol, 'Ctrl+Enter': enrol });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enrol();
  };

  return (
    <div className={demo ? 'frame demo door' : 'door'}>
      <form className="card door-card" data-form onSubmit={submit} noValidate>
        <h1>{t.enrol.title}</h1>
        <p className="sub">{fill(t.enrol.lead, { upper: t.enrol.upper })}</p>
        <TextField
          name="url"
          label={t.enrol.url}
          inputMode="url"
          value={url}
          error={field === 'url' ? sentence : null}
          onType={setUrl}
        />
        <TextField
          name="code"
          label={t.enrol.code}
          inputMode="numeric"
          maxLength={15}
          placeholder="123 456 789"
          value={code}
          error={field === 'code' ? sentence : null}
          onType={setCode}
        />
        <TextField name="deviceName" label={t.enrol.name} maxLength={80} value={name} onType={setName} />
        <button type="submit" data-field="go" className="button primary" aria-disabled={busy}>
          <Icon name="check" /> {busy ? t.enrol.going : t.enrol.go} <Kbd name="F9" />
        </button>
      </form>
    </div>
  );
}

const refusalFields: Partial<Record<RefusalCode, string>> = {
  'enrol-code-unknown': 'code',
  'enrol-code-used': 'code',
};
