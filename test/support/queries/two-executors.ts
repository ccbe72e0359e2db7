import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import { getOperationAST, parse, validate, type ExecutionResult, type GraphQLSchema } from 'graphql';

import { Execution } from '../../../gateway/execution/execution.js';
import { Planning } from '../../../gateway/plans/planning.js';
import { ResponseNames } from '../../../gateway/plans/response-names.js';
import type { Executor } from '../../../gateway/request/executor.js';
import { WrittenData } from '../../../gateway/request/written-data.js';

/** The gateway's executor and that of `@apollo/gateway`, over the same data sources. */
export interface TwoExecutors {
  /** What is unlike between their answers to a query; null where nothing is, and for one that is refused. */
  readonly differenceOf: (query: string, variables: Readonly<Record<string, unknown>>) => Promise<string | null>;
  readonly stop: () => Promise<void>;
}

/** Both execute the same normalised operations, in its names. */
export async function twoExecutors(
  supergraphSdl: string,
  source: (name: string) => GraphQLDataSource,
): Promise<TwoExecutors> {
  const planning = new Planning();
  const noNames = new ResponseNames(new Map());
  const execution = new Execution(
    { normalisedOf: (context) => ({ ...planning.normalisedOf(context), responseNames: noNames }) },
    console,
  );
  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => source(name),
    ...execution.gatewayOptions,
  });
  const { schema } = await gateway.load();
  const ours = planning.normalising(execution.executorOf(gateway, schema));
  const reference = planning.normalising(gateway.executor as never);
  return {
    differenceOf: async (query, variables) => {
      const answer = await run(ours, schema, query, variables);
      if (answer.data === undefined) {
        return null;
      }
      const expected = await run(reference, schema, query, variables);
      const [one, other] = [comparable(answer), comparable(expected)];
      const isHidden = hidesInvalid(answer, expected);
      if (!isHidden && (one === other || (misplaces(answer, expected) && errorsLeadToNulls(answer, schema)))) {
        return null;
      }
      return `${isHidden ? 'Invalid values are hidden. ' : ''}${JSON.stringify(variables)}\n→ ${partsOf(one, other)}\n→ ${partsOf(other, one)}\n${query}`;
    },
    stop: () => gateway.stop(),
  };
}

async function run(
  executor: Executor,
  schema: GraphQLSchema,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<ExecutionResult> {
  const document = parse(query);
  const [error] = validate(schema, document);
  if (error) {
    throw error;
  }
  return executor({
    request: { query, variables },
    schema,
    document,
    operation: getOperationAST(document),
    operationName: null,
    queryHash: query,
    source: query,
    context: { id: 'test', signal: new AbortController().signal, forwarded: {}, state: { atEnd: [] } },
    metrics: {},
    logger: console,
  } as never);
}

/** The data and the errors with their paths, each in an order of its own. */
function comparable(answer: ExecutionResult, withPaths = true): string {
  const { data, errors = [] } = answer;
  const shown = errors.map(({ message, path, extensions: given }) =>
    JSON.stringify([message, withPaths ? path : null, sorted(given)]),
  );
  return JSON.stringify({ data: sorted(plain(data)), errors: shown.sort() });
}

/**
 * Whether only the reference says that values are invalid. Which of several are named in an object that becomes null depends
 * on the order of fields, and it does not name an object whose type is not known.
 */
function hidesInvalid(answer: ExecutionResult, reference: ExecutionResult): boolean {
  const [ours, theirs] = [answer, reference].map(
    ({ extensions }) => (extensions as { valueCompletion?: unknown[] } | undefined)?.valueCompletion?.length ?? 0,
  );
  return ours === 0 && theirs !== 0;
}

const plain = (data: unknown): unknown => (data instanceof WrittenData ? data.toJSON() : data);

/**
 * Whether the reference may only have counted wrong: it takes the number of an entity in the answer for its number among
 * all objects of the place, of which it may not have asked for some.
 */
function misplaces(answer: ExecutionResult, reference: ExecutionResult): boolean {
  return comparable(answer, false) === comparable(reference, false);
}

/**
 * Whether each error is about a place that is null in the data, or below such a place; the name of a type is known
 * without the subgraph that failed.
 */
function errorsLeadToNulls({ data, errors = [] }: ExecutionResult, schema: GraphQLSchema): boolean {
  return errors.every(({ path = [] }) => {
    let at = plain(data);
    for (const key of path) {
      if (typeof at !== 'object' || at === null) {
        break;
      }
      at = (at as Record<string | number, unknown>)[key];
    }
    const isKnown = typeof at === 'string' && schema.getType(at) !== undefined;
    return at == null || isKnown || path.length === 0 || path.includes('@');
  });
}

/** Of a text, what is around the first character that differs from another. */
function partsOf(text: string, other: string): string {
  let at = 0;
  while (at < text.length && text[at] === other[at]) {
    at += 1;
  }
  return text.slice(Math.max(0, at - 200), at + 300);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}
