import { countAddition, countTotalArguments, type CountTotalArguments } from '../../../vocabulary/count-total.js';
import type { Addition } from '../../../vocabulary/total.repository.js';
import { projectFilterFields, ProjectsFilter } from './project.inputs.js';

export const ProjectTotalArguments = countTotalArguments(() => ProjectsFilter);
export type ProjectTotalArguments = CountTotalArguments;

/** What a total of projects adds. Throws BAD_USER_INPUT. */
export function projectAddition(args: ProjectTotalArguments): Addition {
  return countAddition('project', projectFilterFields, 'PROJECT', args);
}
