import { receiptText } from '../scan/code-text.ts';
import type { Scan } from '../scan/wedge.ts';
import type { Stores } from './stores.ts';

/** A card or a receipt was read, on whatever screen: a card begins a dossier, a receipt opens one to hand over. */
export async function takeScan(stores: Stores, scan: Scan): Promise<void> {
  const { session, navigation, handOver, intake, notices, omnibox, desk } = stores;
  if (session.getState().view?.officer === null) return;
  omnibox.getState().clear();
  notices.getState().clear();
  const receipt = receiptText(scan.text);
  if (receipt !== null) {
    navigation.getState().go({ screen: 'handOver' });
    await handOver.getState().find(receipt);
    return;
  }
  const answer = await desk.call('person.scan', { text: scan.text, lettersTrusted: scan.lettersTrusted });
  if (!answer.ok) {
    notices.getState().tell({ tone: 'late', say: (words) => words.refusal(answer.error[0]) });
    return;
  }
  const { person, warnings } = answer.value;
  const isHandingOver =
    navigation.getState().place.screen === 'handOver' && handOver.getState().detail !== null;
  if (isHandingOver) return handOver.getState().showCard(person.applicant);
  navigation.getState().go({ screen: 'intake' });
  await intake.getState().takePerson(person, 'scan', warnings);
}
