import { Kind, valueFromASTUntyped, type DirectiveNode, type DocumentNode } from 'graphql';

/** The arguments of the directives of one name, such as `join__type`, in their order. */
export function argumentsOf(
  { directives = [] }: { readonly directives?: readonly DirectiveNode[] },
  directive: string,
): readonly Readonly<Record<string, unknown>>[] {
  return directives
    .filter(({ name }) => name.value === directive)
    .map((each) =>
      Object.fromEntries((each.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)])),
    );
}

/** A subgraph as a supergraph has it. */
export interface JoinedSubgraph {
  /** What directives of the supergraph call it: a value of `join__Graph`. */
  readonly graph: string;
  readonly name: string;
  /** Empty where there is none. */
  readonly url: string;
}

/** The subgraphs of a supergraph: the arguments of `@join__graph(name:, url:)` on each value of `join__Graph`. */
export function joinedSubgraphs({ definitions }: DocumentNode): readonly JoinedSubgraph[] {
  const graphs = definitions.find(
    (definition) => definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph',
  );
  const values = graphs?.kind === Kind.ENUM_TYPE_DEFINITION ? (graphs.values ?? []) : [];
  return values.map((value) => {
    const graph = value.name.value;
    const [given = {}] = argumentsOf(value, 'join__graph');
    const { name, url } = given;
    return {
      graph,
      name: typeof name === 'string' ? name : graph.toLowerCase(),
      url: typeof url === 'string' ? url : '',
    };
  });
}
