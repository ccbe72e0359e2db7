import { UserError } from '../../../platform/errors.js';
import { errorChain, type ErrorLink } from '../../../platform/error-chain.js';

/** An error with its causes in a form that can be sent to another thread. */
export const linksOf = (error: unknown): readonly ErrorLink[] => errorChain(error);

/** The error that was sent by another thread: with its causes, types and stacks, as a log shows them. */
export function errorOf(links: readonly ErrorLink[], isUserError = false): Error {
  const [link, ...causes] = links;
  const { type = 'Error', message = '', code, stack } = link ?? {};
  const options = causes.length === 0 ? {} : { cause: errorOf(causes) };
  const error = isUserError ? new UserError(message, options) : new (classOf(type))(message, options);
  return Object.assign(error, code === undefined ? {} : { code }, stack === undefined ? {} : { stack });
}

/** A class of errors of this name. */
function classOf(name: string): new (message: string, options: ErrorOptions) => Error {
  const named = { [name]: class extends Error {} };
  return named[name] ?? Error;
}
