import { unreachable } from '../../shared/result.ts';
import { mayReceive } from './may-receive.ts';
import type { Find } from './omnibox.ts';
import type { Stores } from './stores.ts';

/** What was found in the box becomes the next step: people and procedures go into the form, dossiers open. */
export async function chooseFind(stores: Stores, find: Find): Promise<void> {
  const { navigation, intake, omnibox } = stores;
  omnibox.getState().clear();
  switch (find.kind) {
    case 'person':
      if (!mayReceive(stores)) return;
      navigation.getState().go({ screen: 'intake' });
      return intake.getState().takePerson(find.person, 'known', []);
    case 'procedure':
      if (!mayReceive(stores)) return;
      navigation.getState().go({ screen: 'intake' });
      return intake.getState().choose(find.procedure);
    case 'dossier':
      return navigation.getState().go({ screen: 'dossier', id: find.row.id });
    case 'screen':
      return navigation.getState().go({ screen: find.screen });
    case 'new':
      if (!mayReceive(stores)) return;
      navigation.getState().go({ screen: 'intake' });
      return intake.getState().beginPerson({ [find.field]: find.text });
    default:
      return unreachable(find);
  }
}
