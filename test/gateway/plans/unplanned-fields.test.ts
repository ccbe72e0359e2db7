import type { QueryPlan } from '@apollo/query-planner';
import { expect, test } from '@jest/globals';
import { OperationTypeNode, parse, type OperationDefinitionNode } from 'graphql';

import { unplannedFields } from '../../../gateway/plans/unplanned-fields.js';

const [operation] = parse('{ regions { id } funds { id } }').definitions as [OperationDefinitionNode];

const planOf = (text: string): QueryPlan => ({
  kind: 'QueryPlan',
  node: {
    kind: 'Fetch',
    serviceName: 'pairings',
    operation: text,
    operationName: undefined,
    operationKind: OperationTypeNode.QUERY,
  },
});

test.each([
  ['{ regions { id } funds { id } }', []],
  ['{ ...F } fragment F on Query { funds { id } ...G } fragment G on Query { regions { id } }', []],
  ['{ ...F } fragment F on Query { regions { id } }', ['funds']],
])('fields are planned that a fetch selects itself or in fragments: %s', (text, missing) => {
  expect(unplannedFields(planOf(text), { operation, fragments: [] }).map(({ name }) => name)).toEqual(missing);
});
