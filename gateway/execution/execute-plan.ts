import type { GraphQLDataSource } from '@apollo/gateway';

import type { FetchOptions } from '../fetch/fetch-options.js';
import type { ExecutorContext } from '../request/executor.js';
import type { CompiledFetch, Step } from './compiled-plan.js';
import { merge, type Data } from './data.js';
import { FetchErrors } from './fetch-errors.js';
import { objectsAt } from './places.js';
import { represent } from './representations.js';
import type { Spans } from './spans.js';

/** One execution of a plan. */
export interface Run {
  readonly source: (subgraph: string) => GraphQLDataSource;
  readonly context: ExecutorContext;
  /** The values of the operation's variables. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly spans: Spans;
  /** What has been fetched. */
  readonly data: Data;
  readonly errors: Error[];
}

/** Executes the fetches of a plan; adds to the data and the errors of the run. */
export async function executePlan(step: Step, run: Run): Promise<void> {
  switch (step.kind) {
    case 'sequence':
      for (const each of step.steps) {
        await executePlan(each, run);
      }
      return;
    case 'parallel':
      await Promise.all(step.steps.map((each) => executePlan(each, run)));
      return;
    case 'condition': {
      const value = run.values[step.variable] ?? step.otherwise;
      const next = value === true ? step.ifTrue : step.ifFalse;
      return next ? executePlan(next, run) : undefined;
    }
    case 'fetch':
      try {
        await run.spans.within('gateway.fetch', { service: step.subgraph }, () => executeFetch(step, run));
      } catch (error) {
        run.errors.push(error as Error);
      }
  }
}

async function executeFetch(fetch: CompiledFetch, run: Run): Promise<void> {
  const objects = fetch.place.length === 0 ? [run.data] : objectsAt(run.data, fetch.place);
  if (objects.length === 0) {
    return;
  }
  if (fetch.reader) {
    await fetchEntities(fetch, fetch.reader, objects, run);
    return;
  }
  const data = await send(fetch, variablesOf(fetch, run), new FetchErrors(fetch, run.data, []), run);
  if (data) {
    fetch.changeOutput?.(data);
    for (const object of objects) {
      merge(object, data);
    }
  }
}

async function fetchEntities(
  fetch: CompiledFetch,
  reader: NonNullable<CompiledFetch['reader']>,
  objects: readonly Data[],
  run: Run,
): Promise<void> {
  const { unique, placeOf } = represent(objects, reader, fetch.changeInput);
  if (unique.length === 0) {
    return;
  }
  const variables = { ...variablesOf(fetch, run), representations: unique };
  const data = await send(fetch, variables, new FetchErrors(fetch, run.data, placeOf), run);
  if (!data) {
    return;
  }
  mergeEntities(objects, placeOf, entitiesIn(data, unique.length), fetch);
}

function entitiesIn({ _entities: entities }: Data, count: number): readonly (Data | null)[] {
  if (!Array.isArray(entities)) {
    throw new Error('Expected "data._entities" in response to be an array');
  }
  if (entities.length !== count) {
    throw new Error(`Expected "data._entities" to contain ${count} elements`);
  }
  return entities as (Data | null)[];
}

function mergeEntities(
  objects: readonly Data[],
  placeOf: readonly number[],
  entities: readonly (Data | null)[],
  { changeOutput }: CompiledFetch,
): void {
  const merged = new Set<Data>();
  for (const [index, object] of objects.entries()) {
    const entity = entities[placeOf[index] ?? -1];
    if (entity && !merged.has(object)) {
      merged.add(object);
      if (changeOutput) {
        // Changes may be for some types only.
        entity['__typename'] ??= object['__typename'];
        changeOutput(entity);
      }
      merge(object, entity);
    }
  }
}

function variablesOf({ variables }: CompiledFetch, { values }: Run): Data {
  const own: Data = {};
  for (const name of variables) {
    if (values[name] !== undefined) {
      own[name] = values[name];
    }
  }
  return own;
}

/** A value of an enum that `@apollo/gateway` does not export. */
const incomingOperation = 'incoming operation' as never;

async function send(fetch: CompiledFetch, variables: Data, errors: FetchErrors, run: Run): Promise<Data | null> {
  const { context } = run;
  const { operationName } = fetch;
  const options: FetchOptions = {
    kind: incomingOperation,
    request: { query: fetch.query, variables, ...(operationName === undefined ? {} : { operationName }) },
    incomingRequestContext: context,
    context: context.context,
    fits: fetch.fits,
  };
  const answer = await run.source(fetch.subgraph).process(options);
  if (answer.errors) {
    run.errors.push(...errors.of(answer.errors));
  }
  return (answer.data as Data | null | undefined) ?? null;
}
