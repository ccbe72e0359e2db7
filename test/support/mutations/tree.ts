import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
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
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

import { literal, literalOf } from './literals.js';
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
    .map((argument) => `${argument.name}: ${literalOf(argument.type, random, 3)}`);
  const type = getNamedType(field.type);
  const alias = random.oneIn(2) ? `${random.pick(aliases)}: ` : '';
  const below = isCompositeType(type)
    ? ` { ${['__typename', ...(levels > 0 ? [1, 2].flatMap(() => fieldOf(type, random, levels - 1)).map(print) : [])].join(' ')} }`
    : '';
  return `${alias}${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''}${below}`;
}

/** Names that may be those of properties, or that the gateway gives. */
const aliases = oddNames.concat('__a0', 'a', 'b', 'c', 'd', 'e');

function selectionsOf(text: string): SelectionNode[] {
  const [definition] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  const { selections } = (definition as { readonly selectionSet: SelectionSetNode }).selectionSet;
  return [...selections];
}

function name(value: string): FieldNode['name'] {
  return { kind: Kind.NAME, value };
}
