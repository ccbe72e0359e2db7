import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { Party, type PartyReference } from '../../../vocabulary/party/party.js';
import { recordResolver } from '../../../vocabulary/record/record-resolver.js';
import { listKey, Term } from '../../../vocabulary/record/term.js';
import type { FinanceContext } from '../context.js';
import { Fund } from '../fund/fund.entity.js';
import { OrganisationExtension } from '../organisation/organisation.extension.js';
import { RegionExtension } from '../region/region.extension.js';
import { Project, ProjectConnection } from './project.entity.js';
import { ProjectListArguments } from './project.inputs.js';

/** The root fields of projects, and which is a part of which. */
export const ProjectRecordResolver = recordResolver<Project, FinanceContext>({
  type: Project,
  connection: ProjectConnection,
  listArguments: ProjectListArguments,
  table: 'project',
  one: 'project',
  many: 'projects',
  words: ['project', 'projects and counts of projects'],
  repository: ({ projects }) => projects,
});

@Resolver(() => Project)
export class ProjectResolver {
  @FieldResolver(() => Fund, {
    nullable: true,
    description: 'The fund that pays for it; null where the source does not say which.',
  })
  async fund(@Root() project: Project, @Ctx() { funds }: FinanceContext): Promise<Fund | null> {
    return project.fundId === null ? null : funds.byId(project.fundId);
  }

  @FieldResolver(() => RegionExtension, {
    nullable: true,
    description: 'Where it is: the smallest region that the source names; null where it names none.',
  })
  async place(@Root() project: Project, @Ctx() { parties }: FinanceContext): Promise<PartyReference | null> {
    return parties.onlyOne(project.id, 'PLACE');
  }

  @FieldResolver(() => [Party], {
    nullable: true,
    description: 'Who pays for it or supports it; empty where the source does not say.',
  })
  async donors(@Root() project: Project, @Ctx() { parties }: FinanceContext): Promise<readonly PartyReference[]> {
    return parties.of(project.id, 'DONOR');
  }

  @FieldResolver(() => [Party], {
    nullable: true,
    description: 'Who plans or leads it, or whose experience it uses; empty where the source does not say.',
  })
  async providers(@Root() project: Project, @Ctx() { parties }: FinanceContext): Promise<readonly PartyReference[]> {
    return parties.of(project.id, 'PROVIDER');
  }

  @FieldResolver(() => OrganisationExtension, {
    nullable: true,
    description: 'The body that it is for, such as a school; null where it is for no single one.',
  })
  async beneficiary(@Root() project: Project, @Ctx() { parties }: FinanceContext): Promise<PartyReference | null> {
    return parties.onlyOne(project.id, 'BENEFICIARY');
  }

  @FieldResolver(() => [Term], {
    description:
      'What the source lists in it: plans of a programme, projects of a group; empty where it lists nothing.',
  })
  async items(@Root() project: Project, @Ctx() { terms }: FinanceContext): Promise<readonly Term[]> {
    return terms.of(listKey(project.id, 'items'));
  }

  @FieldResolver(() => [Term], {
    description: 'The steps that the source reports, each with its state in English; empty where it reports none.',
  })
  async milestones(@Root() project: Project, @Ctx() { terms }: FinanceContext): Promise<readonly Term[]> {
    return terms.of(listKey(project.id, 'milestones'));
  }
}
