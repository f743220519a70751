import { act, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { App } from '../../../renderer/frame/app.tsx';
import { createStores } from '../../../renderer/frame/stores.ts';
import { type FakeClient, fakeClient } from './fake-client.ts';
import { scanAt } from './keyboard.ts';
import { cardOf, nguyet } from './sample.ts';

/** jsdom lays nothing out and cannot scroll. */
Element.prototype.scrollIntoView = () => {};

/** The whole app over a fake desk, with a keyboard. Timers are the browser's; nothing is remembered. */
export async function renderApp(prepare: (desk: FakeClient) => void = () => {}) {
  const desk = fakeClient();
  prepare(desk);
  const remembered = new Map<string, string>();
  const stores = createStores({
    desk,
    timers: {
      after: (ms, call) => {
        const timer = setTimeout(call, ms);
        return () => clearTimeout(timer);
      },
    },
    memory: {
      read: (key) => remembered.get(key) ?? null,
      write: (key, value) => void remembered.set(key, value),
    },
  });
  const user = userEvent.setup();
  const view = render(<App stores={stores} page={window} />);
  await settle();
  return { desk, stores, user, view, remembered };
}

/** The app with a card just scanned. */
export async function scanned(person = nguyet, prepare?: (desk: FakeClient) => void) {
  const app = await renderApp(prepare);
  scanAt(1000, cardOf(person));
  await settle();
  return app;
}

/** Lets every answer of the fake desk arrive and be drawn. */
export const settle = (ms = 0): Promise<void> =>
  act(async () => {
    await new Promise((done) => setTimeout(done, ms));
    await new Promise((done) => setTimeout(done, 0));
  });

/** The field with the focus, by its `data-field`. */
export const focused = (): string | null =>
  document.activeElement?.closest('[data-field]')?.getAttribute('data-field') ?? null;
