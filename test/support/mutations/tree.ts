import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  parseValue,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

import { oddNames, oddValue } from './odd-values.js';
import type { Random } from './random.js';

/** A document with fields, arguments and fragments deleted, repeated, swapped, named otherwise, or added as the schema has them. */
export function changeTree(text: string, schema: GraphQLSchema, random: Random): string {
  const document = parse(text, { noLocation: true });
  const sites = sitesOf(document, schema);
  const added: string[] = [];
  for (let times = 1 + random.below(3); times > 0; times -= 1) {
    const { selections, type } = random.pick(sites);
    const at = random.below(selections.length);
    const selection = selections[at];
    if (selection) {
      selections.splice(at, 1, ...changeSelection(selection, type, random, added));
    }
  }
  return `${print(document)}\n${added.join('\n')}`;
}

/** A document with more fields that the schema has, with arguments that most often are of their types. */
export function growTree(text: string, schema: GraphQLSchema, random: Random): string {
  const document = parse(text, { noLocation: true });
  const sites = sitesOf(document, schema);
  for (let times = 1 + random.below(3); times > 0; times -= 1) {
    const { selections, type } = random.pick(sites);
    selections.push(...(type ? fieldOf(type, random, 3) : []));
  }
  return print(document);
}

interface Site {
  readonly selections: SelectionNode[];
  readonly type: GraphQLCompositeType | null;
}

function sitesOf(document: ReturnType<typeof parse>, schema: GraphQLSchema): Site[] {
  const types = new TypeInfo(schema);
  const sites: Site[] = [];
  visit(
    document,
    visitWithTypeInfo(types, {
      SelectionSet: ({ selections }) => {
        sites.push({ selections: selections as SelectionNode[], type: types.getParentType() ?? null });
      },
    }),
  );
  return sites;
}

function changeSelection(
  selection: SelectionNode,
  type: GraphQLCompositeType | null,
  random: Random,
  added: string[],
): SelectionNode[] {
  const on = type?.name ?? 'Query';
  switch (random.below(8)) {
    case 0:
      return [];
    case 1:
      return Array<SelectionNode>(random.pick([2, 2, 40])).fill(selection);
    case 2:
      return [{ ...selection, ...(selection.kind === Kind.FIELD ? { alias: name(random.pick(oddNames)) } : {}) }];
    case 3: {
      const directives = random.pick([
        '@skip(if: true)',
        '@include(if: false)',
        '@include(if: "x")',
        '@x',
        '@skip(if: false) @skip(if: false)',
        '@include(if: $__proto__)',
        '@defer(label: "x")',
      ]);
      return selectionsOf(`... ${directives} { ${print(selection)} }`);
    }
    case 4:
      return selectionsOf(`... on ${random.pick([on, on, 'Region', 'Party', 'Nothing'])} { ${print(selection)} }`);
    case 5: {
      const spread = random.pick([...oddNames, 'Sources', 'F']);
      added.push(`fragment ${spread} on ${on} { ${print(selection)} ${random.oneIn(4) ? `...${spread}` : ''} }`);
      return selectionsOf(`...${spread} ...${spread}`);
    }
    case 6:
      return selection.kind === Kind.FIELD ? [withOddArgument(selection, random)] : [selection, selection];
    default:
      return selection.kind === Kind.FIELD ? [{ ...selection, name: name(random.pick(oddNames)) }] : [];
  }
}

function withOddArgument(field: FieldNode, random: Random): FieldNode {
  const given = field.arguments ?? [];
  const value = parseValue(literal(oddValue(random)), { noLocation: true });
  const changed = random.pick([
    name('x'),
    ...given.map((each) => each.name),
    name('first'),
    name('filter'),
    name('id'),
  ]);
  const kept = given.filter((each) => each.name.value !== changed.value || random.oneIn(10));
  return { ...field, arguments: [...kept, { kind: Kind.ARGUMENT, name: changed, value }] };
}

