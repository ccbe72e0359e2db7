import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { listSize, type List } from '../../../vocabulary/connection.js';
import { Party, type PartyReference } from '../../../vocabulary/party.js';
import { partsIn } from '../../../vocabulary/repository.js';
import { Term } from '../../../vocabulary/term.js';
import type { LabourContext } from '../context.js';
import { PairingExtension } from '../pairing/pairing.extension.js';
import { JobFair, JobFairConnection } from './job-fair.entity.js';
import { JobFairListArguments } from './job-fair.inputs.js';

@Resolver(() => JobFair)
export class JobFairResolver {
  @Query(() => JobFair, { nullable: true, description: 'The job fair with this id; null when there is none.' })
  async jobFair(
    @Arg('id', () => ID, { description: 'Id of the job fair.' }) id: string,
    @Ctx() { jobFairs }: LabourContext,
  ): Promise<JobFair | null> {
    return jobFairs.byId(id);
  }

  @Directive(listSize)
  @Query(() => JobFairConnection, { nullable: true, description: 'Job fairs, by id.' })
  jobFairs(
    @Args(() => JobFairListArguments) args: JobFairListArguments,
    @Ctx() { jobFairs }: LabourContext,
  ): List<JobFair> {
    return jobFairs.list(args);
  }

  @FieldResolver(() => [Party], { nullable: true, description: 'Who holds them; empty where the source names nobody.' })
  async organisers(@Root() jobFair: JobFair, @Ctx() { parties }: LabourContext): Promise<readonly PartyReference[]> {
    return parties.of(jobFair.id, 'PROVIDER');
  }

  @FieldResolver(() => Party, {
    nullable: true,
    description: 'Whose people they are for; null where the source does not say.',
  })
  async recipient(@Root() jobFair: JobFair, @Ctx() { parties }: LabourContext): Promise<PartyReference | null> {
    return parties.onlyOne(jobFair.id, 'RECIPIENT');
  }

  @FieldResolver(() => Party, {
    nullable: true,
    description: 'Where they are held; null where the source does not say.',
  })
  async host(@Root() jobFair: JobFair, @Ctx() { parties }: LabourContext): Promise<PartyReference | null> {
    return parties.onlyOne(jobFair.id, 'HOST');
  }

  @FieldResolver(() => [Term], {
    description: 'The ways of recruiting that went with them (招聘方式); empty where the source names none.',
  })
  async channels(@Root() jobFair: JobFair, @Ctx() { terms }: LabourContext): Promise<readonly Term[]> {
    return terms.of(jobFair.id);
  }

  @FieldResolver(() => [PairingExtension], {
    nullable: true,
    description: 'The pairings it belongs to; several where the source reports one number for them.',
  })
  async pairings(
    @Root() jobFair: JobFair,
    @Ctx() { recordPairings }: LabourContext,
  ): Promise<readonly { id: string }[]> {
    return recordPairings.of(jobFair.id);
  }

  @FieldResolver(() => JobFair, {
    nullable: true,
    description: 'The record that this one is a part of, so that it is not added twice; null where it stands alone.',
  })
  async includedIn(@Root() jobFair: JobFair, @Ctx() { jobFairs }: LabourContext): Promise<JobFair | null> {
    return jobFair.includedInId === null ? null : jobFairs.byId(jobFair.includedInId);
  }

  @Directive(listSize)
  @FieldResolver(() => JobFairConnection, { nullable: true, description: 'Records that count a part of these fairs.' })
  parts(
    @Root() jobFair: JobFair,
    @Args(() => JobFairListArguments) args: JobFairListArguments,
    @Ctx() { jobFairs }: LabourContext,
  ): List<JobFair> {
    return jobFairs.listOf(partsIn('jobFair'), jobFair.id, args);
  }
}
