import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  Kind,
  type DocumentNode,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

import { scopeOf, selectedFields, selectionSetsOf, type Scope, type SelectedField } from './selection.js';

/** A single value of an answer. */
export interface LeafShape {
  readonly kind: 'leaf';
  /** The name of its scalar or enumeration. */
  readonly type: string;
  readonly field: GraphQLField<unknown, unknown>;
}

/** An object of an answer, by response keys. */
export interface ObjectShape {
  readonly kind: 'object';
  readonly fields: ReadonlyMap<string, Shape>;
}

/** How a connection goes on to its next page: the variables of the document, and where the answer has what they need. */
export interface Paging {
  /** The variable of the cursor. */
  readonly after: string;
  /** The variable of the page size; null where the document has none. */
  readonly first: string | null;
  readonly pageInfo: string;
  readonly hasNextPage: string;
  readonly endCursor: string;
}

/** A list of an answer, or a connection: its nodes are the items. */
export interface ListShape {
  readonly kind: 'list';
  readonly item: Shape;
  /** The items in its value. */
  readonly items: (value: unknown) => readonly unknown[];
  /** Null where it has no further page that the document can ask for. */
  readonly paging: Paging | null;
}

export type Shape = LeafShape | ObjectShape | ListShape;

/** What a document's answer looks like: its objects, lists and values, with connections as lists. */
export function shapeOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ObjectShape {
  const root = schema.getRootType(operation.operation);
  const fields = root ? selectedFields(scopeOf(schema, document), root, [operation.selectionSet]) : new Map();
  return objectOf(scopeOf(schema, document), fields);
}

function objectOf(scope: Scope, fields: ReadonlyMap<string, SelectedField>): ObjectShape {
  return {
    kind: 'object',
    fields: new Map(Array.from(fields, ([key, field]) => [key, fieldShape(scope, field, field.definition.type)])),
  };
}

function fieldShape(scope: Scope, field: SelectedField, type: GraphQLOutputType): Shape {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    return {
      kind: 'list',
      item: fieldShape(scope, field, nullable.ofType),
      items: asList,
      paging: null,
    };
  }
  const named = getNamedType(type);
  if (!isCompositeType(named)) {
    return { kind: 'leaf', type: named.name, field: field.definition };
  }
  const selected = selectedFields(scope, named, selectionSetsOf(field));
  return (named.name.endsWith('Connection') ? connectionOf(scope, field, selected) : null) ?? objectOf(scope, selected);
}

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A connection by its nodes, else by those of its edges; null where the document selects neither. */
function connectionOf(
  scope: Scope,
  field: SelectedField,
  selected: ReadonlyMap<string, SelectedField>,
): ListShape | null {
  const key = (name: string, of = selected): string | undefined => keyOf(of, name);
  const paging = pagingOf(scope, field, selected);
  const nodes = key('nodes');
  const nodesField = nodes === undefined ? undefined : selected.get(nodes);
  if (nodes !== undefined && nodesField) {
    const item = itemOf(fieldShape(scope, nodesField, nodesField.definition.type));
    return { kind: 'list', item, items: (value) => asList(valueAt(value, nodes)), paging };
  }
  const edges = key('edges');
  const edgesField = edges === undefined ? undefined : selected.get(edges);
  if (edges === undefined || !edgesField) {
    return null;
  }
  const inEdge = selectedFields(scope, getNamedType(edgesField.definition.type) as never, selectionSetsOf(edgesField));
  const node = key('node', inEdge);
  const nodeField = node === undefined ? undefined : inEdge.get(node);
  if (node === undefined || !nodeField) {
    return null;
  }
  const item = fieldShape(scope, nodeField, nodeField.definition.type);
  return {
    kind: 'list',
    item,
    items: (value) => asList(valueAt(value, edges)).map((edge) => valueAt(edge, node)),
    paging,
  };
}

const itemOf = (shape: Shape): Shape => (shape.kind === 'list' ? shape.item : shape);

/** The value under a key of an object; null where there is no object. */
export const valueAt = (object: unknown, key: string): unknown =>
  object === null || object === undefined ? null : (object as Readonly<Record<string, unknown>>)[key];

const keyOf = (fields: ReadonlyMap<string, SelectedField>, name: string): string | undefined =>
  [...fields].find(([, { definition }]) => definition.name === name)?.[0];

function pagingOf(scope: Scope, field: SelectedField, selected: ReadonlyMap<string, SelectedField>): Paging | null {
  const after = variableOf(field, 'after');
  const pageInfo = keyOf(selected, 'pageInfo');
  const info = pageInfo === undefined ? undefined : selected.get(pageInfo);
  if (after === null || pageInfo === undefined || !info) {
    return null;
  }
  const inInfo = selectedFields(scope, getNamedType(info.definition.type) as never, selectionSetsOf(info));
  const hasNextPage = keyOf(inInfo, 'hasNextPage');
  const endCursor = keyOf(inInfo, 'endCursor');
  return hasNextPage === undefined || endCursor === undefined
    ? null
    : { after, first: variableOf(field, 'first'), pageInfo, hasNextPage, endCursor };
}

/** The variable that a field has for an argument; null where it has none. */
function variableOf({ nodes }: SelectedField, argument: string): string | null {
  const value = nodes[0]?.arguments?.find(({ name }) => name.value === argument)?.value;
  return value?.kind === Kind.VARIABLE ? value.name.value : null;
}
