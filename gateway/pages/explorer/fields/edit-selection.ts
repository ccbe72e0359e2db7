import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  Kind,
  parse,
  type FieldNode,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** Names of fields from the root type on. */
export type FieldPath = readonly string[];

/** A query text with the operation that fields are picked for: its first. */
export interface EditedQuery {
  readonly text: string;
  readonly operation: OperationDefinitionNode;
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The query of a text; `empty` where it has no operation, null where it cannot be read. */
export function editedQuery(text: string): EditedQuery | 'empty' | null {
  if (text.replace(/#.*/g, '').trim() === '') {
    return 'empty';
  }
  try {
    const operation = parse(text).definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
    return operation ? { text, operation } : null;
  } catch {
    return null;
  }
}

/** Whether a query asks for a field, not counting what fragments ask for. */
export function asksFor({ operation }: EditedQuery, path: FieldPath): boolean {
  return chainOf(operation.selectionSet, path).length === path.length;
}

/** The text with a field, and with what is needed for it: the fields above it, its variables, and a field below it. */
export function withField(query: EditedQuery | 'empty', schema: GraphQLSchema, path: FieldPath): string {
  if (query === 'empty') {
    const { text, variables } = selectionOf(schema, path, 0, '  ', new Set());
    return `query${variables.length > 0 ? ` (${variables.join(', ')})` : ''} {\n  ${text}\n}\n`;
  }
  const { text, operation } = query;
  const chain = chainOf(operation.selectionSet, path);
  const parent = chain.at(-1);
  const set = parent ? parent.selectionSet : operation.selectionSet;
  const indent = '  '.repeat(chain.length + 1);
  const taken = new Set((operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value));
  const added = selectionOf(schema, path, chain.length, indent, taken);
  const outer = indent.slice(2);
  const place = set ? innerEnd(text, set) : (parent?.loc?.end ?? text.length);
  const edit = set
    ? { from: place, to: (set.loc?.end ?? 1) - 1, text: `\n${indent}${added.text}\n${outer}` }
    : { from: place, to: place, text: ` {\n${indent}${added.text}\n${outer}}` };
  return applied(text, [edit, ...variableEdits(query, added.variables)]);
}

/** The text without a field, and without the fields above it that would have none. */
export function withoutField({ text, operation }: EditedQuery, path: FieldPath): string {
  const chain = chainOf(operation.selectionSet, path);
  const sets = [operation.selectionSet, ...chain.map(({ selectionSet }) => selectionSet)];
  let depth = chain.length - 1;
  while (depth > 0 && sets[depth]?.selections.length === 1) {
    depth -= 1;
  }
  const gone = chain[depth];
  if (depth === 0 && operation.selectionSet.selections.length === 1) {
    return applied(text, [{ from: operation.loc?.start ?? 0, to: operation.loc?.end ?? text.length, text: '' }]);
  }
  const from = text.slice(0, gone?.loc?.start ?? 0).trimEnd().length;
  return applied(text, [{ from, to: gone?.loc?.end ?? from, text: '' }]);
}

/** The fields below a field, or below the root for an empty path; none of a leaf. */
export function fieldsBelow(
  schema: GraphQLSchema,
  field: GraphQLField<unknown, unknown> | null,
): readonly GraphQLField<unknown, unknown>[] {
  const type = field ? getNamedType(field.type) : schema.getQueryType();
  return isComposite(type) ? Object.values(type.getFields()) : [];
}

const isComposite = (type: unknown): type is GraphQLObjectType | GraphQLInterfaceType =>
  isObjectType(type) || isInterfaceType(type);

/** The selected fields along a path, as far as it is selected. */
function chainOf(set: SelectionSetNode | undefined, [name, ...rest]: FieldPath): readonly FieldNode[] {
  const field = set?.selections.find((each) => each.kind === Kind.FIELD && each.name.value === name);
  return field?.kind === Kind.FIELD ? [field, ...chainOf(field.selectionSet, rest)] : [];
}

/** The text of the part of a path that is not selected, with variables for the arguments that are required. */
function selectionOf(
  schema: GraphQLSchema,
  path: FieldPath,
  from: number,
  indent: string,
  taken: Set<string>,
): { readonly text: string; readonly variables: readonly string[] } {
  let field: GraphQLField<unknown, unknown> | null = null;
  const fields = path.map((name) => (field = fieldsBelow(schema, field).find((each) => each.name === name) ?? null));
  const variables: string[] = [];
  const added = fields.slice(from);
  const heads = added.map((each) => {
    const given = (each?.args ?? []).filter(isRequiredArgument).map(({ name, type }) => {
      const free = taken.has(name) ? `${each?.name ?? ''}${name.charAt(0).toUpperCase()}${name.slice(1)}` : name;
      taken.add(free);
      variables.push(`$${free}: ${String(type)}`);
      return `${name}: $${free}`;
    });
    return `${each?.name ?? ''}${given.length > 0 ? `(${given.join(', ')})` : ''}`;
  });
  const last = added.at(-1) ?? null;
  const leaf = firstLeaf(schema, last);
  const all = leaf === null ? heads : [...heads, leaf];
  const text = all.reduceRight((inner, head, place) => {
    const own = indent + '  '.repeat(place);
    return inner === '' ? head : `${head} {\n${own}  ${inner}\n${own}}`;
  }, '');
  return { text, variables };
}

/** A field to ask for below one that is no leaf: its id, else its first leaf without arguments. */
function firstLeaf(schema: GraphQLSchema, field: GraphQLField<unknown, unknown> | null): string | null {
  if (field === null || isLeafType(getNamedType(field.type))) {
    return null;
  }
  const leaves = fieldsBelow(schema, field).filter(
    ({ type, args }) => isLeafType(getNamedType(type)) && !args.some(isRequiredArgument),
  );
  return (leaves.find(({ name }) => name === 'id') ?? leaves[0])?.name ?? '__typename';
}

/** Where the last selection of a set ends, with a comment behind it. */
function innerEnd(text: string, { loc }: SelectionSetNode): number {
  return text.slice(0, (loc?.end ?? text.length) - 1).trimEnd().length;
}

function variableEdits({ text, operation }: EditedQuery, variables: readonly string[]): Edit[] {
  if (variables.length === 0) {
    return [];
  }
  const last = operation.variableDefinitions?.at(-1)?.loc?.end;
  if (last !== undefined) {
    return [{ from: last, to: last, text: `, ${variables.join(', ')}` }];
  }
  const start = operation.loc?.start ?? 0;
  if (text[start] === '{') {
    return [{ from: start, to: start, text: `query (${variables.join(', ')}) ` }];
  }
  const head = operation.name?.loc?.end ?? start + operation.operation.length;
  return [{ from: head, to: head, text: ` (${variables.join(', ')})`.replace(/^ /, operation.name ? '' : ' ') }];
}

/** The edits must not overlap; the last is done first. */
function applied(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.from - one.from)
    .reduce((edited, edit) => edited.slice(0, edit.from) + edit.text + edited.slice(edit.to), text);
}
