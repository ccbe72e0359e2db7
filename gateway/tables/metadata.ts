import type { GraphQLField } from 'graphql';

import type { Column, ColumnType } from './columns.js';
import { labelOf } from './labels.js';

/** What is said of a column, in the words of the Frictionless Table Schema, and more. */
export interface ColumnMetadata {
  readonly name: string;
  /** A type of Frictionless Table Schema. */
  readonly type: string;
  readonly title: { readonly en: string; readonly zh: string | null };
  /** The schema's own; null for the length of a list. */
  readonly description: string | null;
  /** The unit of its numbers, or the column that has it; null where it has none. */
  readonly unit: string | { readonly column: string } | null;
}

const types: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
};

/** What is said of the columns of a table. */
export function columnMetadata(columns: readonly Column[]): readonly ColumnMetadata[] {
  return columns.map((column) => ({
    name: column.name,
    type: types[column.type],
    title: { en: labelOf(column, 'en') ?? column.name, zh: labelOf(column, 'zh') },
    description: column.field?.description ?? null,
    unit: unitOf(column, columns),
  }));
}

/** Fields whose numbers are in the unit of the field `unit` beside them. */
const measured = new Set(['value', 'min', 'max']);

function unitOf({ path, field, type }: Column, columns: readonly Column[]): ColumnMetadata['unit'] {
  if (field === null || (type !== 'number' && type !== 'integer')) {
    return null;
  }
  const unit = columns.find(
    (other) => other.path.at(-1) === 'unit' && other.path.slice(0, -1).join() === path.slice(0, -1).join(),
  );
  if (measured.has(field.name) && unit) {
    return { column: unit.name };
  }
  return wordsOf(field);
}

/** The unit that the description of a field names; null where it names none. */
function wordsOf({ description }: GraphQLField<unknown, unknown>): string | null {
  const [, unit = null] = /\bin (yuan|kilometres|percent|persons)\b/.exec(description ?? '') ?? [];
  return unit;
}
