import type { HandlersFor } from '../../shared/contract/dispatch.ts';
import type { peopleCalls } from '../../shared/contract/people/calls.ts';
import type { DeskContext } from '../context.ts';
import { findPersons, scanPerson } from './persons.ts';

export const peopleHandlers = (desk: DeskContext): HandlersFor<typeof peopleCalls> => ({
  'person.scan': (input) => scanPerson(desk, input),
  'person.find': ({ query }) => findPersons(desk, query),
});
