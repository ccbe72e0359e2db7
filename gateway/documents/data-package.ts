import type { GraphQLSchema } from 'graphql';

import { versionText, type Versions } from '../request/data-versions.js';
import type { ValueFields } from '../tables/direct-rows.js';
import { columnMetadata } from '../tables/metadata.js';
import type { TableOptions } from '../tables/table.js';
import { zipFile } from '../tables/zip-file.js';
import type { TableFile } from '../tables/send-table.js';
import type { CatalogueEntry } from './catalogue.js';
import { askedTable, documentTable } from './document-table.js';
import { licence } from './licence.js';

/** All tables as a Frictionless data package, whose files are beside it: /q/datapackage.json. */
export function dataPackage(schema: GraphQLSchema, entries: readonly CatalogueEntry[], versions: Versions): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'jiedui',
    title: 'Jiedui: regions of China and the paired assistance between them',
    version: versionText(versions),
    ...licence,
    resources: entries.map((entry) => resource(schema, entry)),
  };
}

/** All tables and what is said of them in one archive: /q/all.zip. */
export const allTables = (schema: GraphQLSchema, entries: readonly CatalogueEntry[], fields: ValueFields): TableFile =>
  zipFile(
    'jiedui',
    entries.map((entry) => askedTable(entry, documentTable(schema, entry, whole), {}, fields)),
    { file: 'datapackage.json', text: (versions) => JSON.stringify(dataPackage(schema, entries, versions), null, 2) },
  );

const whole: TableOptions = { rows: [], explode: null };

/** The columns that tell the rows of a table apart. Records of unlike types may have one id. */
const keys: readonly (readonly string[])[] = [['record_type', 'id'], ['id'], ['pairing', 'year']];

function resource(schema: GraphQLSchema, entry: CatalogueEntry): object {
  const table = documentTable(schema, entry, whole);
  const columns = columnMetadata(table.columns);
  return {
    name: entry.name,
    path: `${entry.name}.csv`,
    title: entry.description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      fields: columns.map(({ name, type, title, description, unit }) => ({
        name,
        type,
        title: title.en,
        ...(title.zh === null ? {} : { titleZh: title.zh }),
        ...(description === null ? {} : { description }),
        ...(unit === null ? {} : { unit }),
      })),
      missingValues: [''],
      primaryKey: keys.find((key) => key.every((name) => columns.some((column) => column.name === name))) ?? [],
    },
  };
}
