import { z } from 'zod';
import type { DossierDetail } from '../../../shared/contract/dossier/views.ts';
import { localDate, localDateTime } from '../../../shared/domain/base/local-date.ts';
import { dossierEvents } from '../../../shared/domain/dossier/dossier-events.ts';
import { feeReceipt } from '../../../shared/domain/dossier/taking.ts';
import { formatDate, formatDueShort } from '../../../shared/text/format.ts';
import { fill } from '../../../shared/text/language.ts';
import { eventText } from '../../../shared/text/sentences.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import type { Words } from '../../parts/wording.ts';
import { useNow, useWords } from '../../parts/words.ts';

type Entry = DossierDetail['journal'][number];

/** Everything that was recorded, newest first, each with whether the server has it. */
export function DossierJournal({ detail }: { readonly detail: DossierDetail }) {
  const { t } = useWords();
  const waiting = detail.journal.filter(({ sent }) => !sent).length;
  return (
    <section className="card pad journal" aria-label={t.dossier.journal}>
      <div className="heading">
        <h2>{t.dossier.journal}</h2>
        <span className="gap" />
        {waiting > 0 && (
          <span className="chip wait">
            <Icon name="up" />
            {fill(t.dossier.waiting, { count: waiting })}
          </span>
        )}
      </div>
      <ol className="entries">
        {detail.journal.map((entry, n) => (
          <Line key={`${entry.at} ${entry.type} ${String(n)}`} entry={entry} />
        ))}
      </ol>
      <p className="sub journal-foot">{fill(t.dossier.journalFoot, { count: detail.copiesPrinted })}</p>
    </section>
  );
}

function Line({ entry }: { readonly entry: Entry }) {
  const words = useWords();
  const { t, language } = words;
  const now = useNow();
  if (now === null) return null;
  const facts = [entry.actorName, ...factsOf(entry, words)];
  return (
    <li>
      <span className="dot">
        <Icon name={icons[entry.type] ?? 'alert'} />
      </span>
      <div>
        <div className="entry-head">
          <b>{eventText(entry.type, language)}</b>
          <span className="gap" />
          <span className="sub">{words.moment(entry.at, now)}</span>
        </div>
        <div className="sub">{facts.filter((fact) => fact !== '').join(' · ')}</div>
      </div>
      <span className={entry.sent ? 'mark' : 'mark waiting'}>
        <Icon name={entry.sent ? 'cloud' : 'up'} />
        {entry.sent ? t.dossier.sentMark : t.dossier.waitingMark}
      </span>
    </li>
  );
}

const icons: Readonly<Record<string, IconName>> = {
  'dossier.received': 'plus',
  'dossier.resultReady': 'check',
  'dossier.delivered': 'give',
  'dossier.cancelled': 'cross',
  'receipt.reprinted': 'print',
  'dossier.forwarded': 'send',
  'dossier.recalled': 'back',
  'dossier.sentToAgency': 'send',
  'dossier.agencyReturned': 'back',
  'dossier.supplementRequested': 'flag',
  'dossier.supplementReceived': 'plus',
  'dossier.refunded': 'undo',
  'dossier.receiptAssigned': 'check',
  'dossier.suspended': 'pause',
  'dossier.resumed': 'send',
  'dossier.submittedForApproval': 'up',
  'dossier.sentBack': 'back',
  'dossier.signed': 'check',
  'dossier.resultTakenBack': 'back',
  'dossier.corrected': 'undo',
};

/** The screens show what they know of a body; a newer desk may have recorded more. */
const known = {
  received: z.object({ dueAt: dossierEvents['dossier.received'].shape.dueAt, deskDigit: z.number() }),
  note: z.object({ note: z.string() }),
  delivered: z.object({ receiver: z.object({ name: z.string() }) }),
  cancelled: z.object({ reason: z.string() }),
  step: z.object({
    unit: z.string().optional(),
    items: z.array(z.string()).optional(),
    reason: z.string().optional(),
    request: z.string().optional(),
    missing: z.string().optional(),
    note: z.string().optional(),
    newDueAt: localDateTime.optional(),
    answerBy: localDate.nullish(),
  }),
  assigned: z.object({ receipt: feeReceipt }),
  reprinted: z.object({ copy: z.number(), reason: dossierEvents['receipt.reprinted'].shape.reason }),
};

function factsOf({ type, body }: Entry, { t }: Words): readonly string[] {
  switch (type) {
    case 'dossier.received': {
      const { data } = known.received.safeParse(body);
      if (data === undefined) return [];
      const due = formatDueShort(data.dueAt);
      return [fill(t.app.counter, { digit: data.deskDigit }), fill(t.dossier.dueOn, { due })];
    }
    case 'dossier.resultReady':
      return [known.note.safeParse(body).data?.note ?? ''];
    case 'dossier.delivered': {
      const name = known.delivered.safeParse(body).data?.receiver.name;
      return name === undefined ? [] : [fill(t.dossier.to, { name })];
    }
    case 'dossier.cancelled':
      return [known.cancelled.safeParse(body).data?.reason ?? ''];
    case 'dossier.receiptAssigned': {
      const { data } = known.assigned.safeParse(body);
      return data === undefined ? [] : [`${data.receipt.symbol} ${data.receipt.serial}`];
    }
    case 'receipt.reprinted': {
      const { data } = known.reprinted.safeParse(body);
      if (data === undefined) return [];
      const reason = t.reprint[data.reason].toLowerCase();
      return [fill(t.dossier.copy, { copy: data.copy }), fill(t.dossier.reason, { reason })];
    }
    default:
      return stepFacts(body, t);
  }
}

/** What the steps between receipt and result have in common: where to, what is missing, why, until when. */
function stepFacts(body: Entry['body'], t: Words['t']): readonly string[] {
  const { data } = known.step.safeParse(body);
  if (data === undefined) return [];
  const due =
    data.newDueAt === undefined ? '' : fill(t.dossier.dueOn, { due: formatDueShort(data.newDueAt) });
  const answer = data.answerBy == null ? '' : `${t.dossier.answerBy} ${formatDate(data.answerBy)}`;
  const items = data.items ?? [];
  return [
    data.unit ?? '',
    items.join(', '),
    data.reason ?? data.request ?? data.missing ?? '',
    data.note ?? '',
    due,
    answer,
  ];
}
