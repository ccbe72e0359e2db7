import type { RequestScope } from '../../platform/subgraph.js';
import { createVocabularyContext, type VocabularyContext } from '../../vocabulary/context.js';
import { Repository } from '../../vocabulary/repository.js';
import type { Placement } from './placement/placement.entity.js';
import { placementFilterFields } from './placement/placement.inputs.js';

/** What the resolvers of labour find in their context. */
export interface LabourContext extends VocabularyContext {
  readonly placements: Repository<Placement>;
}

export function createLabourContext(scope: RequestScope): LabourContext {
  return {
    ...createVocabularyContext(scope),
    placements: new Repository(scope, 'Placement', 'placement', placementFilterFields),
  };
}
