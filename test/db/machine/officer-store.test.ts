import { beforeEach, expect, test } from 'vitest';
import type { OfficerStore } from '../../../db/machine/officer-store.ts';
import type { OfficerRecord } from '../../../shared/protocol/bodies.ts';
import { emptyStores } from '../../support/sync-stores.ts';

let officers: OfficerStore;
beforeEach(() => {
  ({ officers } = emptyStores());
});

const officer = (id: string, part: Partial<OfficerRecord> = {}): OfficerRecord => ({
  id,
  name: id,
  roles: ['reception'],
  pinVerifier: 'v',
  active: true,
  ...part,
});

test('all are listed by name, also those who have left', () => {
  officers.put(officer('hanh'));
  officers.put(officer('an.nguyen', { name: 'z', active: false }));
  expect(officers.all()).toEqual([officer('hanh'), officer('an.nguyen', { name: 'z', active: false })]);
});

test('what the district says last of somebody counts', () => {
  officers.put(officer('an.nguyen'));
  const changed = officer('an.nguyen', {
    name: 'An',
    roles: ['leader', 'supervisor'],
    pinVerifier: 'w',
    active: false,
  });
  officers.put(changed);
  expect(officers.get('an.nguyen')).toEqual(changed);
  expect(officers.get('hanh')).toBeNull();
});

test('wrong tries are counted for each', () => {
  officers.setWrongTries('a', 3);
  officers.setWrongTries('a', 4);
  expect([officers.wrongTries('a'), officers.wrongTries('b')]).toEqual([4, 0]);
});
