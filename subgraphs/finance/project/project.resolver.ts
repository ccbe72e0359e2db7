import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/connection.js';
import { Party, type PartyReference } from '../../../vocabulary/party.js';
import { partsIn } from '../../../vocabulary/repository.js';
import { listKey, Term } from '../../../vocabulary/term.js';
import type { FinanceContext } from '../context.js';
import { Fund } from '../fund/fund.entity.js';
import { OrganisationExtension } from '../organisation/organisation.extension.js';
import { PairingExtension } from '../pairing/pairing.extension.js';
import { RegionExtension } from '../region/region.extension.js';
import { Project, ProjectConnection } from './project.entity.js';
import { ProjectListArguments } from './project.inputs.js';

@Resolver(() => Project)
export class ProjectResolver {
  @Query(() => Project, { nullable: true, description: 'The project with this id; null when there is none.' })
  async project(
    @Arg('id', () => ID, { description: 'Id of the project.' }) id: string,
    @Ctx() { projects }: FinanceContext,
  ): Promise<Project | null> {
    return projects.byId(id);
  }

  @Directive(listSize)
  @Query(() => ProjectConnection, { nullable: true, description: 'Projects and counts of projects, by id.' })
  projects(
    @Args(() => ProjectListArguments) args: ProjectListArguments,
    @Ctx() { projects }: FinanceContext,
  ): List<Project> {
    return projects.list(args);
  }

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

  @FieldResolver(() => [PairingExtension], {
    nullable: true,
    description:
      'The pairings it belongs to; several where the source reports one number for them. Empty where it belongs to a region alone.',
  })
  async pairings(
    @Root() project: Project,
    @Ctx() { recordPairings }: FinanceContext,
  ): Promise<readonly { id: string }[]> {
    return recordPairings.of(project.id);
  }

  @FieldResolver(() => Project, {
    nullable: true,
    description:
      'The project or count of projects that this one is a part of, so that it is not added twice; null where it stands alone.',
  })
  async includedIn(@Root() project: Project, @Ctx() { projects }: FinanceContext): Promise<Project | null> {
    return project.includedInId === null ? null : projects.byId(project.includedInId);
  }

  @Directive(listSize)
  @FieldResolver(() => ProjectConnection, {
    nullable: true,
    description: 'Projects that are a part of this one: those of a count that are finished, a boardwalk in a town.',
  })
  parts(
    @Root() project: Project,
    @Args(() => ProjectListArguments) args: ProjectListArguments,
    @Ctx() { projects }: FinanceContext,
  ): List<Project> {
    return projects.listOf(partsIn('project'), project.id, args);
  }
}
