import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { PrintRequest } from '../ports.ts';

/** Which of the machine's printers takes which paper, by the name the system gives it. */
const printer = z.string().min(1).optional();
const choice = z.strictObject({ a5: printer, a4: printer, '80mm': printer });

/**
 * The printer chosen for a paper, read anew for each job from `printers.json` in the data folder
 * (`{"a5": "HP-M404", "80mm": "POS-80"}`), so that a technician need not restart anything.
 * A4 goes to the printer of A5 where none is named for it: a laser takes both.
 * @returns null when none was chosen
 * @throws Error when the file is not understood
 */
export function chosenPrinter(dataDir: string, paper: PrintRequest['paper']): string | null {
  const file = join(dataDir, 'printers.json');
  if (!existsSync(file)) return null;
  const chosen = choice.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (paper === '80mm') return chosen[paper] ?? null;
  return (paper === 'a5' ? chosen.a5 : (chosen.a4 ?? chosen.a5)) ?? null;
}
