import { Fragment, type UIEvent, useEffect } from 'react';
import { useStore } from 'zustand';
import type { DossierRow } from '../../../shared/contract/dossier/views.ts';
import { dateOf, type LocalDateTime } from '../../../shared/domain/base/local-date.ts';
import { shortCode } from '../../../shared/domain/dossier/dossier-code.ts';
import { unreachable } from '../../../shared/result.ts';
import { formatDayMonth, formatTime } from '../../../shared/text/format.ts';
import { useStores } from '../../frame/stores.ts';
import { DueChip } from '../../parts/due-chip.tsx';
import { Icon } from '../../parts/icon.tsx';
import type { Words } from '../../parts/wording.ts';
import { useNow, useWords } from '../../parts/words.ts';
import { type Group, groupByDue } from './groups.ts';

const columns = 9;
/** Near enough to the end that the next page should be on its way. */
const nearEndPx = 400;

export function DossierTable({ onOpen }: { readonly onOpen: () => void }) {
  const { list, run } = useStores();
  const { t } = useWords();
  const now = useNow();
  const { rows, selected } = useStore(list);

  useEffect(() => {
    if (selected !== null) document.getElementById(selected)?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  if (now === null || rows.length === 0) return null;

  const onScroll = ({ currentTarget: box }: UIEvent) => {
    if (box.scrollHeight - box.scrollTop - box.clientHeight < nearEndPx) run(list.getState().loadMore());
  };
  return (
    <div className="card dossiers" onScroll={onScroll}>
      <table id="dossiers">
        <thead>
          <tr>
            <th scope="col">{t.list.due}</th>
            <th scope="col">{t.list.code}</th>
            <th scope="col">{t.list.applicant}</th>
            <th scope="col">{t.list.procedure}</th>
            <th scope="col" className="num wide">
              {t.list.received}
            </th>
            <th scope="col" className="num">
              {t.list.dueAt}
            </th>
            <th scope="col">{t.list.status}</th>
            <th scope="col" className="wide">
              {t.list.by}
            </th>
            <th scope="col">{t.list.server}</th>
          </tr>
        </thead>
        <tbody>
          {groupByDue(rows, now).map((group, n) => (
            <Fragment key={`${group.key} ${String(n)}`}>
              <GroupHeading group={group} />
              {group.rows.map((row) => (
                <Row key={row.id} row={row} now={now} isSelected={row.id === selected} onOpen={onOpen} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GroupHeading({ group }: { readonly group: Group }) {
  const { list } = useStores();
  const words = useWords();
  const more = useStore(list, (state) => state.more && state.rows.at(-1) === group.rows.at(-1));
  return (
    <tr className={`group ${group.kind}`}>
      <th scope="rowgroup" colSpan={columns}>
        {groupTitle(group, words)} <b>{more ? `${String(group.rows.length)}+` : group.rows.length}</b>
      </th>
    </tr>
  );
}

function groupTitle({ kind, day }: Group, { t, day: dayText, tomorrow }: Words): string {
  switch (kind) {
    case 'past':
      return t.list.past;
    case 'today':
      return t.list.today;
    case 'tomorrow':
      return tomorrow(day);
    case 'day':
      return dayText(day);
    case 'closed':
      return t.list.closed;
    default:
      return unreachable(kind);
  }
}

function Row(props: {
  readonly row: DossierRow;
  readonly now: LocalDateTime;
  readonly isSelected: boolean;
  readonly onOpen: () => void;
}) {
  const { list } = useStores();
  const { t } = useWords();
  const { row, now, isSelected, onOpen } = props;
  const short = shortCode(row.code);
  const cut = short.indexOf('-') + 1;
  return (
    <tr
      id={row.id}
      aria-selected={isSelected}
      onClick={() => {
        list.getState().select(row.id);
        onOpen();
      }}
    >
      <td>
        <DueChip row={row} now={now} />
      </td>
      <td className="code">
        <i>{short.slice(0, cut)}</i>
        {short.slice(cut)}
      </td>
      <td className="applicant">{row.applicantName}</td>
      <td className="procedure">{row.procedureName}</td>
      <td className="num wide">{dayOrTime(row.receivedAt, now)}</td>
      <td className="num">
        <b>{dayOrTime(row.shownDueAt, now)}</b>
      </td>
      <td>{t.status[row.status]}</td>
      <td className="wide">{row.receivedBy}</td>
      <td>
        <ServerMark row={row} />
      </td>
    </tr>
  );
}

function ServerMark({ row }: { readonly row: DossierRow }) {
  const { t } = useWords();
  if (row.needsReview) {
    return (
      <span className="chip late">
        <Icon name="split" />
        {t.list.review}
      </span>
    );
  }
  if (!row.sent) {
    return (
      <span className="chip wait">
        <Icon name="up" />
        {t.list.waiting}
      </span>
    );
  }
  return (
    <span className="sent">
      <Icon name="check" />
      <span className="unseen">{t.list.sent}</span>
    </span>
  );
}

/** `09:31` on the day itself, `13/05` on another. */
const dayOrTime = (at: LocalDateTime, now: LocalDateTime): string =>
  dateOf(at) === dateOf(now) ? formatTime(at) : formatDayMonth(dateOf(at));
