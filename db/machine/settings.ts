import type { Database } from 'better-sqlite3';

/**
 * Small things the machine remembers: the chosen paper, a key made for an enrolment whose answer was lost, when it was
 * last opened.
 */
export type SettingKey = 'opened-at' | 'paper' | 'pending-key' | 'projection-version';

export type Settings = ReturnType<typeof openSettings>;

export function openSettings(db: Database) {
  const read = db.prepare<[string], { value: string }>('SELECT value FROM setting WHERE key = ?');
  const write = db.prepare<[string, string]>(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  const drop = db.prepare<[string]>('DELETE FROM setting WHERE key = ?');
  return {
    get: (key: SettingKey): string | null => read.get(key)?.value ?? null,
    set: (key: SettingKey, value: string): void => void write.run(key, value),
    drop: (key: SettingKey): void => void drop.run(key),
  };
}
