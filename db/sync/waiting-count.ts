/** An event that waits, as far as it is counted. */
export interface WaitingRow {
  readonly dossier: string | null;
  /** `2026-11-22`, where the desk stands. */
  readonly day: string;
}

export type WaitingCount = ReturnType<typeof emptyCount>;

/** Counts events that come and go, with the dossiers and the days they are of. */
export function emptyCount() {
  const dossiers = new Map<string, number>();
  const days = new Map<string, number>();
  let events = 0;
  const change = ({ dossier, day }: WaitingRow, by: 1 | -1): void => {
    events += by;
    shift(days, day, by);
    if (dossier !== null) shift(dossiers, dossier, by);
  };
  return {
    add: (row: WaitingRow): void => change(row, 1),
    take: (row: WaitingRow): void => change(row, -1),
    size: () => ({ events, dossiers: dossiers.size }),
    byDay: () =>
      [...days].map(([day, n]) => ({ day, events: n })).toSorted((a, b) => (a.day < b.day ? -1 : 1)),
  };
}

/** Nothing is kept of what counts nothing. */
function shift(counts: Map<string, number>, key: string, by: 1 | -1): void {
  const n = (counts.get(key) ?? 0) + by;
  if (n === 0) counts.delete(key);
  else counts.set(key, n);
}
