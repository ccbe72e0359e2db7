import { Directive, Field, ObjectType, type ClassType } from 'type-graphql';

import { Figure } from '../../../vocabulary/figure/figure.js';
import { Reported } from '../../../vocabulary/record/reported.js';

/** The types of records of this subgraph, and the CSV table of each. */
export const ownRecords = {
  Pairing: 'pairings.csv',
  Provision: 'provisions.csv',
  Exchange: 'exchanges.csv',
  Outcome: 'outcomes.csv',
} as const;
export type OwnRecord = keyof typeof ownRecords;

/** The types of records of other subgraphs that a discrepancy can be between, and the CSV table of each. */
export const foreignRecords: Readonly<Record<string, string>> = {
  Fund: 'funds.csv',
  Project: 'projects.csv',
  Sale: 'sales.csv',
  JobFair: 'job_fairs.csv',
  JobOffer: 'job_offers.csv',
  Placement: 'placements.csv',
  Station: 'stations.csv',
  Course: 'courses.csv',
  Secondment: 'secondments.csv',
  ExpertExchange: 'expert_exchanges.csv',
};

/** A type of record as this subgraph sees it that does not own it: it knows the id, and its owner the rest. */
function recordStub(name: string): ClassType<Reported> {
  @Directive('@key(fields: "id")')
  @ObjectType(name, { implements: Reported })
  class RecordStub {
    @Directive('@external')
    @Field(() => String, { nullable: true })
    readonly note!: string | null;

    @Directive('@external')
    @Field(() => Figure, { nullable: true })
    readonly figure!: Figure | null;
  }
  return RecordStub as unknown as ClassType<Reported>;
}

/** The stubs of `foreignRecords`, by name. */
export const recordStubs: Readonly<Record<string, ClassType<Reported>>> = Object.fromEntries(
  Object.keys(foreignRecords).map((name) => [name, recordStub(name)]),
);
