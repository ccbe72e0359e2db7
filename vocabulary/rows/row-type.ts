import { Field, Int, ObjectType, type ClassType } from 'type-graphql';

import { PageInfo } from '../record/connection.js';
import { scalars, type RowFields } from './row-field.js';

/** A connection of rows in Relay's plainest form, which business intelligence tools read. */
export interface RowConnection {
  readonly edges: readonly { readonly cursor: string; readonly node: object }[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/** The GraphQL type of rows with these columns: `FundRow`. */
export function rowType(name: string, description: string, fields: RowFields<never>): ClassType {
  class Row {}
  ObjectType(name, { description })(Row);
  for (const [field, { type, description: meaning }] of Object.entries(fields)) {
    Field(() => scalars[type] as never, { nullable: true, description: meaning })(Row.prototype, field);
  }
  return Row;
}

/** The connection of a type of rows: `FundRowConnection`. `of` is what the rows are of. */
export function rowConnection(name: string, of: string, type: ClassType): ClassType<RowConnection> {
  @ObjectType(`${name}Edge`, { description: `A row in a table, with its cursor.` })
  class Edge {
    @Field(() => String, { description: 'Place in the table, for `after`.' })
    readonly cursor!: string;

    @Field(() => type, { nullable: true, description: 'The row; null only when it cannot be read.' })
    readonly node!: object | null;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a table of ${of}.` })
  class Connection {
    @Field(() => [Edge], { nullable: 'itemsAndList', description: 'The rows of the page, each with its cursor.' })
    readonly edges!: Edge[] | null;

    @Field(() => PageInfo, { description: 'Whether and where the table goes on.' })
    readonly pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many rows the whole table has, over all pages.' })
    readonly totalCount!: number;
  }
  return Connection as unknown as ClassType<RowConnection>;
}
