import { join } from 'node:path';

import {
  buildSchema,
  getNamedType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** A root field that gives rows. */
interface RowList {
  readonly field: string;
  readonly row: GraphQLObjectType;
  readonly filter: string;
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
      const row = schema.getType(getNamedType(field.type).name.replace(/Connection$/, ''));
      const filter = field.args.find(({ name }) => name === 'filter')?.type;
      return field.name.endsWith('Rows') && isObjectType(row) && filter
        ? [{ field: field.name, row, filter: String(filter), name: kebab(String(filter).replace(/Filter$/, '')) }]
        : [];
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

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

function tableQuery({ field, row, filter, name }: RowList): string {
  return `# All ${words(name)} as a table: a row for each, of scalars alone.
query ${pascal(name)}($first: Int = 500, $after: String, $filter: ${filter}) {
${selection(field, 'first: $first, after: $after, filter: $filter', Object.keys(row.getFields()))}}
`;
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
