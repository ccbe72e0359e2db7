import { setImmediate } from 'node:timers/promises';

import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { Kind, type DocumentNode, type GraphQLError } from 'graphql';

import { coerceVariables } from '../request/coerced-variables.js';
import { infiniteLiteralError } from '../request/infinite-literal.js';
import { publicError } from '../request/public-error.js';
import type { RequestContext } from '../request/request-context.js';
import { WrittenData } from '../request/written-data.js';
import { costModel, type CostModel } from './cost-model.js';
import type { TableRows } from './cost-tree.js';
import {
  argumentLimitError,
  costLimitError,
  documentLimitError,
  tooDeep,
  tooManyTokens,
  type Limits,
} from './limit-errors.js';
import { isNestedDeeper } from './nesting.js';
import { CostsOfOperations } from './operation-costs.js';

/**
 * Refuses documents that are too large or have numbers that are not finite before they are validated, and operations that may cost too much before they are
 * planned. `tableSizes` gives the numbers of rows that scans cost by. Says in headers what an operation may cost and did cost, by the supergraph that is served.
 */
export function limits(
  config: Limits,
  tableSizes: () => TableRows = () => new Map(),
): ApolloServerPlugin<RequestContext> {
  let supergraph = '';
  let model: CostModel | undefined;
  const known = new CostsOfOperations();
  /** Errors of documents, by the empty documents that took their place. */
  const errors = new WeakMap<DocumentNode, GraphQLError>();
  return {
    serverWillStart: () =>
      Promise.resolve({
        schemaDidLoadOrUpdate: ({ coreSupergraphSdl = '' }) => {
          supergraph = coreSupergraphSdl;
          model = undefined;
        },
      }),
    requestDidStart: () => {
      let parserLimit: GraphQLError | undefined;
      let isNew = false;
      return Promise.resolve({
        parsingDidStart: (context) =>
          Promise.resolve((error?: Error) => {
            if (error) {
              parserLimit = parserLimitError(error, config);
            } else {
              isNew = true;
              const { schema, document } = context;
              const problem = document
                ? (documentLimitError(document, config) ?? infiniteLiteralError(schema, document))
                : null;
              if (problem) {
                errors.set(replaceDocument(context), problem);
              }
            }
            return Promise.resolve();
          }),
        didResolveOperation: ({ schema, document, operation, request, response, contextValue }) => {
          const problem = errors.get(document);
          if (problem) {
            throw problem;
          }
          const given = request.variables ?? {};
          if (isNestedDeeper(config.maxDepth, given)) {
            throw tooDeep(config, 'value of the variables');
          }
          const variables = operation && coerceVariables({ schema, document, operation, given });
          // The executor answers with all errors of variables, where this hook could throw one only.
          if (operation && variables && !variables.errors) {
            model ??= costModel(supergraph);
            const costs = known.of(document, operation, variables.values, model, tableSizes());
            contextValue.state.costs = costs;
            const tooLargeArguments = argumentLimitError(costs, config);
            if (tooLargeArguments) {
              throw tooLargeArguments;
            }
            response.http.headers.set('x-cost-estimate', String(costs.estimate));
            response.http.headers.set('x-cost-limit', String(config.maxCost));
            const tooExpensive = costLimitError(costs, config);
            if (tooExpensive) {
              throw tooExpensive;
            }
          }
          // Others have their turn between the validation of a new document and its planning.
          return isNew ? setImmediate() : Promise.resolve();
        },
        willSendResponse: ({ response: { body, http } }) => {
          if (body.kind === 'single') {
            const data: unknown = body.singleResult.data;
            if (parserLimit) {
              body.singleResult = { errors: [publicError(parserLimit.toJSON())] };
            } else if (data instanceof WrittenData) {
              http.headers.set('x-cost-actual', String(data.cost));
            }
          }
          return Promise.resolve();
        },
      });
    },
  };
}

/** The error of a document that was too large for the parser; undefined for a syntax error. */
function parserLimitError(error: Error, config: Limits): GraphQLError | undefined {
  if (error instanceof RangeError) {
    return tooDeep(config);
  }
  return /^Syntax Error: Document contains more that? \d+ tokens/.test(error.message)
    ? tooManyTokens(config)
    : undefined;
}

/**
 * Replaces a document by an empty one, so that validation, whose time may be quadratic, has nothing to do. Apollo Server
 * has no other way to refuse a document between parsing and validation.
 */
function replaceDocument(context: Pick<GraphQLRequestContext<object>, 'document'>): DocumentNode {
  const empty: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };
  Object.assign(context, { document: empty });
  return empty;
}
