import type { DeskClient } from '../../shared/contract/desk-api.ts';

/**
 * The same desk, with an ear for its clock: whenever a call is declined for it, `behind` is called, so that every screen
 * says why and offers the same way out, whatever it was doing.
 */
export const watchClock = (desk: DeskClient, behind: () => void): DeskClient => ({
  ...desk,
  call: async (name, input) => {
    const answer = await desk.call(name, input);
    if (!answer.ok && name !== 'clock.confirm' && answer.error.some(({ code }) => code === 'clock-behind'))
      behind();
    return answer;
  },
});
