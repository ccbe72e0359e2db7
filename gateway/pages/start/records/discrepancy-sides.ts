import query from '../../../../documents/pages/discrepancy-sides.graphql?raw';
import type {
  DiscrepanciesFilter,
  StartDiscrepancySidesQuery,
  StartDiscrepancySidesQueryVariables,
} from '../../generated/graphql.js';
import { ask } from '../graph.js';
import { language } from '../language.js';

/** The figures of the reports that do not fit together, by the id of their discrepancy. */
export type Sides = ReadonlyMap<string, readonly string[]>;

/** Asks for the sides of discrepancies; empty while the graph does not answer, since each says in words what does not fit. */
export async function askSides(filter: DiscrepanciesFilter, signal: AbortSignal): Promise<Sides> {
  const variables: StartDiscrepancySidesQueryVariables = { filter, language: language() };
  const answer = await ask<StartDiscrepancySidesQuery>(query, variables, signal).catch(() => null);
  const nodes = answer?.data.discrepancies?.nodes ?? [];
  return new Map(
    nodes.map(({ id, between }) => [id, (between ?? []).flatMap(({ figure }) => (figure ? [figure.text] : []))]),
  );
}
