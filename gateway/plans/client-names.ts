import type { NormalisedOperation } from './normalised-operation.js';

type Origins = Pick<NormalisedOperation, 'origins'>;

/** The client's name of a variable of a normalised operation; its own, where that was a literal. */
export function clientName({ origins }: Origins, variable: string): string {
  const origin = origins.get(variable);
  return origin?.kind === 'client' ? origin.name : variable;
}

/** A text that names variables (`$v0`), with the names that the client gave them. */
export function inClientNames(operation: Origins, text: string): string {
  return text.replaceAll(/(?<=\$)v\d+\b/g, (variable) => clientName(operation, variable));
}
