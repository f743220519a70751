import type { Port } from '../shared/contract/port.ts';

/** What both ends of the wire between the main process and the desk process have in common. */
export interface Wire {
  readonly postMessage: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
}

/** `contract`: calls and pushes of the screens. `ports`: what the desk asks of the machine. `life`: start and stop. */
export type ChannelName = 'contract' | 'ports' | 'life';

interface Enveloped {
  readonly channel: ChannelName;
  readonly message: unknown;
}

/** One of several conversations over one wire. */
export const channel = (wire: Wire, name: ChannelName): Port => ({
  postMessage: (message) => wire.postMessage({ channel: name, message } satisfies Enveloped),
  onMessage: (listener) =>
    wire.onMessage((enveloped) => {
      const { channel: to, message } = enveloped as Enveloped;
      if (to === name) listener(message);
    }),
});

/** What the desk process says about itself; the main process only ever says `close`. */
export type LifeNews = { readonly kind: 'ready' } | { readonly kind: 'failed'; readonly sentence: string };
