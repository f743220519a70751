import { useState } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../frame/stores.ts';
import { TextField } from '../parts/field.tsx';
import { Icon } from '../parts/icon.tsx';
import { useWords } from '../parts/words.ts';

/** For the officer who has looked: the clock is right, what was recorded before was not. @param name of its field */
export function ClockNote({ name = 'clockReason' }: { readonly name?: string }) {
  const { session, intake, run } = useStores();
  const { t, refusal } = useWords();
  const refusals = useStore(session, (state) => state.refusals);
  const [reason, setReason] = useState('');
  const confirm = async () => {
    if (await session.getState().confirmClock(reason)) intake.getState().askAgain();
  };
  return (
    <div className="note wait">
      <div>
        <TextField
          name={name}
          label={t.clock.reason}
          value={reason}
          onType={setReason}
          maxLength={300}
          error={refusals === null ? null : refusal(refusals[0])}
        />
        <button type="button" className="button" onClick={() => run(confirm())}>
          {t.clock.confirm}
        </button>
      </div>
    </div>
  );
}

/** What is wrong with the clock, beside any work that records at its hour: as the intake says it, and with the same way out. */
export function ClockNotes({ name }: { readonly name: string }) {
  const { session } = useStores();
  const words = useWords();
  const clock = useStore(session, ({ view }) => view?.clock ?? null);
  if (clock === null) return null;
  return (
    <>
      {clock.doubts.map((doubt) => (
        <div key={doubt.code} className="note today">
          <Icon name="alert" />
          {words.warning(doubt)}
        </div>
      ))}
      {clock.refusal !== null && (
        <>
          <div className="note late" role="alert">
            <Icon name="clock" />
            {words.refusal(clock.refusal)}
          </div>
          <ClockNote name={name} />
        </>
      )}
    </>
  );
}
