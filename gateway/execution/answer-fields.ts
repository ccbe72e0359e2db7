import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

import type { FieldsCosts } from '../request/costs.js';
import { isSelected } from '../request/selected.js';
import { formOf, type Form } from './forms.js';

/** What the fields of an operation are read from, for some values of the conditions in it. */
export interface Selected {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The client's names of fields, by internal aliases; null for what it has not asked for. */
  readonly names: ReadonlyMap<string, string | null>;
  /** The values of the variables in conditions. */
  readonly conditions: Readonly<Record<string, unknown>>;
}

/** A field of the answer. */
export interface AnswerField {
  /** What the data call it, and what the client does. */
  readonly key: string;
  readonly name: string;
  /** The beginning of its text: its name and a colon. */
  readonly text: string;
  /** Null for `__typename`. */
  readonly form: Form | null;
  /** The type of the object that it is in, for messages; for `__typename` where the data have none. */
  readonly parent: GraphQLCompositeType;
  /** The fields of its objects; null for a leaf. */
  readonly below: AnswerFields | null;
  readonly once: number;
  readonly weight: number;
}

/** The selection sets of objects at one place of the answer. */
export class AnswerFields {
  private readonly known = new Map<string, readonly AnswerField[] | null>();

  constructor(
    private readonly selected: Selected,
    private readonly declared: GraphQLCompositeType,
    private readonly selectionSets: readonly SelectionSetNode[],
    private readonly costs: FieldsCosts | undefined,
  ) {}

  /** The fields of an object of a type, in the order of the answer, where the data name one; null for one that the API has not. */
  of(typename: string | undefined): readonly AnswerField[] | null {
    const key = typename ?? '';
    let fields = this.known.get(key);
    if (fields === undefined) {
      const type = typename === undefined ? this.declared : this.selected.schema.getType(typename);
      if (!isCompositeType(type)) {
        // Not kept: a subgraph could send any number of names.
        return null;
      }
      // The type of an object that does not say it is known where no other can be there.
      fields = this.read(type, typename !== undefined || isObjectType(type));
      this.known.set(key, fields);
    }
    return fields;
  }

  private read(type: GraphQLCompositeType, isKnown: boolean): readonly AnswerField[] {
    const found = new Map<string, FoundField>();
    for (const selectionSet of this.selectionSets) {
      this.collect(selectionSet, type, isKnown, found);
    }
    return Array.from(found.values(), (field) => this.field(field)).filter((field) => field !== null);
  }

  private collect(
    { selections }: SelectionSetNode,
    type: GraphQLCompositeType,
    isKnown: boolean,
    into: Map<string, FoundField>,
  ): void {
    const { schema, fragments, conditions } = this.selected;
    for (const selection of selections) {
      if (!isSelected(selection.directives, conditions)) {
        continue;
      }
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const found = into.get(key);
        if (found) {
          found.nodes.push(selection);
        } else {
          into.set(key, { key, type, nodes: [selection] });
        }
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const condition = fragment?.typeCondition && schema.getType(fragment.typeCondition.name.value);
      if (fragment && (!condition || isOfType(schema, type, condition as GraphQLCompositeType))) {
        // Of an object that does not say its type, each condition tells more.
        const below = isKnown || !isCompositeType(condition) ? type : condition;
        this.collect(fragment.selectionSet, below, isKnown, into);
      }
    }
  }

  private field({ key, type, nodes }: FoundField): AnswerField | null {
    const { names } = this.selected;
    const named = names.get(key);
    const [node] = nodes;
    if (named === null || !node) {
      return null;
    }
    const name = named ?? key;
    const costs = this.costs?.get(name);
    const common = { key, name, text: `${JSON.stringify(name)}:`, parent: type };
    const cost = { once: costs?.once ?? 0, weight: costs?.weight ?? 0 };
    if (node.name.value === '__typename') {
      return { ...common, ...cost, form: null, below: null };
    }
    const definition = definitionOf(type, node.name.value);
    if (!definition) {
      return null;
    }
    const below = getNamedType(definition.type);
    const selectionSets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return {
      ...common,
      ...cost,
      form: formOf(definition.type),
      below: isCompositeType(below) ? new AnswerFields(this.selected, below, selectionSets, costs?.below) : null,
    };
  }
}

interface FoundField {
  readonly key: string;
  readonly type: GraphQLCompositeType;
  readonly nodes: FieldNode[];
}

const metaFields = [SchemaMetaFieldDef, TypeMetaFieldDef];

function definitionOf(type: GraphQLCompositeType, name: string) {
  return (
    metaFields.find((meta) => meta.name === name) ??
    (isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined)
  );
}

function isOfType(schema: GraphQLSchema, type: GraphQLCompositeType, condition: GraphQLCompositeType): boolean {
  return (
    type === condition ||
    (isAbstractType(condition) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(condition, type))
  );
}
