import { Float, ID, Int } from 'type-graphql';

import type { RowPage, RowReader } from './row-page.js';

/** What a cell of a row has. */
export type Scalar = string | number | boolean | null;

/** A column of a type of rows: its scalar, what it means, and how its value comes from a row of the table. */
export interface RowField<Row> {
  readonly type: 'ID' | 'String' | 'Int' | 'Float' | 'Boolean' | 'Date';
  readonly description: string;
  /** What has to be read for it beside the row. */
  readonly reads: readonly RowReader<Row>[];
  readonly value: (row: Row, page: RowPage) => Scalar;
}

/** The columns of a type of rows by name, in their order. */
export type RowFields<Row> = Readonly<Record<string, RowField<Row>>>;

/** The scalars of rows as TypeGraphQL names them. */
export const scalars: Readonly<Record<RowField<never>['type'], unknown>> = {
  ID,
  String,
  Int,
  Float,
  Boolean,
  Date,
};

/** A column that is a column of the table: the one of its own name. */
export const own = <Row>(
  column: keyof Row & string,
  description: string,
  type: RowField<Row>['type'] = 'String',
): RowField<Row> => ({ type, description, reads: [], value: (row) => scalarOf(row[column]) });

const scalarOf = (value: unknown): Scalar => (value === undefined ? null : (value as Scalar));

/** A column of the row alone. */
export const ofRow = <Row>(
  type: RowField<Row>['type'],
  description: string,
  value: (row: Row) => Scalar,
): RowField<Row> => ({ type, description, reads: [], value });

/** Several values in one cell, in their order, the places of missing ones kept; null where there is none. */
export const joined = (values: readonly (string | null)[]): string | null =>
  values.some((value) => value !== null) ? values.map((value) => value ?? '').join('; ') : null;
