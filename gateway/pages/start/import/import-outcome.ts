import { CsvTable } from '../../../../schema/labels.json';
import type { EnumLabel } from '../../../../platform/enum-label.js';
import { element } from '../element.js';
import { label } from '../labels.js';
import { say } from '../language.js';
import type { Checked, Loaded, Problem, Refusal } from './import-api.js';
import { stackedTable } from '../stacked-table.js';
import { problemTable } from './problem-table.js';

type Content = readonly (Node | null)[];

/** What a check found: what an import would change, and what is worth a look. */
export function checkedContent(checked: Checked): Content {
  const { dataset, isIn, absentColumns, overlaps, warnings } = checked;
  const overlapping = overlaps.reduce((sum, { rows }) => sum + rows, 0);
  return [
    element('p', { class: 'done', role: 'status' }, say(isIn ? 'importSame' : 'importClean', dataset)),
    isIn ? null : differenceTable(checked),
    ...absentColumns.map(({ table, columns }) =>
      element('p', { class: 'quiet' }, say('importAbsent', tableLabel(table), columns.join(', '))),
    ),
    overlapping === 0 ? null : element('p', { class: 'quiet' }, say('importOverlaps', overlapping)),
    warningTable(warnings),
  ];
}

/** What was loaded. */
export function loadedContent({ dataset, rows, warnings }: Loaded): Content {
  const text = rows === 0 ? say('importSame', dataset) : say('importLoaded', dataset, rows);
  return [element('p', { class: 'done', role: 'status' }, text), warningTable(warnings)];
}

/** Why nothing was done. */
export function refusalContent(refusal: Refusal): Content {
  return refusal.kind === 'refused' && refusal.problems.length > 0
    ? refusedContent(refusal)
    : [element('p', { class: 'notice', role: 'alert' }, refusalText(refusal))];
}

function refusedContent({ message, problems }: Extract<Refusal, { kind: 'refused' }>): Content {
  const lines = message.split('\n');
  // After the problems, how many others there are.
  const rest = lines.slice(1 + problems.length).join(' ');
  return [
    element('p', { class: 'notice', role: 'alert' }, lines[0]),
    problemTable(say('importProblems'), problems),
    rest === '' ? null : element('p', {}, rest),
  ];
}

function refusalText(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'lost':
      return say('importLost');
    case 'refused':
      return refusal.message;
    default:
      return barredText(refusal);
  }
}

function barredText({ code, message, limit, retryAfter }: Extract<Refusal, { kind: 'barred' }>): string {
  switch (code) {
    case 'KEY_REQUIRED':
    case 'KEY_REFUSED':
      return say('importTokenWrong');
    case 'ROLE_REQUIRED':
      return say('importRoleMissing');
    case 'FOREIGN_ORIGIN':
      return say('importForeign');
    case 'BODY_TOO_LARGE':
      return say('importTooLarge', limit);
    case 'RATE_LIMITED':
      return say('importLimited', limit, retryAfter);
    default:
      return message;
  }
}

function differenceTable({ tables, changes }: Checked): HTMLElement {
  const files = [...new Set([...tables, ...(changes ?? [])].map(({ table }) => table))];
  const countText = (count: number | undefined): string =>
    changes === null ? say('importUnknown') : (count ?? 0).toLocaleString('en');
  const rows = files.map((file) => {
    const counts = tables.find(({ table }) => table === file);
    const change = changes?.find(({ table }) => table === file);
    return [
      tableLabel(file),
      (counts?.now ?? 0).toLocaleString('en'),
      (counts?.then ?? 0).toLocaleString('en'),
      ...[change?.added, change?.changed, change?.removed].map(countText),
    ];
  });
  const heads = [
    say('importTable'),
    say('importNow'),
    say('importThen'),
    say('importAdded'),
    say('importChanged'),
    say('importRemoved'),
  ];
  const made = stackedTable(say('importDifference'), heads, rows);
  made.classList.add('counts');
  return made;
}

const warningTable = (warnings: readonly Problem[]): HTMLElement | null =>
  warnings.length === 0 ? null : problemTable(say('importWarnings'), warnings);

/** What a table is called; one that is newer than this page by its file. */
const tableLabel = (file: string): string => label(CsvTable as Readonly<Record<string, EnumLabel>>, file);
