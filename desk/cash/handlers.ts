import type { cashCalls } from '../../shared/contract/cash/calls.ts';
import type { HandlersFor } from '../../shared/contract/dispatch.ts';
import type { DeskContext } from '../context.ts';
import { assignSerial, closeCash, openCash, viewCash, voidSpoilt } from './cash.ts';

export const cashHandlers = (desk: DeskContext): HandlersFor<typeof cashCalls> => ({
  'cash.view': (_, by) => viewCash(desk, by),
  'cash.open': (input, by) => openCash(desk, input, by),
  'cash.assignReceipt': (input, by) => assignSerial(desk, input, by),
  'cash.voidReceipt': (input, by) => voidSpoilt(desk, input, by),
  'cash.close': (input, by) => closeCash(desk, input, by),
});
