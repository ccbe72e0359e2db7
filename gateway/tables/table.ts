import { requestError } from '../../platform/errors.js';
import { columnsOf, type Cell, type Column, type ReadColumn } from './columns.js';
import { valueAt, type ListShape, type ObjectShape, type Paging, type Shape } from './shape.js';

/** The rows of an answer, one after the other. */
export type Rows = Iterable<readonly Cell[]>;

/** A list of a document whose items are rows. */
export interface TablePart {
  /** The keys of the list in the answer, without those of connections; empty where the whole answer is one row. */
  readonly rows: readonly string[];
  /** Null where all rows are in one answer. */
  readonly paging: Paging | null;
  readonly read: (data: unknown) => Rows;
}

/** A document's answer as a table: its columns, and the lists that have its rows, one after the other. */
export interface Table {
  readonly columns: readonly Column[];
  readonly parts: readonly TablePart[];
}

/** What an address says of a table. */
export interface TableOptions {
  /** The lists whose items are rows, as paths: `pairing.funds`; empty where the only outermost list has them. */
  readonly rows: readonly string[];
  /** The list in a row whose items have a row each, as a path below the row; null where lists stay in their row. */
  readonly explode: string | null;
}

/** The table of an answer. Throws ROWS_AMBIGUOUS or BAD_USER_INPUT, each with the paths that there are. */
export function tableOf(shape: ObjectShape, { rows, explode }: TableOptions): Table {
  const paths = rows.length > 0 ? rows.map((each) => checkedPath(shape, each)) : [onlyList(shape)];
  const parts = paths.map((path) => partOf(shape, path, explode));
  const [{ columns } = { columns: [] }] = parts;
  if (parts.some((part) => signature(part.columns) !== signature(columns))) {
    const message = `The lists ${rows.join(', ')} have different columns, so they are no one table. Ask for one of them with rows=.`;
    throw requestError('ROWS_AMBIGUOUS', message, { extensions: { candidates: rows } });
  }
  return { columns: named(columns), parts: parts.map(({ part }) => part) };
}

const signature = (columns: readonly ReadColumn[]): string =>
  JSON.stringify(columns.map(({ path, type }) => [path, type]));

/** The paths of the lists in a shape that are in no other list; of all lists with `inLists`. */
function listsIn(shape: Shape, path: readonly string[], inLists: boolean): readonly (readonly string[])[] {
  switch (shape.kind) {
    case 'leaf':
      return [];
    case 'object':
      return Array.from(shape.fields).flatMap(([key, field]) => listsIn(field, [...path, key], inLists));
    case 'list':
      return [path, ...(inLists ? listsIn(shape.item, path, inLists) : [])];
  }
}

const shown = (path: readonly string[]): string => path.join('.');

/** The path of the one list that is in no other; empty where there is no list. */
function onlyList(shape: ObjectShape): readonly string[] {
  const [path = [], ...others] = listsIn(shape, [], false);
  if (others.length > 0) {
    const candidates = [path, ...others].map(shown);
    const message = `The answer has several lists, and the rows may be those of any. Say which: rows=${candidates[0] ?? ''}; there are ${candidates.join(', ')}.`;
    throw requestError('ROWS_AMBIGUOUS', message, { extensions: { candidates, argument: 'rows' } });
  }
  return path;
}

function checkedPath(shape: ObjectShape, text: string): readonly string[] {
  const lists = listsIn(shape, [], true);
  return lists.find((path) => shown(path) === text) ?? refuse('rows', 'a list of the answer', lists.map(shown), text);
}

function refuse(argument: string, what: string, candidates: readonly string[], found: string): never {
  const list = candidates.length > 0 ? `one of ${candidates.join(', ')}` : 'nothing, since there is none';
  throw requestError('BAD_USER_INPUT', `"${argument}" takes ${what}, here ${list}; found ${JSON.stringify(found)}.`, {
    extensions: { argument, candidates },
  });
}

