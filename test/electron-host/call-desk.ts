import type { Page } from 'playwright-core';
import type { Answer, Input, MethodName, Output } from '../../shared/contract/desk-api.ts';

/** Calls the desk through the preload under test, as a screen does; a refusal is an error here. */
export async function callDesk<M extends MethodName>(
  page: Page,
  name: M,
  input: Input<M>,
): Promise<Output<M>> {
  const answer = (await page.evaluate(
    ([method, given]) => window.desk?.call(method as M, given as Input<M>),
    [name, input] as const,
  )) as Answer<M>;
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
  return answer.value;
}
