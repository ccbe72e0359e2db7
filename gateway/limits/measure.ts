import {
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type TypeNode,
  type ValueNode,
} from 'graphql';

/** The size of an operation with all fragments expanded; of several operations, the maximum of each number. */
export interface DocumentMeasure {
  /** The nesting of braces and brackets, in selections and in values. */
  readonly depth: number;
  /** Root fields. */
  readonly rootFields: number;
  /** Fields with an alias. */
  readonly aliases: number;
  readonly directives: number;
  /** Fields and fragments. */
  readonly selections: number;
}

const nothing: DocumentMeasure = { depth: 0, rootFields: 0, aliases: 0, directives: 0, selections: 0 };

/**
 * Measures a document, which need not be valid, in time proportional to its text: each fragment is measured once. A
 * fragment that spreads itself counts as empty there; validation refuses it.
 */
export function measureDocument(document: DocumentNode): DocumentMeasure {
  const fragments = new Fragments(document);
  let largest = nothing;
  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) {
      largest = combine(largest, measureOperation(definition, fragments), Math.max);
    } else if (definition.kind === Kind.FRAGMENT_DEFINITION) {
      // An unused fragment has no root fields, but validation visits it.
      largest = combine(largest, { ...fragments.measure(definition.name.value), rootFields: 0 }, Math.max);
    }
  }
  return largest;
}

/** The measures of fragments by name, each computed on first use. */
class Fragments {
  private readonly definitions = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, DocumentMeasure>();

  constructor(document: DocumentNode) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        this.definitions.set(definition.name.value, definition);
      }
    }
  }

  measure(name: string): DocumentMeasure {
    const known = this.measured.get(name);
    if (known) {
      return known;
    }
    this.measured.set(name, nothing);
    const definition = this.definitions.get(name);
    const measure = definition
      ? add(measureSelections(definition.selectionSet, this), measureDirectives(definition.directives))
      : nothing;
    this.measured.set(name, measure);
    return measure;
  }
}

function measureOperation(operation: OperationDefinitionNode, fragments: Fragments): DocumentMeasure {
  const variables = (operation.variableDefinitions ?? []).map(({ type, defaultValue, directives }) => ({
    ...measureDirectives(directives),
    depth: Math.max(typeDepth(type), defaultValue ? valueDepth(defaultValue) : 0),
  }));
  const own = [measureSelections(operation.selectionSet, fragments), measureDirectives(operation.directives)];
  return [...own, ...variables].reduce(add);
}

function measureSelections({ selections }: SelectionSetNode, fragments: Fragments): DocumentMeasure {
  let sum = nothing;
  for (const selection of selections) {
    const measure = add(measureSelection(selection, fragments), measureDirectives(selection.directives));
    sum = add(sum, { ...measure, selections: capped(measure.selections + 1) });
  }
  return { ...sum, depth: sum.depth + 1 };
}

function measureSelection(selection: SelectionNode, fragments: Fragments): DocumentMeasure {
  switch (selection.kind) {
    case Kind.FRAGMENT_SPREAD:
      return fragments.measure(selection.name.value);
    case Kind.INLINE_FRAGMENT:
      return measureSelections(selection.selectionSet, fragments);
    case Kind.FIELD: {
      const below = selection.selectionSet ? measureSelections(selection.selectionSet, fragments) : nothing;
      return {
        ...below,
        depth: Math.max(below.depth, argumentDepth(selection.arguments)),
        rootFields: 1,
        aliases: capped(below.aliases + (selection.alias ? 1 : 0)),
      };
    }
  }
}

function measureDirectives(directives: readonly DirectiveNode[] = []): DocumentMeasure {
  const depth = directives.reduce((deepest, each) => Math.max(deepest, argumentDepth(each.arguments)), 0);
  return { ...nothing, directives: directives.length, depth };
}

function argumentDepth(given: readonly { readonly value: ValueNode }[] = []): number {
  return given.reduce((deepest, { value }) => Math.max(deepest, valueDepth(value)), 0);
}

function valueDepth(value: ValueNode): number {
  switch (value.kind) {
    case Kind.LIST:
      return 1 + value.values.reduce((deepest, each) => Math.max(deepest, valueDepth(each)), 0);
    case Kind.OBJECT:
      return 1 + argumentDepth(value.fields);
    default:
      return 0;
  }
}

function typeDepth(type: TypeNode): number {
  switch (type.kind) {
    case Kind.LIST_TYPE:
      return 1 + typeDepth(type.type);
    case Kind.NON_NULL_TYPE:
      return typeDepth(type.type);
    case Kind.NAMED_TYPE:
      return 0;
  }
}

/** The measure of two siblings: the sum of each number, and the greater depth. */
function add(one: DocumentMeasure, other: DocumentMeasure): DocumentMeasure {
  return { ...combine(one, other, (a, b) => capped(a + b)), depth: Math.max(one.depth, other.depth) };
}

function combine(one: DocumentMeasure, other: DocumentMeasure, by: (a: number, b: number) => number): DocumentMeasure {
  return {
    depth: by(one.depth, other.depth),
    rootFields: by(one.rootFields, other.rootFields),
    aliases: by(one.aliases, other.aliases),
    directives: by(one.directives, other.directives),
    selections: by(one.selections, other.selections),
  };
}

/** Nested fragments can double a number at each level. */
function capped(count: number): number {
  return Math.min(count, Number.MAX_SAFE_INTEGER);
}
