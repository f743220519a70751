import type { KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import type { DossierDetail } from '../../../shared/contract/dossier/views.ts';
import { isSamePerson } from '../../../shared/domain/people/person-match.ts';
import { fill } from '../../../shared/text/language.ts';
import { useStores } from '../../frame/stores.ts';
import { pickDigit } from '../../keys/key-name.ts';
import { Choices, TextField } from '../../parts/field.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Kbd } from '../../parts/kbd.tsx';
import { useWords } from '../../parts/words.ts';
import type { Receiver } from './hand-over-store.ts';

/** Who has come: held against a card when there is one, named when it is somebody else. */
export function ReceiverFields({ detail }: { readonly detail: DossierDetail }) {
  const { handOver, focus } = useStores();
  const words = useWords();
  const { t } = words;
  const { receiver, refusals } = useStore(handOver);
  const { applicant, submitter } = detail.received;
  const { chooseReceiver, changeReceiver } = handOver.getState();
  const kinds: readonly Receiver['kind'][] =
    submitter === null ? ['applicant', 'other'] : ['applicant', 'submitter', 'other'];
  const nameOf: Readonly<Record<Receiver['kind'], string>> = {
    applicant: fill(t.handOver.applicant, { name: applicant.name }),
    submitter: fill(t.handOver.submitter, { name: submitter?.name ?? '' }),
    other: t.handOver.other,
  };
  const errorAt = (field: string) => {
    const refusal = refusals.find((one) => one.field === field);
    return refusal === undefined ? null : words.refusal(refusal);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const digit =
      event.target instanceof HTMLInputElement && event.target.type === 'radio' ? pickDigit(event) : null;
    const kind = digit === null ? undefined : kinds[digit - 1];
    if (kind === undefined) return;
    event.preventDefault();
    chooseReceiver(kind);
    focus.getState().want(kind === 'other' ? 'receiver.name' : 'receiver');
  };
  return (
    <div className="hand-over-step" onKeyDown={onKeyDown} role="presentation">
      <h3>{t.handOver.step1}</h3>
      <Choices
        name="receiver"
        label={t.handOver.step1}
        value={receiver.kind}
        options={kinds.map((value, n) => ({
          value,
          text: (
            <>
              <Kbd name={String(n + 1)} /> {nameOf[value]}
            </>
          ),
        }))}
        onChoose={chooseReceiver}
      />
      <CardCheck detail={detail} />
      {receiver.kind === 'other' && (
        <div className="own-fields">
          <TextField
            name="receiver.name"
            className="wide-field"
            label={t.handOver.receiverName}
            maxLength={120}
            value={receiver.name}
            error={errorAt('receiver.name')}
            onType={(name) => changeReceiver({ name })}
          />
          <TextField
            name="receiver.idNumber"
            label={t.handOver.receiverId}
            maxLength={20}
            value={receiver.idNumber}
            error={errorAt('receiver.idNumber')}
            onType={(idNumber) => changeReceiver({ idNumber })}
          />
          <TextField
            name="receiver.relation"
            label={t.handOver.relation}
            maxLength={120}
            value={receiver.relation}
            error={errorAt('receiver.relation')}
            onType={(relation) => changeReceiver({ relation })}
          />
          <TextField
            name="receiver.authorisation"
            className="wide-field"
            label={t.handOver.authorisation}
            maxLength={200}
            value={receiver.authorisation}
            error={errorAt('receiver.authorisation')}
            onType={(authorisation) => changeReceiver({ authorisation })}
          />
        </div>
      )}
    </div>
  );
}

function CardCheck({ detail }: { readonly detail: DossierDetail }) {
  const { handOver } = useStores();
  const { t } = useWords();
  const card = useStore(handOver, (state) => state.card);
  if (card === null) return <p className="sub">{t.handOver.checkCard}</p>;
  const isSame = isSamePerson(card, detail.received.applicant);
  return (
    <output className={isSame ? 'chip ok' : 'chip late'}>
      <Icon name={isSame ? 'check' : 'alert'} />
      {isSame ? t.handOver.cardMatches : fill(t.handOver.cardDiffers, { name: card.name })}
    </output>
  );
}
