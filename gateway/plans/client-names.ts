import type { NormalisedOperation } from './normalised-operation.js';

type Origins = Pick<NormalisedOperation, 'origins'>;

/** The client's name of a variable of a normalised operation; the variable's own name where the client had a literal. */
export function clientName({ origins }: Origins, variable: string): string {
  const origin = origins.get(variable);
  return origin?.kind === 'client' ? origin.name : variable;
}

/** A text in which normalised names of variables (`$v0`) are replaced by the client's. */
export function inClientNames(operation: Origins, text: string): string {
  return text.replaceAll(/(?<=\$)v\d+\b/g, (variable) => clientName(operation, variable));
}
