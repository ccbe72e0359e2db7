import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { Party, type PartyReference } from '../../../vocabulary/party/party.js';
import { recordResolver } from '../../../vocabulary/record/record-resolver.js';
import { Term } from '../../../vocabulary/record/term.js';
import type { LabourContext } from '../context.js';
import { JobFair, JobFairConnection } from './job-fair.entity.js';
import { JobFairListArguments } from './job-fair.inputs.js';

/** The root fields of records of job fairs, and which is a part of which. */
export const JobFairRecordResolver = recordResolver<JobFair, LabourContext>({
  type: JobFair,
  connection: JobFairConnection,
  listArguments: JobFairListArguments,
  table: 'jobFair',
  one: 'jobFair',
  many: 'jobFairs',
  words: ['record of job fairs', 'records of job fairs'],
  repository: ({ jobFairs }) => jobFairs,
});

@Resolver(() => JobFair)
export class JobFairResolver {
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
}
