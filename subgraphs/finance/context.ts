import type { RequestScope } from '../../platform/request-scope.js';
import { createVocabularyContext, type VocabularyContext } from '../../vocabulary/context.js';
import { Repository } from '../../vocabulary/record/repository.js';
import type { Fund } from './fund/fund.entity.js';
import { fundFilterFields } from './fund/fund.inputs.js';
import type { Project } from './project/project.entity.js';
import { projectFilterFields } from './project/project.inputs.js';
import type { Sale } from './sale/sale.entity.js';
import { saleFilterFields } from './sale/sale.inputs.js';

/** What the resolvers of finance find in their context. */
export interface FinanceContext extends VocabularyContext {
  readonly funds: Repository<Fund>;
  readonly projects: Repository<Project>;
  readonly sales: Repository<Sale>;
}

export function createFinanceContext(scope: RequestScope): FinanceContext {
  return {
    ...createVocabularyContext(scope),
    funds: new Repository(scope, 'Fund', 'fund', fundFilterFields),
    projects: new Repository(scope, 'Project', 'project', projectFilterFields),
    sales: new Repository(scope, 'Sale', 'sale', saleFilterFields),
  };
}
