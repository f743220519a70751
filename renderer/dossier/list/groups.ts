import type { DossierRow } from '../../../shared/contract/dossier/views.ts';
import {
  addDays,
  dateOf,
  type LocalDate,
  type LocalDateTime,
} from '../../../shared/domain/base/local-date.ts';

/** Rows under the heading of their day. `tone` is what the heading's colour says beside its words. */
export interface Group {
  readonly key: string;
  readonly kind: 'past' | 'today' | 'tomorrow' | 'day' | 'closed';
  readonly day: LocalDate;
  readonly rows: readonly DossierRow[];
}

/** Groups neighbouring rows of one kind, in the order the desk gave them. */
export function groupByDue(rows: readonly DossierRow[], now: LocalDateTime): readonly Group[] {
  const groups: { key: string; kind: Group['kind']; day: LocalDate; rows: DossierRow[] }[] = [];
  for (const row of rows) {
    const day = dateOf(row.dueAt);
    const kind = kindOf(row, day, dateOf(now));
    const key = kind === 'day' ? day : kind;
    const open = groups.at(-1);
    if (open?.key === key) open.rows.push(row);
    else groups.push({ key, kind, day, rows: [row] });
  }
  return groups;
}

function kindOf(row: DossierRow, due: LocalDate, today: LocalDate): Group['kind'] {
  if (row.status === 'delivered' || row.status === 'cancelled') return 'closed';
  if (due < today) return 'past';
  if (due === today) return 'today';
  return due === addDays(today, 1) ? 'tomorrow' : 'day';
}
