import type { NormalisedOperation } from './normalised-operation.js';

type Named = Pick<NormalisedOperation, 'origins' | 'responseNames'>;

/** The client's name of a variable of a normalised operation; the variable's own name where the client had a literal. */
export function clientName({ origins }: Pick<NormalisedOperation, 'origins'>, variable: string): string {
  const origin = origins.get(variable);
  return origin?.kind === 'client' ? origin.name : variable;
}

/** A text in which normalised names of variables (`$v0`) and internal aliases are replaced by the client's names. */
export function inClientNames(operation: Named, text: string): string {
  return operation.responseNames
    .inText(text)
    .replaceAll(/(?<=\$)v\d+\b/g, (variable) => clientName(operation, variable));
}

/** An error with the client's names in its path and its message. Changes the error. */
export function withClientNames<Failure extends Error>(operation: Named, error: Failure): Failure {
  error.message = inClientNames(operation, error.message);
  const { path } = error as { readonly path?: readonly (string | number)[] };
  return Object.assign(error, path && { path: operation.responseNames.inPath(path) });
}
