import type { RequestScope } from '../../platform/subgraph.js';
import { createVocabularyContext, type VocabularyContext } from '../../vocabulary/context.js';
import { Repository } from '../../vocabulary/repository.js';
import type { Fund } from './fund/fund.entity.js';
import { fundFilterFields } from './fund/fund.inputs.js';

/** What the resolvers of finance find in their context. */
export interface FinanceContext extends VocabularyContext {
  readonly funds: Repository<Fund>;
}

export function createFinanceContext(scope: RequestScope): FinanceContext {
  return { ...createVocabularyContext(scope), funds: new Repository(scope, 'Fund', 'fund', fundFilterFields) };
}
