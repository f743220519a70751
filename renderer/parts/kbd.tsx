/** A key as it is printed on the keyboard: `Ctrl+Z` is two keys side by side. */
export function Kbd({ name }: { readonly name: string }) {
  return <kbd>{name.replaceAll('+', ' ')}</kbd>;
}
