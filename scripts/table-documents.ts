import { join } from 'node:path';

import {
  buildSchema,
  getNamedType,
  isObjectType,
  print,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** A root field that gives rows. */
interface RowList {
  readonly field: string;
  readonly row: GraphQLObjectType;
  /** The types of its arguments besides those of a page, by name: `filter`, `orderBy`. */
  readonly args: readonly (readonly [name: string, type: string, value: string])[];
  /** The name of its document: `job-fairs`. */
  readonly name: string;
}

/** The named queries that are tables, as paths below documents/ and texts: one for each type of rows, and all records. */
export function tableDocuments(api: string): readonly (readonly [path: string, text: string])[] {
  const lists = rowLists(buildSchema(api));
  return [
    ...lists.flatMap((list) => files(list.name, tableQuery(list), { question: `What are all ${words(list.name)}?` })),
    ...files('facts', factsQuery(lists.filter(isOfRecords)), {
      question: 'What is every record of every type?',
      rows: lists.filter(isOfRecords).map(({ field }) => field),
    }),
    ...files('table-sizes', sizesQuery(lists), { question: 'How many rows does each table have?' }, 'pages'),
  ];
}

function rowLists(schema: GraphQLSchema): readonly RowList[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  return fields
    .flatMap((field) => {
      const connection = getNamedType(field.type);
      const row = schema.getType(connection.name.replace(/Connection$/, ''));
      const filter = field.args.find(({ name }) => name === 'filter')?.type;
      const args = field.args.filter(({ name }) => name !== 'first' && name !== 'after');
      return isPlain(connection) && isObjectType(row) && filter
        ? [
            {
              field: field.name,
              row,
              args: args.map(
                ({ name, type, astNode }) =>
                  [name, String(type), astNode?.defaultValue ? ` = ${print(astNode.defaultValue)}` : ''] as const,
              ),
              name: kebab(String(filter).replace(/Filter$/, '')),
            },
          ]
        : [];
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** Whether a connection has edges alone: a page of a table. */
const isPlain = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && 'edges' in type.getFields() && !('nodes' in type.getFields());

const kebab = (name: string): string => name.replace(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
const words = (name: string): string => name.replaceAll('-', ' ');

const isOfRecords = ({ row }: RowList): boolean => row.getFields()['recordType'] !== undefined;

function files(
  name: string,
  query: string,
  about: { readonly question: string; readonly rows?: readonly string[] },
  folder = 'tables',
): (readonly [string, string])[] {
  const json = JSON.stringify({ ...about, asks: 'analyst', variables: {} }, null, 2);
  return [
    [join(folder, `${name}.graphql`), query],
    [join(folder, `${name}.json`), `${json}\n`],
  ];
}

function tableQuery({ field, row, args, name }: RowList): string {
  const variables = [
    '$first: Int = 500',
    '$after: String',
    ...args.map(([arg, type, value]) => `$${arg}: ${type}${value}`),
  ];
  const given = args.map(([arg]) => `, ${arg}: $${arg}`).join('');
  return `# All ${words(name)} as a table: a row for each, of scalars alone.
${head(`query ${pascal(name)}`, variables)}
${selection(field, `first: $first, after: $after${given}`, columnsOf(row))}}
`;
}

/** The first line of an operation, in lines of their own where they are too long for one. */
function head(name: string, variables: readonly string[]): string {
  const line = `${name}(${variables.join(', ')}) {`;
  return line.length <= 120 ? line : [`${name}(`, ...variables.map((variable) => `  ${variable}`), ') {'].join('\n');
}

/** The columns of rows, sums with their bounds the last: they come from several subgraphs. */
function columnsOf(row: GraphQLObjectType): readonly string[] {
  const fields = row.getFields();
  const isSum = (name: string): boolean => `${name.replace(/(Min|Max)$/, '')}Max` in fields;
  return Object.keys(fields).toSorted((one, other) => Number(isSum(one)) - Number(isSum(other)));
}

/** The columns of the narrow table, where every type has them: a document has a limit. */
const narrow = new Set([
  ...['id', 'recordType', 'measure', 'status', 'basis', 'value', 'min', 'max', 'unit', 'from', 'to', 'year'],
  ...['inTotal', 'totalKey', 'donorCode', 'donorName', 'donorProvince'],
  ...['recipientCode', 'recipientName', 'recipientProvince', 'pairingIds', 'sources'],
]);

/** All records in one narrow table. */
function factsQuery(lists: readonly RowList[]): string {
  const [first, ...others] = lists.map(({ row }) => new Map(Object.entries(row.getFields())));
  const isCommon = ([name, { type }]: [string, GraphQLField<unknown, unknown>]): boolean =>
    others.every((fields) => String(fields.get(name)?.type) === String(type));
  const common = [...(first ?? [])].filter((field) => narrow.has(field[0]) && isCommon(field)).map(([name]) => name);
  return `# All records of all types as one narrow table, to group and to pivot: what every type of record has.
query Facts($first: Int = 20, $after: String) {
${lists.map(({ field }) => selection(field, 'first: $first, after: $after', common)).join('')}}
`;
}

/** The number of rows of each table, by its root field. */
function sizesQuery(lists: readonly RowList[]): string {
  return `# How many rows does each table have?
query TableSizes {
${lists.map(({ field }) => `  ${field}(first: 0) {\n    totalCount\n  }\n`).join('')}}
`;
}

function selection(field: string, args: string, names: readonly string[]): string {
  return `  ${field}(${args}) {
    edges {
      node {
${names.map((name) => `        ${name}\n`).join('')}      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`;
}

const pascal = (name: string): string => name.replace(/(?:^|-)(.)/g, (_match, letter: string) => letter.toUpperCase());
