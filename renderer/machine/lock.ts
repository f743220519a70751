import type { Stores } from '../frame/stores.ts';

/** Whoever comes next sees nothing of whoever was here; the draft waits at the desk for its officer. */
export async function lockScreen(stores: Stores): Promise<void> {
  const { intake, handOver, omnibox, notices, reprint, navigation, session } = stores;
  intake.getState().close();
  handOver.getState().clear();
  omnibox.getState().clear();
  notices.getState().clear();
  reprint.getState().ask(null);
  navigation.getState().go({ screen: 'intake' });
  await session.getState().signOut();
}
