import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { format, resolveConfig } from 'prettier';

import { runCommand } from '../platform/command.js';
import { enumDocumentation, type EnumDocumentation } from '../platform/described-enum.js';
import type { LabelLanguage } from '../platform/enum-label.js';
import { errorCodes, UserError } from '../platform/errors.js';
import { knownTables } from '../platform/import/check-folder.js';
import { mayBeEmpty, type Column } from '../platform/import/columns.js';
import { inLanguage } from '../platform/import/message.js';
import { columnDescription, tableName } from '../platform/import/table-names.js';
import type { CsvTable } from '../platform/import/table.js';
import { subgraphs } from '../subgraphs/index.js';

const help = `npm run docs             generates the tables of docs/data.md, docs/data.zh.md and docs/errors.md from their definitions
npm run docs -- --check  fails if a generated table is not current`;

const mark = /(?<=<!-- (?:What follows is written by|以下由) .* -->\n)[^]*/;

runCommand(help, async () => {
  const { check } = parseArgs({ options: { check: { type: 'boolean' } } }).values;
  const tables = knownTables(subgraphs.map((subgraph) => ({ subgraph })));
  for (const [file, language] of [
    ['docs/data.md', 'EN'],
    ['docs/data.zh.md', 'ZH'],
  ] as const) {
    await write(file, `${tablesText(tables, language)}\n${enumerationsText(tables, language)}`, check);
  }
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

function tablesText(tables: readonly CsvTable[], language: LabelLanguage): string {
  const text = (en: string, zh: string): string => (language === 'ZH' ? zh : en);
  return tables
    .map((table) => {
      const { file: name, description, columns, chinese } = table;
      const rows = Object.entries(columns).map(([column, definition]) =>
        [
          text(column, namesInChinese(table, column)),
          cell(holds(definition, tables, language)),
          mayBeEmpty(definition) ? text('yes', '是') : text('no', '否'),
          cell(columnDescription(table, column, language)),
        ].join(' | '),
      );
      const head = text('column | value | optional | ', '列 | 内容 | 可空 | ');
      return [
        text(`## ${name}`, `## ${tableName(table, 'ZH')} ${name}`),
        text(description, chinese?.description ?? ''),
        `| ${head} |\n| --- | --- | --- | --- |\n${rows.map((row) => `| ${row} |`).join('\n')}`,
      ].join('\n\n');
    })
    .join('\n\n');
}

/** The Chinese names of a column, and its English one. */
function namesInChinese({ chinese }: CsvTable, column: string): string {
  return [...(chinese?.columns[column]?.names ?? []), `\`${column}\``].join('、');
}

/** What the cells of a column hold. A described enumeration is a link to its values, which are below the tables. */
function holds(
  { expected, enumeration }: Column<unknown>,
  tables: readonly CsvTable[],
  language: LabelLanguage,
): string {
  const named = tables.filter(({ names }) => names).map(({ file: name }) => name);
  const text = named.reduce(
    (all, name) =>
      all
        .replace(`an id of ${name}`, `an id, code or name of ${name}`)
        .replace(`${name} 的编号`, `${name} 的编号、代码或名称`),
    inLanguage(expected, language),
  );
  const documentation = enumeration && enumDocumentation(enumeration);
  return documentation ? text.replace(listOf(documentation, language), linkTo(documentation)) : text;
}

/** The values of an enumeration as `expected` lists them. */
function listOf({ values, labels }: EnumDocumentation, language: LabelLanguage): string {
  return language === 'ZH'
    ? Object.keys(values)
        .map((value) => `${labels[value]?.zh ?? ''}（${value}）`)
        .join('、')
    : Object.keys(values).join(', ');
}

function linkTo({ name }: EnumDocumentation): string {
  return `[${name}](#${name.toLowerCase()})`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function enumerationsText(tables: readonly CsvTable[], language: LabelLanguage): string {
  const all = tables
    .flatMap(({ columns }) => Object.values(columns))
    .flatMap(({ enumeration }) => (enumeration && enumDocumentation(enumeration)) ?? []);
  const sections = [...new Set(all)]
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .map(({ name, description, values, labels, also }) => {
      const rows = Object.entries(values).map(([value, text]) =>
        language === 'ZH'
          ? `| ${[`${labels[value]?.measure ?? ''}${labels[value]?.zh ?? ''}`, ...(also[value] ?? [])].join('、')} | \`${value}\` |`
          : `| ${value} | ${cell(text)} |`,
      );
      const head = language === 'ZH' ? '| 写法 | 值 |' : '| value | |';
      const about = language === 'ZH' ? '' : `${description}\n\n`;
      return `### ${name}\n\n${about}${head}\n| --- | --- |\n${rows.join('\n')}`;
    });
  return `\n## ${language === 'ZH' ? '可选值' : 'Values'}\n\n${sections.join('\n\n')}\n`;
}