/** A list on the way to the rows, and the objects above it. */
interface Level {
  /** Columns of what stands beside the list, which are repeated in each of its rows. */
  readonly columns: readonly ReadColumn[];
  readonly keys: readonly string[];
  readonly list: ListShape;
}

function partOf(
  root: ObjectShape,
  rows: readonly string[],
  explode: string | null,
): { readonly part: TablePart; readonly columns: readonly ReadColumn[] } {
  const levels: Level[] = [];
  let shape: Shape = root;
  let above: readonly string[] = [];
  for (let rest = rows; rest.length > 0;) {
    const { list, keys } = nextList(shape, rest);
    const columns = columnsOf(shape, above, (_path, { kind }) => kind === 'list');
    levels.push({ columns, keys, list });
    above = [...above, ...keys];
    rest = rest.slice(keys.length);
    shape = list.item;
  }
  const item = shape;
  const exploded = explode === null ? null : explodedList(item, explode);
  const name = rows.at(-1) ?? '';
  const path = item.kind === 'object' ? [] : [name];
  const own = columnsOf(item, path, (each) => exploded !== null && shown(each) === shown(exploded.keys));
  const below = exploded ? columnsOf(exploded.list.item, exploded.keys) : [];
  return {
    part: {
      rows,
      paging: levels.length === 1 ? (levels[0]?.list.paging ?? null) : null,
      read: (data) => readRows(levels, own, exploded && { ...exploded, columns: below }, data),
    },
    columns: [...levels.flatMap(({ columns }) => columns), ...own, ...below],
  };
}

function nextList(shape: Shape, path: readonly string[]): Pick<Level, 'keys' | 'list'> {
  let found = shape;
  for (const [place, key] of path.entries()) {
    found = (found.kind === 'object' ? found.fields.get(key) : undefined) ?? found;
    if (found.kind === 'list') {
      return { list: found, keys: path.slice(0, place + 1) };
    }
  }
  throw new Error(`Expected a path of a list, found ${shown(path)}.`);
}

function explodedList(item: Shape, explode: string): Pick<Level, 'keys' | 'list'> {
  const lists = listsIn(item, [], false);
  const path = lists.find((each) => shown(each) === explode || each.join('_') === explode);
  return path ? nextList(item, path) : refuse('explode', 'a list in a row', lists.map(shown), explode);
}

function* readRows(
  [level, ...levels]: readonly Level[],
  own: readonly ReadColumn[],
  exploded: Level | null,
  object: unknown,
  above: readonly Cell[] = [],
): Rows {
  if (level) {
    const beside = [...above, ...cellsOf(level.columns, object)];
    for (const item of itemsOf(level, object)) {
      yield* readRows(levels, own, exploded, item, beside);
    }
    return;
  }
  const cells = [...above, ...cellsOf(own, object)];
  if (!exploded) {
    yield cells;
    return;
  }
  const items = itemsOf(exploded, object);
  for (const item of items.length > 0 ? items : [null]) {
    yield [...cells, ...cellsOf(exploded.columns, item)];
  }
}

const cellsOf = (columns: readonly ReadColumn[], object: unknown): readonly Cell[] =>
  columns.map(({ read }) => read(object));

const itemsOf = ({ keys, list }: Pick<Level, 'keys' | 'list'>, object: unknown): readonly unknown[] =>
  list.items(keys.reduce(valueAt, object));

/** Names the columns by their paths in lower case, `name_en`, each once: a second one of a name gets a number. */
function named(columns: readonly ReadColumn[]): readonly Column[] {
  const taken = new Set<string>();
  return columns.map(({ path, type, field }) => {
    const base = path.join('_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    let name = base;
    for (let number = 2; taken.has(name); number += 1) {
      name = `${base}_${number}`;
    }
    taken.add(name);
    return { name, type, path, field };
  });
}
