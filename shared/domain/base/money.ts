import { type Refusal, refuse } from '../../contract/refusal.ts';
import { err, ok, type Result } from '../../result.ts';
import { mostVnd } from './ids.ts';

/** The unit as officers write it after an amount. */
const unit = /[\s\u00a0]*(?:đ|₫|đồng|vnđ|vnd)$/iu;
/** Digits alone, or thousands parted by one and the same point or blank throughout. */
const whole = /^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:([.\s\u00a0])\d{3})(?:\1\d{3})*)$/u;

/**
 * An amount as it was typed. What can only be one amount is read: `8000`, `8.000`, `8 000`, `8.000đ`, `8.000 ₫`.
 * A comma is a decimal sign to one officer and parts thousands to another, so it is never guessed at.
 * @param field the path of the field it was typed in, for the sentence to stand at
 * @returns whole đồng from 0 to the ceiling of money; `amount-unclear`, also for no text, or `amount-too-large`
 */
export function readVnd(text: string, field: string): Result<number, Refusal> {
  const typed = text.trim().normalize('NFC').replace(unit, '');
  if (!whole.test(typed)) return err(refuse('amount-unclear', field));
  const amount = Number(typed.replaceAll(/\D/g, ''));
  return amount > mostVnd ? err(refuse('amount-too-large', field)) : ok(amount);
}
