import { ImportKind } from '../../../../schema/labels.json';
import { element } from '../element.js';
import { label } from '../labels.js';
import { capitalised, say } from '../language.js';
import type { Change } from './import-api.js';
import { stackedTable } from '../stacked-table.js';

/** The changes of data sets, the latest first, with a button at the last change of each data set that undoes it. */
export function historyContent(changes: readonly Change[], undo: (dataset: string) => void): Node {
  if (changes.length === 0) {
    return element('p', {}, say('importNoHistory'));
  }
  const heads = [
    say('importWhen'),
    say('importDataset'),
    say('importKind'),
    say('importBy'),
    say('importRows'),
    say('importDifference'),
    undoText(),
  ];
  const hasBy = changes.some(({ by }) => by !== null);
  const shown = <Cell>(cells: readonly Cell[]): readonly Cell[] => cells.filter((_, place) => hasBy || place !== 3);
  const rows = changes.map((change, place) => {
    const { at, dataset, kind, by, rows: count } = change;
    const isLast = changes.findIndex((each) => each.dataset === dataset) === place;
    return shown([
      at.replace('T', ' ').replace(/:\d\dZ$/, ''),
      dataset,
      capitalised(label(ImportKind, kind)),
      by,
      count.toLocaleString('en'),
      differenceText(change),
      isLast ? undoButton(dataset, undo) : null,
    ]);
  });
  return stackedTable(say('importHistory'), shown(heads), rows);
}

const undoText = (): string => capitalised(label(ImportKind, 'UNDO'));

const differenceText = ({ added, changed, removed }: Change): string =>
  added === null || changed === null || removed === null ? say('importUnknown') : `+${added} ~${changed} −${removed}`;

function undoButton(dataset: string, undo: (dataset: string) => void): HTMLElement {
  const button = element('button', { type: 'button', 'aria-label': say('importUndoOf', dataset) }, undoText());
  button.addEventListener('click', () => {
    if (confirm(say('importUndoAsk', dataset))) {
      undo(dataset);
    }
  });
  return button;
}
