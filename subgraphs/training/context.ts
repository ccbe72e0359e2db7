import type { RequestScope } from '../../platform/request-scope.js';
import { createVocabularyContext, type VocabularyContext } from '../../vocabulary/context.js';
import { Repository } from '../../vocabulary/record/repository.js';
import type { Course } from './course/course.entity.js';
import { courseFilterFields } from './course/course.inputs.js';
import type { ExpertExchange } from './expert-exchange/expert-exchange.entity.js';
import { expertExchangeFilterFields } from './expert-exchange/expert-exchange.inputs.js';
import type { Secondment } from './secondment/secondment.entity.js';
import { secondmentFilterFields } from './secondment/secondment.inputs.js';

/** What the resolvers of training find in their context. */
export interface TrainingContext extends VocabularyContext {
  readonly courses: Repository<Course>;
  readonly secondments: Repository<Secondment>;
  readonly expertExchanges: Repository<ExpertExchange>;
}

export function createTrainingContext(scope: RequestScope): TrainingContext {
  return {
    ...createVocabularyContext(scope),
    courses: new Repository(scope, 'Course', 'course', courseFilterFields),
    secondments: new Repository(scope, 'Secondment', 'secondment', secondmentFilterFields),
    expertExchanges: new Repository(scope, 'ExpertExchange', 'expertExchange', expertExchangeFilterFields),
  };
}
