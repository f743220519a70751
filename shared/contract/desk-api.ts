import { z } from 'zod';
import type { Result } from '../result.ts';
import { calendarCalls } from './calendar/calls.ts';
import { cashCalls } from './cash/calls.ts';
import { catalogueCalls } from './catalogue/calls.ts';
import { correctionCalls } from './correction/calls.ts';
import { dossierCalls } from './dossier/calls.ts';
import { intakeCalls } from './intake/calls.ts';
import { machineCalls } from './machine/calls.ts';
import { printState } from './machine/views.ts';
import { officeCalls } from './office/calls.ts';
import { peopleCalls } from './people/calls.ts';
import type { Refusal } from './refusal.ts';
import { syncCalls } from './sync/calls.ts';
import { syncView } from './sync/views.ts';

/** Every call a screen can make, a table a subject. Adding a row there is the only way to add one. */
export const deskApi = {
  ...machineCalls,
  ...peopleCalls,
  ...calendarCalls,
  ...catalogueCalls,
  ...intakeCalls,
  ...dossierCalls,
  ...correctionCalls,
  ...officeCalls,
  ...cashCalls,
  ...syncCalls,
} as const;

export type DeskApi = typeof deskApi;
export type MethodName = keyof DeskApi;
export type Input<M extends MethodName> = z.infer<DeskApi[M]['input']>;
export type Output<M extends MethodName> = z.infer<DeskApi[M]['output']>;
/** What every call answers: the value, or the reasons (at least one) for which the desk declined. */
export type Answer<M extends MethodName> = Result<Output<M>, Refusals>;
export type Refusals = readonly [Refusal, ...Refusal[]];

/** What every screen is given. */
export interface DeskClient {
  readonly call: <M extends MethodName>(name: M, input: Input<M>) => Promise<Answer<M>>;
  /** @returns a function that ends the subscription */
  readonly listen: <E extends DeskEventName>(name: E, listener: (value: DeskEvent<E>) => void) => () => void;
}

/** Everything the desk pushes to its screens without being asked. */
export const deskEvents = {
  'sync.changed': syncView,
  'print.changed': printState,
  /** Some dossier was recorded, changed or arrived: lists read again. */
  'dossiers.changed': z.strictObject({ ids: z.array(z.string()) }),
} as const;
export type DeskEventName = keyof typeof deskEvents;
export type DeskEvent<E extends DeskEventName> = z.infer<(typeof deskEvents)[E]>;

export const isMethodName = (name: string): name is MethodName => Object.hasOwn(deskApi, name);
