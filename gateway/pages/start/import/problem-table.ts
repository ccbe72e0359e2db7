import { element } from '../element.js';
import { say } from '../language.js';
import type { Problem, RowCell } from './import-api.js';
import { stackedTable } from '../stacked-table.js';

/** Problems or warnings, by file and row; below those of a row are its cells, as they are written. */
export function problemTable(caption: string, problems: readonly Problem[]): HTMLElement {
  const heads = [say('importFile'), say('importRow'), say('importColumn'), say('importFound'), say('importExpected')];
  const rows = problems.map((problem) => [
    problem.file,
    problem.line === null ? null : String(problem.line),
    problem.column,
    problem.found,
    expectedCell(problem),
  ]);
  return stackedTable(caption, heads, rows, (place) => {
    const [problem, next] = problems.slice(place, place + 2);
    const isLast = next?.file !== problem?.file || next?.line !== problem?.line;
    return problem?.cells && isLast ? cellList(problem.cells) : null;
  });
}

function expectedCell({ expected, more }: Problem): HTMLElement {
  const others =
    more && (more.lastLine === null ? say('importMore', more.rows) : say('importMoreRows', more.rows, more.lastLine));
  return element('span', {}, expected, others && element('span', { class: 'block quiet' }, others));
}

function cellList(cells: readonly RowCell[]): HTMLElement {
  const items = cells.map(({ column, text, isFaulty }) => {
    const shown = text === '' ? say('importEmpty') : text;
    return element(
      'li',
      {},
      column !== null && element('span', { class: 'quiet' }, column, ' '),
      isFaulty ? element('mark', {}, shown) : shown,
    );
  });
  return element('ul', { class: 'cells', 'aria-label': say('importCells') }, ...items);
}
