import { GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';

import { coerceVariables } from '../request/coerced-variables.js';
import type { Executor, ExecutorContext } from '../request/executor.js';
import { normaliseOperation, type NormalisedOperation } from './normalised-operation.js';
import { nullCharacterError } from './null-characters.js';

/**
 * Normalises operations before they are planned, so that operations which differ in literals, names and aliases share a
 * query plan.
 */
export class Planning {
  private readonly normalised = new WeakMap<GraphQLSchema, WeakMap<OperationDefinitionNode, NormalisedOperation>>();
  /** By their normalised operations. */
  private readonly asked = new WeakMap<OperationDefinitionNode, NormalisedOperation>();

  /** An executor that normalises operations and passes them to `executor`, which is to answer in the client's names. */
  normalising(executor: Executor): Executor {
    return (context) => this.execute(executor, context);
  }

  /** What an operation is that was normalised here. */
  normalisedOf({ operation }: Pick<ExecutorContext, 'operation'>): NormalisedOperation {
    const normalised = this.asked.get(operation);
    if (!normalised) {
      throw new TypeError('Expected an operation that was normalised, found another.');
    }
    return normalised;
  }

  /** The normalised form of an operation of a document that is valid for the schema; computed once for each parsed document. */
  normalise({
    schema,
    document,
    operation,
  }: Pick<ExecutorContext, 'schema' | 'document' | 'operation'>): NormalisedOperation {
    let known = this.normalised.get(schema);
    if (!known) {
      known = new WeakMap();
      this.normalised.set(schema, known);
    }
    let normalised = known.get(operation);
    if (!normalised) {
      normalised = normaliseOperation(schema, document, operation);
      known.set(operation, normalised);
    }
    return normalised;
  }

  private async execute(executor: Executor, context: ExecutorContext): ReturnType<Executor> {
    const { variables, extensions, http } = context.request;
    // Checked before normalisation, so that errors have the client's names of variables.
    const coerced = coerceVariables({ ...context, given: variables ?? {} });
    if (coerced.errors) {
      return { errors: coerced.errors };
    }
    let normalised: NormalisedOperation;
    try {
      normalised = this.normalise(context);
    } catch (error) {
      return refusal(error);
    }
    const { text, hash, document, operation } = normalised;
    // As given: a subgraph may parse the default of a custom scalar in another way than a value.
    const values = normalised.variables(variables);
    const invalid = nullCharacterError(values);
    if (invalid) {
      return { errors: [invalid] };
    }
    this.asked.set(operation, normalised);
    return executor({
      ...context,
      request: {
        query: text,
        variables: values,
        ...(extensions && { extensions }),
        ...(http && { http }),
      },
      document,
      operation,
      queryHash: hash,
      source: text,
    });
  }
}

/** The answer to an operation that cannot be normalised; throws what is no error of the client again. */
function refusal(error: unknown): { readonly errors: readonly GraphQLError[] } {
  if (!(error instanceof GraphQLError)) {
    throw error;
  }
  return { errors: [error] };
}
