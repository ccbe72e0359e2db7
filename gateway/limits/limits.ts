import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { Kind, type DocumentNode, type GraphQLError } from 'graphql';

import { clientError } from '../http/client-error.js';
import { actualCost, estimate } from './cost.js';
import { costModel, type CostModel } from './cost-model.js';
import { costTree, type CostTree } from './cost-tree.js';
import { refuseCost, refuseDocument, tooDeep, tooLong, type Limits } from './refusals.js';
import { isDeeperThan } from './variables.js';

/**
 * Refuses what is too large before it is validated and what costs too much before it is planned, and says in headers
 * what an operation may cost and did. The costs are those of the supergraph that is served, also after it changed.
 */
export function limits(rules: Limits): ApolloServerPlugin {
  let supergraph = '';
  let model: CostModel | undefined;
  const refused = new WeakMap<DocumentNode, GraphQLError>();
  return {
    serverWillStart: () =>
      Promise.resolve({
        schemaDidLoadOrUpdate: ({ coreSupergraphSdl = '' }) => {
          supergraph = coreSupergraphSdl;
          model = undefined;
        },
      }),
    requestDidStart: () => {
      let unread: GraphQLError | undefined;
      let tree: CostTree | undefined;
      return Promise.resolve({
        parsingDidStart: (context) =>
          Promise.resolve((error?: Error) => {
            if (error) {
              unread = refuseUnread(error, rules);
            } else {
              const refusal = context.document ? refuseDocument(context.document, rules) : null;
              if (refusal) {
                refused.set(replaceDocument(context), refusal);
              }
            }
            return Promise.resolve();
          }),
        didResolveOperation: ({ document, operation, request, response }) => {
          const refusal = refused.get(document);
          if (refusal) {
            throw refusal;
          }
          const variables = request.variables ?? {};
          if (isDeeperThan(rules.maxDepth, variables)) {
            throw tooDeep(rules, 'value of the variables');
          }
          if (operation) {
            model ??= costModel(supergraph);
            tree = costTree(document, operation, variables, model);
            const cost = estimate(tree);
            response.http.headers.set('x-cost-estimate', String(cost));
            response.http.headers.set('x-cost-limit', String(rules.maxCost));
            const tooDear = refuseCost(tree, cost, rules);
            if (tooDear) {
              throw tooDear;
            }
          }
          return Promise.resolve();
        },
        willSendResponse: ({ response: { body, http } }) => {
          if (body.kind === 'single') {
            if (unread) {
              body.singleResult = { errors: [clientError(unread.toJSON())] };
            } else if (tree && body.singleResult.data) {
              http.headers.set('x-cost-actual', String(actualCost(tree, body.singleResult.data)));
            }
          }
          return Promise.resolve();
        },
      });
    },
  };
}

/** The refusal of a document whose parser gave up because of its size; none where it is ill-formed. */
function refuseUnread(error: Error, rules: Limits): GraphQLError | undefined {
  if (error instanceof RangeError) {
    return tooDeep(rules);
  }
  return /^Syntax Error: Document contains more that? \d+ tokens/.test(error.message) ? tooLong(rules) : undefined;
}

/**
 * Puts an empty document in place of one that is refused, so that validation, whose time may grow with its square, has
 * nothing to do. Apollo Server has no other way to refuse a document between parsing and validating.
 */
function replaceDocument(context: Pick<GraphQLRequestContext<object>, 'document'>): DocumentNode {
  const empty: DocumentNode = { kind: Kind.DOCUMENT, definitions: [] };
  Object.assign(context, { document: empty });
  return empty;
}
