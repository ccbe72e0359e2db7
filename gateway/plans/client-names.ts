import type { ExecutionResult } from 'graphql';

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

/** An answer with the client's names in its data, and in the paths and messages of its errors. May change the answer. */
export function answerInClientNames<Result extends ExecutionResult<Record<string, unknown>, Record<string, unknown>>>(
  operation: Named,
  answer: Result,
): Result {
  for (const error of answer.errors ?? []) {
    error.message = inClientNames(operation, error.message);
  }
  return operation.responseNames.inAnswer(answer);
}
