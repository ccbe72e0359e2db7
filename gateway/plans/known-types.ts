import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** An operation, and the fragments that it uses, directly or not, each once, in the order of use. */
export interface OperationWithFragments {
  readonly operation: OperationDefinitionNode;
  readonly fragments: readonly FragmentDefinitionNode[];
}

/**
 * The operation without conditions on interfaces and unions where the type of an object is known, and with names of
 * fragments by their use. Below `region { ... on Party { ... on Region { code } } }`, `@apollo/gateway` forgets that the
 * object is a region, and leaves `code` out.
 */
export function withKnownTypes(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationWithFragments {
  const writer = new KnownTypes(schema, document);
  const root = schema.getRootType(operation.operation);
  return {
    operation: { ...operation, selectionSet: writer.rewrite(operation.selectionSet, root) },
    fragments: writer.used,
  };
}

/** The internal alias of `unasked`. */
export const unaskedName = '__unasked';

/** Selected where nothing else may be; the client has not asked for it. */
export const unasked: FieldNode = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: unaskedName },
  name: { kind: Kind.NAME, value: '__typename' },
};

class KnownTypes {
  private readonly given = new Map<string, FragmentDefinitionNode>();
  /** By the names of fragments, and of the type that is known where they are used. */
  private readonly names = new Map<string, string>();
  /** New names of fragments that select something whatever the variables are. */
  private readonly some = new Set<string>();
  private readonly rewritten = new Map<string, FragmentDefinitionNode>();

  constructor(
    private readonly schema: GraphQLSchema,
    { definitions }: DocumentNode,
  ) {
    for (const definition of definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        this.given.set(definition.name.value, definition);
      }
    }
  }

  get used(): readonly FragmentDefinitionNode[] {
    return Array.from(this.names.values(), (name) => this.rewritten.get(name)).filter((each) => each !== undefined);
  }

  rewrite(selectionSet: SelectionSetNode, type: GraphQLNamedType | undefined | null): SelectionSetNode {
    const selections = selectionSet.selections.flatMap((selection) => this.selection(selection, type));
    return { ...selectionSet, selections: selections.length === 0 ? [unasked] : selections };
  }

  /** The planner may leave out an object of which nothing is selected without a condition, even where it is selected. */
  private rewriteObject(selectionSet: SelectionSetNode, type: GraphQLNamedType | undefined): SelectionSetNode {
    const { selections, ...others } = this.rewrite(selectionSet, type);
    return { ...others, selections: this.isSome(selections) ? selections : [...selections, unasked] };
  }

  /** Whether something is selected whatever the variables are. */
  private isSome(selections: readonly SelectionNode[]): boolean {
    return selections.some((selection) => {
      if (selection.directives?.some(({ name }) => name.value === 'skip' || name.value === 'include')) {
        return false;
      }
      switch (selection.kind) {
        case Kind.FIELD:
          return true;
        case Kind.INLINE_FRAGMENT:
          return this.isSome(selection.selectionSet.selections);
        case Kind.FRAGMENT_SPREAD:
          return this.some.has(selection.name.value);
      }
    });
  }

  private selection(selection: SelectionNode, type: GraphQLNamedType | undefined | null): readonly SelectionNode[] {
    switch (selection.kind) {
      case Kind.FIELD: {
        const { selectionSet } = selection;
        const below = selectionSet && this.rewriteObject(selectionSet, this.typeOf(selection.name.value, type));
        return [below ? { ...selection, selectionSet: below } : selection];
      }
      case Kind.INLINE_FRAGMENT: {
        const { typeCondition, ...unconditional } = selection;
        const on = typeCondition ? this.schema.getType(typeCondition.name.value) : type;
        if (!this.mayBe(type, on)) {
          return [];
        }
        const isKnown = isObjectType(type);
        const selectionSet = this.rewrite(selection.selectionSet, isKnown ? type : on);
        return [isKnown ? { ...unconditional, selectionSet } : { ...selection, selectionSet }];
      }
      case Kind.FRAGMENT_SPREAD: {
        const fragment = this.given.get(selection.name.value);
        const on = fragment && this.schema.getType(fragment.typeCondition.name.value);
        if (!fragment || !this.mayBe(type, on)) {
          return [];
        }
        const name = this.fragment(fragment, isObjectType(type) ? type : on);
        return [{ ...selection, name: { kind: Kind.NAME, value: name } }];
      }
    }
  }

  /** The new name of a fragment where it is used on a type. */
  private fragment(fragment: FragmentDefinitionNode, type: GraphQLNamedType | undefined): string {
    const key = `${fragment.name.value} ${type?.name}`;
    const known = this.names.get(key);
    if (known !== undefined) {
      return known;
    }
    const name = `F${this.names.size}`;
    this.names.set(key, name);
    const selectionSet = this.rewrite(fragment.selectionSet, type);
    if (this.isSome(selectionSet.selections)) {
      this.some.add(name);
    }
    const typeName = { kind: Kind.NAME, value: type?.name ?? fragment.typeCondition.name.value } as const;
    this.rewritten.set(name, {
      ...fragment,
      name: { kind: Kind.NAME, value: name },
      typeCondition: { kind: Kind.NAMED_TYPE, name: typeName },
      selectionSet,
    });
    return name;
  }

  /** Whether an object of a type, where that is known, may be of another. */
  private mayBe(type: GraphQLNamedType | undefined | null, on: GraphQLNamedType | undefined | null): boolean {
    return !isObjectType(type) || type === on || (isAbstractType(on) && this.schema.isSubType(on, type));
  }

  private typeOf(field: string, type: GraphQLNamedType | undefined | null): GraphQLNamedType | undefined {
    const meta = [SchemaMetaFieldDef, TypeMetaFieldDef].find(({ name }) => name === field);
    const definition = meta ?? (isObjectType(type) || isInterfaceType(type) ? type.getFields()[field] : undefined);
    return definition && getNamedType(definition.type);
  }
}
