import { createContext, useContext, useEffect, useRef } from 'react';
import { hasTypedText, moveFocus, takesEnter } from './focus-order.ts';
import { isComposing, keyName } from './key-name.ts';

/** What to do by name of key; `false` passes the key on to whoever was bound before. */
export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => unknown>>;

/** The frame's keys hold unless the screen says otherwise, the screen's unless a panel is open over it. */
const layers = ['frame', 'screen', 'panel'] as const;
export type KeyLayer = (typeof layers)[number];

export interface KeyRouter {
  /** The highest layer is asked first, within it the last bound. @returns unbinds */
  readonly bind: (keys: () => KeyMap, layer: KeyLayer) => () => void;
  readonly handle: (event: KeyboardEvent) => void;
}

/** Browsers give these a meaning of their own that would throw away work or open something. */
const ownMeaning = /^(F[1-9]|Ctrl\+(P|S|F|R|N|G|U|Enter)|Alt\+[1-5])$/;

export function createKeyRouter(): KeyRouter {
  const bound: { readonly keys: () => KeyMap; readonly layer: KeyLayer }[] = [];
  const inOrder = () => bound.toReversed().sort((a, b) => layers.indexOf(b.layer) - layers.indexOf(a.layer));
  return {
    bind: (keys, layer) => {
      const entry = { keys, layer };
      bound.push(entry);
      return () => bound.splice(bound.indexOf(entry), 1);
    },
    handle: (event) => {
      if (event.defaultPrevented || isComposing(event)) return;
      const name = keyName(event);
      if (ownMeaning.test(name)) event.preventDefault();
      if (name === 'Ctrl+Z' && hasTypedText(event.target)) return;
      for (const { keys } of inOrder()) {
        const act = keys()[name];
        if (act === undefined || act(event) === false) continue;
        event.preventDefault();
        return;
      }
      if ((name === 'Enter' || name === 'Shift+Enter') && takesEnter(event.target)) {
        // At the last field Enter keeps its own meaning: it sends a form that has one.
        if (moveFocus(event.target, name === 'Enter' ? 1 : -1)) event.preventDefault();
      }
    },
  };
}

export const KeyRouterContext = createContext<KeyRouter | null>(null);

/** Binds keys for as long as the component is on the screen. */
export function useKeys(keys: KeyMap, layer: KeyLayer = 'screen'): void {
  const router = useContext(KeyRouterContext);
  const newest = useRef(keys);
  useEffect(() => {
    newest.current = keys;
  });
  useEffect(() => router?.bind(() => newest.current, layer), [router, layer]);
}
