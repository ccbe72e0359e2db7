import {
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parseType,
  print,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type ObjectValueNode,
  type OperationDefinitionNode,
  type ValueNode,
  type VariableDefinitionNode,
  type VariableNode,
} from 'graphql';

import { unasked, unaskedName } from './known-types.js';
import { literalValue } from './literal-value.js';
import { listLevels, tooManyListLevels } from './planner-bounds.js';

/** Where the value of a variable of a normalised operation comes from. */
export type VariableOrigin =
  | { readonly kind: 'literal'; readonly value: unknown }
  /** A variable of the client; undefined as default where there is none, or where the normalised text keeps it. */
  | { readonly kind: 'client'; readonly name: string; readonly defaultValue: unknown };

type Use =
  | { readonly kind: 'literal'; readonly value: unknown; readonly type: string }
  /** `needsDefault`: a nullable variable at a non-null place, valid only because of its default, which the text must keep. */
  | { readonly kind: 'client'; readonly definition: VariableDefinitionNode; readonly needsDefault: boolean };

/**
 * Rewrites an operation and its fragments: names variables and aliases in the order of use, and turns literals of fields
 * into variables. A field gets an internal alias where the client gave it one, or where it has arguments: the query
 * planner adds fields of keys and of `@requires` beside it, which could have its name in the answer.
 */
export class OperationRewriting {
  private readonly declared: ReadonlyMap<string, VariableDefinitionNode>;
  /** The new names of variables: by `$` and the client's name, or by the place of a literal. */
  private readonly names = new Map<string, string>();
  private readonly uses = new Map<string, Use>();
  /** The internal aliases of fields, by their places. */
  private readonly aliases = new Map<string, string>();
  /** What the client calls fields in the answer, by their internal aliases; null for one that it has not asked for. */
  readonly responseNames = new Map<string, string | null>();

  constructor(
    private readonly schema: GraphQLSchema,
    operation: OperationDefinitionNode,
  ) {
    this.declared = new Map((operation.variableDefinitions ?? []).map((each) => [each.variable.name.value, each]));
  }

  rewrite<Definition extends OperationDefinitionNode | FragmentDefinitionNode>(definition: Definition): Definition {
    const typeInfo = new TypeInfo(this.schema);
    let place = '';
    const rewritten: unknown = visit(
      definition,
      visitWithTypeInfo(typeInfo, {
        VariableDefinition: () => false,
        Field: (node) => {
          place = placeOf(node);
          if (node === unasked) {
            this.responseNames.set(unaskedName, null);
            return undefined;
          }
          return this.field(node, place, typeInfo.getFieldDef()?.args.length ?? 0);
        },
        Argument: (node) => {
          const where = typeInfo.getDirective() ? null : `${place} ${node.name.value}`;
          return { ...node, value: this.value(node.value, typeInfo.getArgument()?.type, where) };
        },
      }),
    );
    return rewritten as Definition;
  }

  /** The variables of all that was rewritten. */
  variables(): {
    readonly definitions: readonly VariableDefinitionNode[];
    readonly origins: ReadonlyMap<string, VariableOrigin>;
  } {
    const all = Array.from(this.uses, ([name, use]) => this.variable(use, name));
    return {
      definitions: all.map(({ definition }) => definition),
      origins: new Map(all.map(({ definition, origin }) => [definition.variable.name.value, origin])),
    };
  }

  /** The field with an internal alias, or without any. */
  private field({ alias, ...node }: FieldNode, place: string, argumentCount: number): FieldNode {
    const responseName = alias?.value ?? node.name.value;
    if (responseName === node.name.value && argumentCount === 0) {
      return node;
    }
    const name = this.aliases.get(place) ?? `__a${this.aliases.size}`;
    this.aliases.set(place, name);
    this.responseNames.set(name, responseName);
    return { ...node, alias: { kind: Kind.NAME, value: name } };
  }

