import type { LabelLanguage } from '../enum-label.js';
import { UserError } from '../errors.js';
import { inEnglish, inLanguage, type Message } from './message.js';

/** A `UserError` in both languages. */
export class SaidError extends UserError {
  constructor(
    readonly said: Message,
    options?: ErrorOptions,
  ) {
    super(inEnglish(said), options);
  }
}

/** Does work whose `SaidError` is told in a language. */
export async function telling<Result>(language: LabelLanguage, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof SaidError ? new UserError(inLanguage(error.said, language), { cause: error.cause }) : error;
  }
}
