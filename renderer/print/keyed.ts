/** Items with keys by place: a paper is drawn once and its rows may say the same twice. */
export const keyed = <T>(items: readonly T[]): readonly { readonly key: string; readonly item: T }[] =>
  items.map((item, place) => ({ key: String(place), item }));
