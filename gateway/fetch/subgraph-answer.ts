import type { GraphQLDataSource } from '@apollo/gateway';

import { SubgraphFailure } from '../request/failures.js';

/** A subgraph's answer to one fetch. */
export type SubgraphAnswer = Awaited<ReturnType<GraphQLDataSource['process']>>;

/**
 * The answer in the text that a subgraph sent. Throws a `SubgraphFailure` for one that the gateway cannot merge. A fetch
 * of entities, `entities` being how many, must be answered with as many, in order.
 */
export function parseAnswer(text: string, entities: number | null): SubgraphAnswer {
  const answer = parseResult(text);
  const { data, errors } = answer as { data?: Record<string, unknown> | null; errors?: unknown };
  if (entities === null || data == null || (data['_entities'] == null && errors)) {
    return answer;
  }
  const found = data['_entities'];
  if (!Array.isArray(found) || found.length !== entities || !found.every((entity) => typeof entity === 'object')) {
    throw invalid(`expected _entities to be a list of ${entities} objects or nulls`, text);
  }
  return answer;
}

function parseResult(text: string): SubgraphAnswer {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch (error) {
    throw invalid('expected JSON', text, { cause: error });
  }
  if (!isObject(answer)) {
    throw invalid('expected an object', text);
  }
  const { data, errors } = answer;
  if (data === undefined ? errors === undefined : data !== null && !isObject(data)) {
    throw invalid('expected data to be an object or null', text);
  }
  if (errors !== undefined && !(Array.isArray(errors) && errors.length > 0 && errors.every(isError))) {
    throw invalid('expected errors to be a list of errors', text);
  }
  return answer;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isError(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value['message'] === 'string' &&
    (value['path'] === undefined || Array.isArray(value['path'])) &&
    (value['extensions'] === undefined || isObject(value['extensions']))
  );
}

function invalid(expected: string, text: string, options?: ErrorOptions): SubgraphFailure {
  return new SubgraphFailure('SUBGRAPH_INVALID_ANSWER', `${expected}, found ${text.slice(0, 200)}`, options);
}
