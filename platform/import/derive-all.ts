import { rolesOf } from '../visibility/audience.js';
import { storedRoles, type DatasetEntity } from './dataset.js';
import type { DerivationInput, Derived } from './derivation.js';
import type { EntityRows, ReadTable } from './table.js';
import type { ImportTarget } from './target.js';

/** What follows from new rows of a data set for each subgraph, and from those of other data sets: before any write. */
export async function deriveAll(
  targets: readonly ImportTarget[],
  { id: dataset, visibility }: Pick<DatasetEntity, 'id' | 'visibility'>,
  tables: ReadonlyMap<string, ReadTable>,
  rows: readonly (readonly EntityRows[])[],
): Promise<readonly Derived[]> {
  const stored = await storedRoles(targets);
  const own = rolesOf(visibility);
  const rolesOfDataset = (id: string): readonly string[] => (id === dataset ? own : (stored.get(id) ?? []));
  const derived = await Promise.all(
    targets.map(async ({ subgraph: { derivation }, database }, place) => {
      const input: DerivationInput = {
        targets,
        database,
        dataset,
        tables,
        rows: rows[place] ?? [],
        rolesOf: rolesOfDataset,
      };
      return { derivation, input, own: await derivation.derive(input) };
    }),
  );
  const findings = derived.flatMap(({ own }) => own.findings);
  return Promise.all(
    derived.map(async ({ derivation, input, own }) => ({
      ...own,
      replaced: [...own.replaced, ...((await derivation.gather?.(input, findings)) ?? [])],
    })),
  );
}
