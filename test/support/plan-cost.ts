/** A node of a query plan as the gateway sends it. */
type PlanNode =
  | { readonly kind: 'Sequence' | 'Parallel'; readonly nodes: readonly PlanNode[] }
  | { readonly kind: 'Flatten'; readonly node: PlanNode }
  | { readonly kind: 'Fetch'; readonly serviceName: string };

/** What a plan costs: the subgraphs that it fetches from, sorted, and the rounds in which it does. */
export interface PlanCost {
  readonly fetches: readonly string[];
  readonly rounds: number;
}

/** Asks a gateway a query, and gives the cost of its plan. */
export async function planCost(url: string, query: string, variables: object): Promise<PlanCost> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'apollo-query-plan-experimental': '1',
      'apollo-query-plan-experimental-format': 'internal',
    },
    body: JSON.stringify({ query, variables }),
  });
  const { extensions } = (await response.json()) as { extensions: { __queryPlanExperimental: { node: PlanNode } } };
  return costOf(extensions.__queryPlanExperimental.node);
}

function costOf(node: PlanNode): PlanCost {
  switch (node.kind) {
    case 'Fetch':
      return { fetches: [node.serviceName], rounds: 1 };
    case 'Flatten':
      return costOf(node.node);
    default: {
      const costs = node.nodes.map(costOf);
      const rounds = costs.map((each) => each.rounds);
      return {
        fetches: costs.flatMap((each) => each.fetches).toSorted(),
        rounds: node.kind === 'Sequence' ? rounds.reduce((sum, each) => sum + each, 0) : Math.max(...rounds),
      };
    }
  }
}
