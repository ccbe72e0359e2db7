import type { GraphQLField } from 'graphql';

import { valueAt, type LeafShape, type Shape } from './shape.js';

/** A value of a table; a date is YYYY-MM-DD. */
export type Cell = string | number | boolean | null;

/** The type of a column's values. */
export type ColumnType = 'text' | 'integer' | 'number' | 'boolean' | 'date';

/** A column of a table, as the document and the schema say it. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** The keys of its value, without those of connections. */
  readonly path: readonly string[];
  /** The field of the schema that its values are of; null for the length of a list. */
  readonly field: GraphQLField<unknown, unknown> | null;
}

/** A column with how its value is read from an object of the answer. */
export interface ReadColumn extends Omit<Column, 'name'> {
  readonly read: (object: unknown) => Cell;
}

const types: Readonly<Record<string, ColumnType>> = {
  Int: 'integer',
  Float: 'number',
  Boolean: 'boolean',
  Date: 'date',
};

/** What stands between the values of a list in one cell, and of lists in it. */
const separators = ['; ', ', ', ' / '];

/**
 * The columns of a shape: one for each value. A list has one for each value of its items, joined in their order with the
 * places of missing ones kept, and one for their number. `isLeftOut` is of paths that have no columns.
 */
export function columnsOf(
  shape: Shape,
  path: readonly string[],
  isLeftOut: (path: readonly string[], shape: Shape) => boolean = () => false,
  depth = 0,
): readonly ReadColumn[] {
  switch (shape.kind) {
    case 'leaf':
      return [leafColumn(shape, path)];
    case 'object':
      return Array.from(shape.fields).flatMap(([key, field]) => {
        const below = [...path, key];
        return isLeftOut(below, field)
          ? []
          : columnsOf(field, below, isLeftOut, depth).map((column) => ({
              ...column,
              read: (object: unknown) => column.read(valueAt(object, key)),
            }));
      });
    case 'list': {
      const { items } = shape;
      const separator = separators[depth] ?? ' / ';
      const joined = columnsOf(shape.item, path, isLeftOut, depth + 1).map(({ read, ...column }): ReadColumn => ({
        ...column,
        type: 'text',
        read: (list) =>
          list === null || list === undefined
            ? null
            : items(list)
                .map((item) => read(item) ?? '')
                .join(separator),
      }));
      const count: ReadColumn = {
        path: [...path, 'count'],
        type: 'integer',
        field: null,
        read: (list) => (list === null || list === undefined ? null : items(list).length),
      };
      return [...joined, count];
    }
  }
}

const leafColumn = ({ type, field }: LeafShape, path: readonly string[]): ReadColumn => ({
  path,
  type: types[type] ?? 'text',
  field,
  read: (value) => (value ?? null) as Cell,
});
