import { GraphQLError, type GraphQLFormattedError } from 'graphql';

import type { CompiledFetch } from './compiled-plan.js';
import type { Data } from './data.js';
import { pathsAt, type Path } from './places.js';

/** The errors of a fetch as those of the operation. */
export class FetchErrors {
  private paths: readonly Path[] | undefined;

  /** `placeOf` has the place of each object among the entities that were asked for. */
  constructor(
    private readonly fetch: Pick<CompiledFetch, 'subgraph' | 'place' | 'reader'>,
    private readonly data: Data,
    private readonly placeOf: readonly number[],
  ) {}

  /** An error of an entity comes once for each object that the entity is for. */
  of(errors: readonly GraphQLFormattedError[]): GraphQLError[] {
    return errors.flatMap((error) => this.pathsOf(error).map((path) => this.error(error, path)));
  }

  private pathsOf({ path }: GraphQLFormattedError): readonly (Path | undefined)[] {
    if (!path) {
      return [undefined];
    }
    const [, entity, ...below] = path;
    if (!this.fetch.reader || typeof entity !== 'number') {
      return [[...this.fetch.place, ...path]];
    }
    const paths = (this.paths ??= pathsAt(this.data, this.fetch.place));
    const places = this.placeOf.flatMap((place, index) => (place === entity ? [paths[index] ?? []] : []));
    return places.length === 0 ? [below] : places.map((place) => [...place, ...below]);
  }

  private error(error: GraphQLFormattedError, path: Path | undefined): GraphQLError {
    const { subgraph } = this.fetch;
    return new GraphQLError(error.message || `The ${subgraph} subgraph failed.`, {
      path: path ?? null,
      originalError: error as GraphQLError,
      extensions: {
        ...error.extensions,
        code: error.extensions?.['code'] ?? 'DOWNSTREAM_SERVICE_ERROR',
        serviceName: subgraph,
      },
    });
  }
}
