import {
  Kind,
  parse,
  print,
  type ASTNode,
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';

import { argumentsOf, joinedSubgraphs } from './join-directives.js';

/** The parts of a supergraph that a field set refers to. */
interface TypeParts {
  readonly name: string;
  readonly fields: ReadonlyMap<string, FieldDefinitionNode>;
  readonly directives: readonly ConstDirectiveNode[];
  /** The object types that a value of it may have. */
  readonly possible: Set<string>;
}

type Types = ReadonlyMap<string, TypeParts>;

/** A field set of `@requires`. */
interface Requirement {
  /** The field that requires: `Product.shipping`. */
  readonly by: string;
  readonly on: TypeParts;
  readonly selection: SelectionSetNode;
}

/** A field in a field set. */
interface RequiredField {
  /** The fields from the outermost to this one, each with the type that it is a field of. */
  readonly path: readonly { readonly type: TypeParts; readonly field: string }[];
  readonly node: FieldNode;
}

/**
 * The shapes of a supergraph to which Apollo's query planner makes plans that ask for the wrong thing, without an error:
 * each with what to change.
 */
export function plannerFaults(supergraph: DocumentNode): readonly string[] {
  const types = typesOf(supergraph);
  return [...unresolvableKeys(types, joinedSubgraphs(supergraph)), ...unlikeArguments(types)];
}

/**
 * The planner goes back to a subgraph with what a field requires by the type's first key there that has no external
 * field, also where that key is not resolvable.
 */
function unresolvableKeys(types: Types, subgraphs: ReturnType<typeof joinedSubgraphs>): readonly string[] {
  return [...types.values()].flatMap((type) => {
    const requiring = new Set(
      [...type.fields.values()].flatMap((field) =>
        argumentsOf(field, 'join__field').flatMap(({ graph, requires }) => (requires === undefined ? [] : [graph])),
      ),
    );
    return Array.from(requiring).flatMap((graph) => {
      const keys = argumentsOf(type, 'join__type').filter(
        (each) => each['graph'] === graph && each['key'] !== undefined,
      );
      const used = keys.find(({ key }) => !hasExternal(fieldSet(key), type, graph, types));
      if (used?.['resolvable'] !== false) {
        return [];
      }
      const cure = keys.some(({ resolvable }) => resolvable !== false)
        ? 'Put the key that is resolvable before it'
        : 'Remove `resolvable: false`';
      const subgraph = subgraphs.find((each) => each.graph === graph)?.name ?? String(graph);
      return [
        `In the subgraph ${subgraph}, "${type.name}" has a field with @requires, and its first key "${String(used['key'])}" has \`resolvable: false\`: what is required would be sent by that key. ${cure}.`,
      ];
    });
  });
}

function hasExternal(selection: SelectionSetNode, type: TypeParts | undefined, graph: unknown, types: Types): boolean {
  return fieldsIn(selection, type, types).some(({ path, node }) => {
    const field = path.at(-1)?.type.fields.get(node.name.value);
    return (
      field && argumentsOf(field, 'join__field').some((each) => each['graph'] === graph && each['external'] === true)
    );
  });
}

/** Where two fields require the same one with unlike arguments, both are sent the value of one of them. */
function unlikeArguments(types: Types): readonly string[] {
  const required = requirementsOf(types).flatMap(({ by, on, selection }) =>
    fieldsIn(selection, on, types).map((field) => ({ by, ...field })),
  );
  const whole = Map.groupBy(
    required.flatMap((each) => placesOf(each.path).map((place) => ({ place, ...each }))),
    ({ place }) => place,
  );
  const faults = new Map<string, string>();
  for (const one of required) {
    // A field set may lead to an object whose own field requires something.
    const places = one.path.flatMap((_, from) => placesOf(one.path.slice(from)));
    for (const other of places.flatMap((place) => whole.get(place) ?? [])) {
      if (one.by !== other.by && argumentText(one.node) !== argumentText(other.node)) {
        const fields = [one, other].sort((a, b) => (a.by < b.by ? -1 : 1));
        const [first, second] = fields.map(
          ({ by, node }) => `"${by}" requires ${node.name.value}${argumentText(node)}`,
        );
        faults.set(
          fields.map(({ by }) => by).join(),
          `${first} and ${second}: a query of both would send the same value to both. Give one of them another field to require, or the same arguments.`,
        );
      }
    }
  }
  return [...faults.values()];
}

function requirementsOf(types: Types): readonly Requirement[] {
  return [...types.values()].flatMap((on) =>
    Array.from(on.fields).flatMap(([name, field]) =>
      argumentsOf(field, 'join__field').flatMap(({ requires }) =>
        requires === undefined ? [] : [{ by: `${on.name}.${name}`, on, selection: fieldSet(requires) }],
      ),
    ),
  );
}

/** The same for two paths that lead to one place in an answer from an object that both begin at. */
function placesOf(path: RequiredField['path']): readonly string[] {
  const names = path.map(({ field }) => field).join('.');
  return Array.from(path[0]?.type.possible ?? [], (type) => `${type} ${names}`);
}

function fieldsIn(
  { selections }: SelectionSetNode,
  type: TypeParts | undefined,
  types: Types,
  above: RequiredField['path'] = [],
): readonly RequiredField[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value;
      return fieldsIn(selection.selectionSet, condition === undefined ? type : types.get(condition), types, above);
    }
    if (selection.kind !== Kind.FIELD || !type) {
      return [];
    }
    const path = [...above, { type, field: selection.name.value }];
    const field = type.fields.get(selection.name.value);
    const below =
      field && selection.selectionSet
        ? fieldsIn(selection.selectionSet, types.get(namedType(field.type)), types, path)
        : [];
    return [{ path, node: selection }, ...below];
  });
}

function typesOf({ definitions }: DocumentNode): Types {
  const types = new Map<string, TypeParts>();
  for (const definition of definitions) {
    if (isComposite(definition)) {
      const fields = 'fields' in definition ? (definition.fields ?? []) : [];
      types.set(definition.name.value, {
        name: definition.name.value,
        fields: new Map(fields.map((field) => [field.name.value, field])),
        directives: definition.directives ?? [],
        possible: new Set(
          definition.kind === Kind.UNION_TYPE_DEFINITION
            ? definition.types?.map(({ name }) => name.value)
            : definition.kind === Kind.OBJECT_TYPE_DEFINITION
              ? [definition.name.value]
              : [],
        ),
      });
    }
  }
  for (const definition of definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) {
      definition.interfaces?.forEach(({ name }) => types.get(name.value)?.possible.add(definition.name.value));
    }
  }
  return types;
}

function isComposite(definition: ASTNode) {
  return (
    definition.kind === Kind.OBJECT_TYPE_DEFINITION ||
    definition.kind === Kind.INTERFACE_TYPE_DEFINITION ||
    definition.kind === Kind.UNION_TYPE_DEFINITION
  );
}

function fieldSet(text: unknown): SelectionSetNode {
  const [definition] = parse(`{ ${String(text)} }`, { noLocation: true }).definitions;
  return (definition as { readonly selectionSet: SelectionSetNode }).selectionSet;
}

function argumentText({ arguments: given = [] }: FieldNode): string {
  return given.length === 0
    ? ''
    : `(${given
        .map((each) => print(each))
        .sort()
        .join(', ')})`;
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
