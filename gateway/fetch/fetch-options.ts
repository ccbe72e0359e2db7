import type { GraphQLDataSourceProcessOptions } from '@apollo/gateway';

import type { ShapeCheck } from './shape.js';

/** What a data source is asked. */
export type FetchOptions = GraphQLDataSourceProcessOptions & {
  /** Whether the data that it gives are of the shape that the query selects. Each entity is asked for once. */
  readonly fits?: ShapeCheck;
};
