import { describedEnums } from '../platform/described-enum.js';
import type { EnumLabel } from '../platform/enum-label.js';
import { knownTables } from '../platform/import/check-folder.js';
import { tableName } from '../platform/import/table-names.js';
import { subgraphs } from '../subgraphs/index.js';

/**
 * The labels of all enumerations as JSON, by the name of the enumeration and the value: one value a line. After them, as
 * `CsvTable`, the names of the tables of data sets.
 */
export function labelsJson(): string {
  const enumerations = describedEnums().toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const tables = knownTables(subgraphs.map((subgraph) => ({ subgraph })));
  const named = tables.map((table) =>
    valueLine([table.file, { en: tableName(table, 'EN'), zh: tableName(table, 'ZH') }]),
  );
  return object(
    [
      ...enumerations.map(({ name, labels }) => [name, object(Object.entries(labels).map(valueLine), '  ')] as const),
      ['CsvTable', object(named, '  ')],
    ],
    '',
  ).concat('\n');
}

function valueLine([value, label]: readonly [string, EnumLabel]): [string, string] {
  return [value, object(Object.entries(label).map(([key, text]) => [key, JSON.stringify(text)]))];
}

/** Entries of which each is JSON already; in one line, or with each in a line of its own below an indentation. */
function object(entries: readonly (readonly [string, string])[], indentation?: string): string {
  const lines = entries.map(([key, json]) => `${JSON.stringify(key)}: ${json}`);
  return indentation === undefined
    ? `{ ${lines.join(', ')} }`
    : `{\n${lines.map((line) => `${indentation}  ${line}`).join(',\n')}\n${indentation}}`;
}
