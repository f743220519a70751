/** The languages of the screens. Papers are Vietnamese only. */
export type Language = 'vi' | 'en';

/** One sentence in both; `{name}` marks a place that is filled from values. */
export type Sentence = Readonly<Record<Language, string>>;

/** Puts values into `{name}` places. A place without a value shows `…`, never the placeholder. */
export const fill = (template: string, values: Readonly<Record<string, string | number>> = {}): string =>
  template.replaceAll(/\{(\w+)\}/g, (_place, name: string) => String(values[name] ?? '…'));
