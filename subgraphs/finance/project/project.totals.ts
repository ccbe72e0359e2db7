import { countAddition, countTotalArguments, type CountTotalArguments } from '../../../vocabulary/total/count-total.js';
import { withParts } from '../../../vocabulary/total/total-arguments.js';
import type { Addition } from '../../../vocabulary/total/total.repository.js';
import { projectFilterFields, ProjectsFilter } from './project.inputs.js';

export const ProjectTotalArguments = countTotalArguments(() => ProjectsFilter);
export type ProjectTotalArguments = CountTotalArguments;

export const ProjectTotalWithParts = withParts(ProjectTotalArguments);
export type ProjectTotalWithParts = InstanceType<typeof ProjectTotalWithParts>;

/** What a total of projects adds. Throws BAD_USER_INPUT. */
export function projectAddition(args: CountTotalArguments): Addition {
  return countAddition('project', projectFilterFields, 'PROJECT', args);
}
