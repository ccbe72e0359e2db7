import { isObject, valueAt, type Cut, type Json, type Path } from './rows.js';

type JsonObject = Readonly<Record<string, Json>>;

interface Connection {
  readonly path: Path;
  readonly value: JsonObject;
}

/**
 * The cursor at which the one list of an answer that goes on does so; null where none does, where several do, and where
 * the answer does not have it. Of a list that was cut it is the cursor of the last row that is left; `whole` are the data
 * before that.
 */
export function nextCursor(data: Json, cuts: readonly Cut[], whole: Json): string | null {
  const cursors = connectionsIn(data, []).flatMap((connection) => {
    const { pageInfo } = connection.value as { readonly pageInfo: Readonly<Record<string, Json>> };
    if (cuts.some(({ path }) => isRowsOf(path, connection))) {
      return [cursorOfLast(connection, valueAt(whole, connection.path))];
    }
    return pageInfo['hasNextPage'] === true ? [textOr(pageInfo['endCursor'])] : [];
  });
  return cursors.length === 1 ? (cursors[0] ?? null) : null;
}

/** The connections of a value that are in no other one, of which the answer has where they end. */
function connectionsIn(value: Json, path: Path): Connection[] {
  if (value === null || typeof value !== 'object') {
    return [];
  }
  if (!Array.isArray(value) && isObject(value['pageInfo']) && (value['nodes'] ?? value['edges']) !== undefined) {
    return [{ path, value }];
  }
  return Object.entries(value).flatMap(([key, each]) =>
    connectionsIn(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

const isRowsOf = (path: Path, connection: Connection): boolean =>
  path.length === connection.path.length + 1 && connection.path.every((key, place) => path[place] === key);

/** The cursor of the last row: as the row has it, or as the list would make it of the row's id. */
function cursorOfLast({ value }: Connection, whole: Json | undefined): string | null {
  const last = lastRowOf(value);
  const own = textOr(last?.['cursor']);
  if (own !== null || !last || !isObject(whole)) {
    return own;
  }
  // A cursor is the list and the id (`platform/page.ts`), but of some lists something else: that of the last row tells.
  const { pageInfo } = whole;
  const end = Buffer.from(textOr(isObject(pageInfo) ? pageInfo['endCursor'] : null) ?? '', 'base64url').toString();
  const [list = ''] = end.split(':', 1);
  const id = idOf(last);
  return id !== null && end === `${list}:${idOf(lastRowOf(whole) ?? {})}`
    ? Buffer.from(`${list}:${id}`).toString('base64url')
    : null;
}

function lastRowOf(connection: JsonObject): JsonObject | undefined {
  const rows = connection['edges'] ?? connection['nodes'];
  const last = Array.isArray(rows) ? rows.at(-1) : undefined;
  return isObject(last) ? last : undefined;
}

const idOf = ({ id, node }: JsonObject): string | null => textOr(id) ?? (isObject(node) ? textOr(node['id']) : null);

const textOr = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
