import { useState } from 'react';
import { useStore } from 'zustand';
import { useStores } from '../frame/stores.ts';
import { TextField } from '../parts/field.tsx';
import { useWords } from '../parts/words.ts';

/** For the officer who has looked: the clock is right, what was recorded before was not. */
export function ClockNote() {
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
          name="clockReason"
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
