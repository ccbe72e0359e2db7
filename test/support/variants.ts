import {
  astFromValue,
  Kind,
  parse,
  parseType,
  print,
  stripIgnoredCharacters,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
  type ConstValueNode,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type NameNode,
  type OperationDefinitionNode,
  type ValueNode,
  type VariableDefinitionNode,
} from 'graphql';

import type { Asked } from './executor.js';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Another way to ask the same: literals for variables, variables for literals, other names, order and layout. */
export function variantOf(schema: GraphQLSchema, { query, variables = {} }: Asked, random: () => number): Asked {
  const isLucky = (): boolean => random() < 0.5;
  const values = new Map(Object.entries(variables));
  const literal = withLiterals(schema, parse(query), values, isLucky);
  const { document, added } = withVariables(schema, literal, values, isLucky);
  const renamed = withOtherNames(document, added, values);
  const definitions = isLucky() ? [...renamed.definitions].reverse() : renamed.definitions;
  const decoy = isLucky() ? 'query Decoy { regions(first: 1) { nodes { id } } }' : '';
  const text = definitions.map((each) => print(each)).join('\n# A comment, and "a text".\n');
  return {
    query: `${isLucky() ? stripIgnoredCharacters(text) : text} ${decoy}`,
    operationName: 'Renamed',
    variables: Object.fromEntries(values),
  };
}

/** Some variables, as the literals that they stand for. What they are declared with goes, as do their values. */
function withLiterals(
  schema: GraphQLSchema,
  document: DocumentNode,
  values: Map<string, unknown>,
  isLucky: () => boolean,
): DocumentNode {
  const literals = new Map<string, ValueNode>();
  for (const { variable, type } of declared(document)) {
    const name = variable.name.value;
    const value = values.get(name);
    if (value !== undefined && value !== null && isLucky()) {
      const node = astFromValue(value, typeFromAST(schema, type) as GraphQLInputType);
      if (node) {
        literals.set(name, node);
        values.delete(name);
      }
    }
  }
  return visit(document, {
    VariableDefinition: ({ variable }) => (literals.has(variable.name.value) ? null : false),
    Variable: ({ name }) => literals.get(name.value),
  });
}

/** Some literals, as variables that are given, or that have them as their defaults. */
function withVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  values: Map<string, unknown>,
  isLucky: () => boolean,
): { readonly document: DocumentNode; readonly added: readonly VariableDefinitionNode[] } {
  const added: VariableDefinitionNode[] = [];
  const typeInfo = new TypeInfo(schema);
  const rewritten = visit(
    document,
    visitWithTypeInfo(typeInfo, {
      VariableDefinition: () => false,
      Argument: (node) => {
        const type = typeInfo.getArgument()?.type;
        if (!type || !isConstant(node.value) || !isLucky()) {
          return undefined;
        }
        const name = `added${added.length}`;
        const variable = { kind: Kind.VARIABLE, name: nameNode(name) } as const;
        const json = toJson(node.value);
        const isGiven = json !== undefined && isLucky();
        if (isGiven) {
          values.set(name, json);
        }
        added.push({
          kind: Kind.VARIABLE_DEFINITION,
          variable,
          type: parseType(String(type)),
          ...(isGiven ? {} : { defaultValue: node.value }),
        });
        return { ...node, value: variable };
      },
    }),
  );
  return { document: rewritten, added };
}

function isConstant(node: ValueNode): node is ConstValueNode {
  let isFound = false;
  visit(node, {
    Variable: () => {
      isFound = true;
    },
  });
  return !isFound;
}

/** What a literal is as JSON; undefined for one that says not by itself what it means. */
function toJson(node: ValueNode): unknown {
  switch (node.kind) {
    case Kind.STRING:
    case Kind.BOOLEAN:
    case Kind.ENUM:
      return node.value;
    case Kind.NULL:
      return null;
    case Kind.LIST: {
      const values = node.values.map(toJson);
      return values.includes(undefined) ? undefined : values;
    }
    default:
      return undefined;
  }
}

/** The operation and the client's variables with other names. */
function withOtherNames(
  document: DocumentNode,
  added: readonly VariableDefinitionNode[],
  values: Map<string, unknown>,
): DocumentNode {
  const named = visit(document, {
    OperationDefinition: (node): OperationDefinitionNode => ({
      ...node,
      name: nameNode('Renamed'),
      variableDefinitions: [...(node.variableDefinitions ?? []), ...added].reverse(),
    }),
  });
  for (const [name, value] of [...values]) {
    values.delete(name);
    values.set(`other_${name}`, value);
  }
  return visit(named, {
    Variable: (node) => ({ ...node, name: nameNode(`other_${node.name.value}`) }),
  });
}

function declared(document: DocumentNode): readonly VariableDefinitionNode[] {
  return document.definitions.flatMap((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? (each.variableDefinitions ?? []) : [],
  );
}

const nameNode = (value: string): NameNode => ({ kind: Kind.NAME, value });
