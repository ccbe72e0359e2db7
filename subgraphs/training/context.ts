import type { RequestScope } from '../../platform/subgraph.js';
import { createVocabularyContext, type VocabularyContext } from '../../vocabulary/context.js';
import { Repository } from '../../vocabulary/repository.js';
import type { Course } from './course/course.entity.js';
import { courseFilterFields } from './course/course.inputs.js';

/** What the resolvers of training find in their context. */
export interface TrainingContext extends VocabularyContext {
  readonly courses: Repository<Course>;
}

export function createTrainingContext(scope: RequestScope): TrainingContext {
  return { ...createVocabularyContext(scope), courses: new Repository(scope, 'Course', 'course', courseFilterFields) };
}
