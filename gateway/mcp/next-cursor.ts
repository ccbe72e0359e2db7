import { isObject, type Cut, type Json, type Path } from './rows.js';

interface Connection {
  readonly path: Path;
  readonly value: { readonly [name: string]: Json };
}

/**
 * The cursor at which the one list of an answer that goes on does so; null where none does, where several do, and where
 * the answer does not have it. Of a list that was cut it is the cursor of the last row that is left.
 */
export function nextCursor(data: Json, cuts: readonly Cut[]): string | null {
  const cursors = connectionsIn(data, []).flatMap((connection) => {
    const { pageInfo } = connection.value as { readonly pageInfo: Readonly<Record<string, Json>> };
    if (cuts.some(({ path }) => isRowsOf(path, connection))) {
      return [cursorOfLast(connection, pageInfo['endCursor'])];
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

function cursorOfLast({ value }: Connection, end: Json | undefined): string | null {
  const rows = value['edges'] ?? value['nodes'];
  const last = Array.isArray(rows) ? rows.at(-1) : undefined;
  if (!isObject(last)) {
    return null;
  }
  return textOr(last['cursor']) ?? cursorLike(end, idOf(last));
}

function idOf(row: { readonly [name: string]: Json }): string | null {
  const { id, node, record } = row;
  return textOr(id) ?? [node, record].filter(isObject).map((each) => textOr(each['id']))[0] ?? null;
}

/** A cursor is the list and the id of a row: `platform/page.ts`. */
function cursorLike(end: Json | undefined, id: string | null): string | null {
  const [, list] = /^([^:]+):/.exec(Buffer.from(textOr(end) ?? '', 'base64url').toString()) ?? [];
  return list === undefined || id === null ? null : Buffer.from(`${list}:${id}`).toString('base64url');
}

const textOr = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