  private variable(use: Use, name: string): { definition: VariableDefinitionNode; origin: VariableOrigin } {
    const variable = variableNode(name);
    if (use.kind === 'literal') {
      const type = parseType(use.type, { noLocation: true });
      return {
        definition: { kind: Kind.VARIABLE_DEFINITION, variable, type },
        origin: { kind: 'literal', value: use.value },
      };
    }
    const { defaultValue, ...others } = use.definition;
    const type = typeFromAST(this.schema, others.type) as GraphQLInputType;
    const value = defaultValue && !use.needsDefault ? literalValue(defaultValue, type) : undefined;
    const inText = defaultValue && value === undefined ? { defaultValue } : {};
    return {
      definition: { ...others, variable, ...inText },
      origin: { kind: 'client', name: others.variable.name.value, defaultValue: value },
    };
  }

  /** The rewritten value of an argument; `place` is null where literals stay. */
  private value(node: ValueNode, type: GraphQLInputType | undefined, place: string | null, lists = 0): ValueNode {
    if (node.kind === Kind.VARIABLE) {
      return this.ofClient(node, type);
    }
    const value = type && place !== null ? literalValue(node, type) : undefined;
    if (value !== undefined) {
      return this.named(`${place} ${String(type)}`, { kind: 'literal', value, type: String(type) });
    }
    const inside = (name: string | number): string | null => place && `${place}.${name}`;
    const nullable = type && getNullableType(type);
    if (node.kind === Kind.LIST) {
      if (lists === listLevels) {
        throw tooManyListLevels();
      }
      const item = isListType(nullable) ? nullable.ofType : undefined;
      return { ...node, values: node.values.map((each, index) => this.value(each, item, inside(index), lists + 1)) };
    }
    if (node.kind === Kind.OBJECT) {
      const object = nullable && innermost(nullable);
      const known = isInputObjectType(object) ? object.getFields() : {};
      return {
        ...node,
        fields: node.fields.map((each) => {
          const name = each.name.value;
          return { ...each, value: this.value(each.value, known[name]?.type, inside(name), lists) };
        }),
      };
    }
    return node;
  }

  private ofClient(node: VariableNode, type: GraphQLInputType | undefined): VariableNode {
    const key = `$${node.name.value}`;
    const definition = this.declared.get(node.name.value);
    if (!definition) {
      return node;
    }
    const before = this.uses.get(this.names.get(key) ?? '');
    const needsDefault =
      (before?.kind === 'client' && before.needsDefault) ||
      (isNonNullType(type) && definition.type.kind !== Kind.NON_NULL_TYPE);
    return this.named(key, { kind: 'client', definition, needsDefault });
  }

  private named(key: string, use: Use): VariableNode {
    const name = this.names.get(key) ?? `v${this.names.size}`;
    this.names.set(key, name);
    this.uses.set(name, use);
    return variableNode(name);
  }
}

/**
 * What fields that may be merged have in common: their response name and equal arguments. Fields with the same place share
 * variables and an internal alias, so that they can still be merged.
 */
function placeOf({ alias, name, arguments: given = [] }: FieldNode): string {
  const values = given.map((argument) => print(visit(argument, { ObjectValue: { leave: sortFields } })));
  return `${alias?.value ?? name.value}: ${name.value}(${values.sort().join()})`;
}

const sortFields = (node: ObjectValueNode): ObjectValueNode => ({
  ...node,
  fields: [...node.fields].sort((one, other) => (one.name.value < other.name.value ? -1 : 1)),
});

/** The type without lists: a single value may be given for a list of one. */
function innermost(type: GraphQLInputType): GraphQLInputType {
  const nullable = getNullableType(type);
  return isListType(nullable) ? innermost(nullable.ofType) : nullable;
}

const variableNode = (name: string): VariableNode => ({
  kind: Kind.VARIABLE,
  name: { kind: Kind.NAME, value: name },
});
