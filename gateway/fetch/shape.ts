import {
  getNamedType,
  getOperationAST,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** Lists nested `lists` deep, of objects with these fields. Fields that are not in the shape may be anything. */
interface Shape {
  readonly lists: number;
  readonly fields: Map<string, Shape>;
  /** The fields that every object has, null or not: those selected without a condition. */
  readonly always: Set<string>;
}

/** Whether the data of a fetch are as its query selects. */
export type ShapeCheck = (data: unknown) => boolean;

/**
 * Checks whether a subgraph's data have the fields that a query selects, and objects and lists where it selects them.
 * Otherwise values would be null without an error. Scalars are not checked here: who writes the answer does.
 */
export function shapeCheck(query: string, schema: GraphQLSchema): ShapeCheck {
  let shape: readonly Check[] | undefined;
  return (data) => {
    shape ??= compact(shapeOf(parse(query, { noLocation: true }), schema));
    return fits(data, shape, 0);
  };
}

/** What is checked of a field. A list of these takes a tenth of the memory of a shape. */
interface Check {
  readonly name: string;
  /** Whether every object has it. */
  readonly isAlways: boolean;
  readonly lists: number;
  /** Null where it may be anything. */
  readonly below: readonly Check[] | null;
}

function compact({ fields, always }: Shape): readonly Check[] {
  return Array.from(new Set([...always, ...fields.keys()]), (name) => {
    const field = fields.get(name);
    return { name, isAlways: always.has(name), lists: field?.lists ?? 0, below: field ? compact(field) : null };
  });
}

function fits(value: unknown, checks: readonly Check[], lists: number): boolean {
  if (value === null || value === undefined) {
    return true;
  }
  if (lists > 0) {
    return Array.isArray(value) && value.every((item) => fits(item, checks, lists - 1));
  }
  if (typeof value !== 'object' || Array.isArray(value)) {
    return false;
  }
  for (const { name, isAlways, lists: listsBelow, below } of checks) {
    // An alias may be the name of a property that every object has, such as "constructor".
    const isThere = Object.hasOwn(value, name);
    if (!isThere && isAlways) {
      return false;
    }
    if (isThere && below && !fits((value as Record<string, unknown>)[name], below, listsBelow)) {
      return false;
    }
  }
  return true;
}

/** A selection of fields of an object; where it is conditional, the object may be without them. */
interface Selected {
  readonly set: SelectionSetNode;
  readonly typename: string | undefined;
  readonly isConditional: boolean;
}

/** One of the selections of a field; `below` of an object or a list of objects. */
interface SelectedField {
  readonly isConditional: boolean;
  readonly below: Omit<Selected, 'isConditional'> | null;
  readonly lists: number;
}

/** The shape of the data that answer a query, without fields that the schema does not know. */
function shapeOf(document: DocumentNode, schema: GraphQLSchema): Shape {
  const fragments = new Map(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );

  /** The fields in a selection and in its fragments, by their keys. */
  const collect = ({ set, typename, isConditional }: Selected, found: Map<string, SelectedField[]>): void => {
    const { selections } = set;
    const type = typename === undefined ? undefined : schema.getType(typename);
    for (const selection of selections) {
      const { directives = [] } = selection;
      const mayBeAbsent = isConditional || directives.length > 0;
      if (selection.kind === Kind.FIELD) {
        const { name, alias, selectionSet: below } = selection;
        const key = alias?.value ?? name.value;
        const output = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name.value]?.type : undefined;
        const isObject = name.value === '_entities' || (output && isCompositeType(getNamedType(output)));
        found.set(key, [
          ...(found.get(key) ?? []),
          {
            isConditional: mayBeAbsent,
            below: below && isObject ? { set: below, typename: output && getNamedType(output).name } : null,
            lists: output ? listsOf(output) : 1,
          },
        ]);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (fragment) {
        const condition = fragment.typeCondition?.name.value ?? typename;
        // Entities have no type of their own: where there is one fragment alone, all are of its type.
        const isOfType = condition === typename || (typename === undefined && selections.length === 1);
        const fields = { set: fragment.selectionSet, typename: condition, isConditional: mayBeAbsent || !isOfType };
        collect(fields, found);
      }
    }
  };

  const shapeOfAll = (selected: readonly Selected[], lists: number): Shape => {
    const found = new Map<string, SelectedField[]>();
    selected.forEach((each) => {
      collect(each, found);
    });
    const all = [...found];
    return {
      lists,
      fields: new Map(
        all.flatMap(([key, fields]) => {
          const objects = fields.flatMap(({ below, isConditional }) => (below ? [{ ...below, isConditional }] : []));
          return objects.length === 0 ? [] : [[key, objectShape(objects, fields[0]?.lists ?? 0)] as const];
        }),
      ),
      always: new Set(all.flatMap(([key, fields]) => (fields.every((each) => each.isConditional) ? [] : [key]))),
    };
  };

  /** The shape of an object that several selections may ask for: each of them, where all are conditional. */
  const objectShape = (objects: readonly Selected[], lists: number): Shape => {
    if (objects.some(({ isConditional }) => !isConditional)) {
      return shapeOfAll(objects, lists);
    }
    const alone = objects.map((each) => shapeOfAll([{ ...each, isConditional: false }], lists));
    const [first, ...others] = alone;
    if (first && others.length === 0) {
      return first;
    }
    const always = [...(first?.always ?? [])].filter((key) => others.every((other) => other.always.has(key)));
    return { ...shapeOfAll(objects, lists), always: new Set(always) };
  };

  const operation = getOperationAST(document);
  const root = operation && schema.getRootType(operation.operation);
  return operation
    ? shapeOfAll([{ set: operation.selectionSet, typename: root?.name, isConditional: false }], 0)
    : { lists: 0, fields: new Map(), always: new Set() };
}

function listsOf(type: GraphQLOutputType): number {
  return isNonNullType(type) ? listsOf(type.ofType) : isListType(type) ? 1 + listsOf(type.ofType) : 0;
}