/** A field that a type has, with arguments that may be right, and fields below it. */
function fieldOf(type: GraphQLCompositeType, random: Random, levels: number): SelectionNode[] {
  if (!isObjectType(type) && !isInterfaceType(type)) {
    return selectionsOf('__typename');
  }
  const field = random.pick(Object.values(type.getFields()));
  return selectionsOf(fieldText(field, random, levels));
}

function fieldText(field: GraphQLField<unknown, unknown>, random: Random, levels: number): string {
  const given = field.args
    .filter(({ type }) => isNonNullType(type) || random.oneIn(2))
    .map((argument) => `${argument.name}: ${valueOf(argument.type, random, 3)}`);
  const type = getNamedType(field.type);
  const alias = random.oneIn(2) ? `${random.pick(aliases)}: ` : '';
  const below = isCompositeType(type)
    ? ` { ${['__typename', ...(levels > 0 ? [1, 2].flatMap(() => fieldOf(type, random, levels - 1)).map(print) : [])].join(' ')} }`
    : '';
  return `${alias}${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${below}`;
}

/** A literal for an argument, most often one of its type. */
function valueOf(type: GraphQLInputType, random: Random, levels: number): string {
  if (random.oneIn(25)) {
    return literal(oddValue(random));
  }
  if (isNonNullType(type)) {
    return valueOf(type.ofType, random, levels);
  }
  if (isListType(type)) {
    return `[${Array.from({ length: random.below(4) }, () => valueOf(type.ofType, random, levels)).join(', ')}]`;
  }
  if (isEnumType(type)) {
    return random.pick(type.getValues()).name;
  }
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    const chosen = levels > 0 ? new Set([1, 2].map(() => random.pick(fields))) : [];
    return `{ ${Array.from(chosen, (field) => `${field.name}: ${valueOf(field.type, random, levels - 1)}`).join(', ')} }`;
  }
  return random.pick(usual[type.name] ?? ['"x"']);
}

/** Names that may be those of properties, but none that is refused. */
const aliases = oddNames.filter((name) => !name.startsWith('__')).concat('a', 'b', 'c', 'd', 'e');

const usual: Readonly<Record<string, readonly string[]>> = {
  Int: ['0', '1', '10', '100', '2018', '-1', '2147483647'],
  Float: ['0', '1', '10', '1000000', '0.005', '-1.5', '1e12', '1e300'],
  Boolean: ['true', 'false'],
  String: ['"xihu"', '"西湖"', '""', '"%"', '"\\u0000"', '"a_b"', '"\\\\"', '"330106"'],
  ID: ['"520627"', '"zhangjiagang-yanhe"', '"east-west"', '"s1"', '""', '"\\u0000"', '7', '"xihu-xuanen-funds-2018"'],
  Date: ['"2018-06-30"', '"2018-02-30"', '"2018"', '"0001-01-01"', '"9999-12-31"', '""', '2018'],
};

/** A value as a literal that can be parsed: strings without halves of characters, and not so deep that the stack ends. */
function literal(value: unknown, depth = 0): string {
  if (typeof value !== 'object' || value === null) {
    return JSON.stringify(value).replace(/\\ud[89a-f]../g, '');
  }
  if (depth > 50) {
    return 'null';
  }
  return Array.isArray(value)
    ? `[${value
        .slice(0, 100)
        .map((each) => literal(each, depth + 1))
        .join(', ')}]`
    : `{${Object.entries(value)
        .map(([key, each]) => `${key}: ${literal(each, depth + 1)}`)
        .join(', ')}}`;
}

function selectionsOf(text: string): SelectionNode[] {
  const [definition] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  const { selections } = (definition as { readonly selectionSet: SelectionSetNode }).selectionSet;
  return [...selections];
}

function name(value: string): FieldNode['name'] {
  return { kind: Kind.NAME, value };
}
