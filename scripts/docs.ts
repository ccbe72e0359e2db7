import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { format, resolveConfig } from 'prettier';

import { runCommand } from '../platform/command.js';
import { enumDocumentation } from '../platform/described-enum.js';
import { errorCodes, UserError } from '../platform/errors.js';
import { knownTables } from '../platform/import/check-folder.js';
import { mayBeEmpty, type Column } from '../platform/import/columns.js';
import { inEnglish } from '../platform/import/message.js';
import type { CsvTable } from '../platform/import/table.js';
import { subgraphs } from '../subgraphs/index.js';

const help = `npm run docs             generates the tables of docs/data.md and docs/errors.md from their definitions
npm run docs -- --check  fails if a generated table is not current`;

const mark = /(?<=<!-- What follows is written by .* -->\n)[^]*/;

runCommand(help, async () => {
  const { check } = parseArgs({ options: { check: { type: 'boolean' } } }).values;
  const tables = knownTables(subgraphs.map((subgraph) => ({ subgraph })));
  await write('docs/data.md', `${tablesText(tables)}\n${enumerationsText(tables)}`, check);
  await write('docs/errors.md', codesText(), check);
});

/** Replaces the text below the mark of a file; with `check` writes nothing and throws if it would change. */
async function write(file: string, text: string, check = false): Promise<void> {
  const before = readFileSync(file, 'utf8');
  const whole = before.replace(mark, () => `\n${text}`);
  const after = await format(whole, { ...(await resolveConfig(file)), parser: 'markdown' });
  if (check && after !== before) {
    throw new UserError(`${file} is not current. Run npm run docs and commit the file.`);
  }
  if (after !== before) {
    writeFileSync(file, after);
  }
  console.log(after === before ? `${file} is current.` : `Wrote ${file}.`);
}

function codesText(): string {
  const rows = Object.entries(errorCodes).map(([code, { meaning }]) => `| \`${code}\` | ${meaning} |`);
  return `| code | |\n| --- | --- |\n${rows.join('\n')}\n`;
}

function tablesText(tables: readonly CsvTable[]): string {
  return tables
    .map(({ file: name, description, columns }) => {
      const rows = Object.entries(columns).map(
        ([column, definition]) =>
          `| ${column} | ${cell(holds(definition, tables))} | ${mayBeEmpty(definition) ? 'yes' : 'no'} | ${cell(definition.description ?? '')} |`,
      );
      return [
        `## ${name}`,
        description,
        `| column | value | optional | |\n| --- | --- | --- | --- |\n${rows.join('\n')}`,
      ].join('\n\n');
    })
    .join('\n\n');
}

/** What the cells of a column hold. A described enumeration is a link to its values, which are below the tables. */
function holds({ expected, enumeration }: Column<unknown>, tables: readonly CsvTable[]): string {
  const named = tables.filter(({ names }) => names).map(({ file: name }) => name);
  const text = named.reduce(
    (all, name) => all.replace(`an id of ${name}`, `an id, code or name of ${name}`),
    inEnglish(expected),
  );
  const documentation = enumeration && enumDocumentation(enumeration);
  return documentation
    ? text.replace(
        Object.keys(documentation.values).join(', '),
        `[${documentation.name}](#${documentation.name.toLowerCase()})`,
      )
    : text;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function enumerationsText(tables: readonly CsvTable[]): string {
  const all = tables
    .flatMap(({ columns }) => Object.values(columns))
    .flatMap(({ enumeration }) => (enumeration && enumDocumentation(enumeration)) ?? []);
  const sections = [...new Set(all)]
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, description, values }) => {
      const rows = Object.entries(values).map(([value, text]) => `| ${value} | ${cell(text)} |`);
      return `### ${name}\n\n${description}\n\n| value | |\n| --- | --- |\n${rows.join('\n')}`;
    });
  return `\n## Values\n\n${sections.join('\n\n')}\n`;
}
