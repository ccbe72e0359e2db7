import { print, type GraphQLSchema } from 'graphql';

import { shownVersions, versionText, type Versions } from '../request/data-versions.js';
import { directRowsOf, type ValueFields } from '../tables/direct-rows.js';
import { columnMetadata } from '../tables/metadata.js';
import { withRootField, type OperationDocument } from '../tables/part-document.js';
import { shapeOf, type ObjectShape } from '../tables/shape.js';
import { tableOf, type Table, type TableOptions } from '../tables/table.js';
import type { AskedTable } from '../tables/table-file.js';
import type { CatalogueEntry } from './catalogue.js';
import { licence } from './licence.js';

const shapes = new WeakMap<CatalogueEntry, ObjectShape>();

/** The answer to a named query as a table. Throws ROWS_AMBIGUOUS, or BAD_USER_INPUT for options that do not fit. */
export function documentTable(schema: GraphQLSchema, entry: CatalogueEntry, options: TableOptions): Table {
  const shape = shapes.get(entry) ?? shapeOf(schema, entry.document, entry.operation);
  shapes.set(entry, shape);
  return tableOf(shape, { ...options, rows: options.rows.length > 0 ? options.rows : entry.rows });
}

/** The table of a named query with these variables. */
export function askedTable(
  entry: CatalogueEntry,
  { columns, parts }: Table,
  variables: Readonly<Record<string, unknown>>,
  fields: ValueFields,
): AskedTable {
  return {
    name: entry.name,
    columns,
    parts: parts.map((part) => ({
      ...part,
      operation: operationOf(entry, parts.length, part.rows, variables),
      direct: directRowsOf(entry, columns, part, fields),
    })),
    metadata: (versions) => tableMetadata(entry, columns, variables, versions),
  };
}

/** Of several lists each is asked for by itself. */
function operationOf(
  entry: CatalogueEntry,
  count: number,
  [root = '']: readonly string[],
  variables: Readonly<Record<string, unknown>>,
): AskedTable['parts'][number]['operation'] {
  if (count === 1) {
    return { query: entry.query, variables };
  }
  const { document, operation } = withRootField(entry, root);
  const declared = new Set((operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value));
  return {
    query: print(document),
    variables: Object.fromEntries(Object.entries(variables).filter(([name]) => declared.has(name))),
  };
}

/** The documents that a named query is executed as: its own, and where its table has several lists, that of each. */
export const documentsOf = (entry: CatalogueEntry): readonly OperationDocument[] => [
  entry,
  ...(entry.rows.length > 1 ? entry.rows.map((path) => withRootField(entry, path.split('.')[0] ?? '')) : []),
];

/** What is said of a table: /q/<name>.metadata.json. */
export function tableMetadata(
  { name, description, query }: CatalogueEntry,
  columns: Table['columns'],
  variables: Readonly<Record<string, unknown>>,
  versions: Versions,
): object {
  return {
    name,
    description,
    ...licence,
    dataVersion: versionText(versions),
    dataVersions: shownVersions(versions),
    query,
    variables,
    columns: columnMetadata(columns),
  };
}
