import type { Warning } from '../contract/intake/views.ts';
import type { Refusal } from '../contract/refusal.ts';
import { type LocalDateTime, localDateTime } from '../domain/base/local-date.ts';
import type { DueReason } from '../domain/calendar/due-date.ts';
import { dossierCodePattern, shortCode } from '../domain/dossier/dossier-code.ts';
import { dueReasonSentences } from './calendar/due-reasons.ts';
import { anyEvent, eventSentences } from './dossier/events.ts';
import { anyReview, reviewSentences } from './dossier/reviews.ts';
import { formatMoment } from './format.ts';
import { warningSentences } from './intake/warnings.ts';
import { fill, type Language, type Sentence } from './language.ts';
import { anyPrintFault, printFaultSentences } from './machine/print-faults.ts';
import { refusalSentences } from './refusal-sentences.ts';

/** Why the desk declined, ready to be shown. */
export const refusalText = ({ code, values }: Refusal, language: Language): string =>
  fill(refusalSentences[code][language], shownValues(values, language));

/** A hint beside the form. */
export const warningText = ({ code, values }: Pick<Warning, 'code' | 'values'>, language: Language): string =>
  fill(warningSentences[code][language], shownValues(values, language));

/** Why the promised date is what it is; empty where there is nothing to explain. */
export const dueReasonText = (reason: DueReason, language: Language): string =>
  dueReasonSentences[reason][language];

/** Why a recorded fact waits for a person. Codes of a newer version or of the district have a general sentence. */
export const reviewText = (code: string, language: Language): string =>
  lookUp(reviewSentences, code, anyReview)[language];

/** What an entry of the journal is called; types of a newer version have a general name. */
export const eventText = (type: string, language: Language): string =>
  lookUp(eventSentences, type, anyEvent)[language];

/** Why paper did not come out. */
export const printFaultText = (fault: string, language: Language): string =>
  lookUp(printFaultSentences, fault, anyPrintFault)[language];

const lookUp = (table: Readonly<Record<string, Sentence>>, code: string, other: Sentence): Sentence =>
  Object.hasOwn(table, code) ? (table[code] ?? other) : other;

/** Minutes as people write them, dossier codes in their short form, the sex in words. */
function shownValues(values: Refusal['values'], language: Language): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [name, shownValue(name, value, language)]),
  );
}

function shownValue(name: string, value: string | number, language: Language): string | number {
  if (typeof value === 'number') return value;
  if (name === 'idSex') return lookUp(sexWords, value, { vi: value, en: value })[language];
  if (localDateTime.safeParse(value).success) return formatMoment(value as LocalDateTime);
  return dossierCodePattern.test(value) ? shortCode(value) : value;
}

const sexWords = { male: { vi: 'nam', en: 'male' }, female: { vi: 'nữ', en: 'female' } } as const;
