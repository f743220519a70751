/** What router and fields need of a key event; React's and the browser's both have it. */
export interface KeyLike {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

/** `F9`, `Ctrl+Enter`, `Alt+1`, `Shift+Enter`. Shift counts only with keys that make no letter. */
export function keyName(event: KeyLike): string {
  const name = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const parts = [
    event.ctrlKey && 'Ctrl',
    event.altKey && 'Alt',
    event.shiftKey && name.length > 1 && 'Shift',
  ];
  return [...parts.filter((part) => part !== false), name].join('+');
}

/** An input method is still at work: the key is its own, whatever it looks like. */
export const isComposing = (event: { readonly isComposing: boolean; readonly keyCode: number }): boolean =>
  event.isComposing || event.keyCode === 229;

/** The digit of a quick pick, 1 to 9, or null. */
export function pickDigit(event: KeyLike): number | null {
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  return /^[1-9]$/.test(event.key) ? Number(event.key) : null;
}
