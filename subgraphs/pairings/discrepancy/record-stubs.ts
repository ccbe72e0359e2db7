import { Directive, Field, ObjectType, type ClassType } from 'type-graphql';

import { Figure } from '../../../vocabulary/figure/figure.js';
import { recordTables, type RecordName } from '../../../vocabulary/record/record-tables.js';
import { Reported } from '../../../vocabulary/record/reported.js';
import { records } from '../records.js';

/** A type of record as this subgraph sees it that does not own it: it knows the id, and its owner the rest. */
function recordStub(name: string): ClassType<Reported> {
  @Directive('@key(fields: "id")')
  @ObjectType(name, { implements: Reported })
  class RecordStub {
    @Directive('@external')
    @Field(() => String, { nullable: true })
    readonly note!: string | null;

    @Directive('@external')
    @Field(() => String, { nullable: true })
    readonly noteZh!: string | null;

    @Directive('@external')
    @Field(() => Figure, { nullable: true })
    readonly figure!: Figure | null;
  }
  return RecordStub as unknown as ClassType<Reported>;
}

const isOwn = (name: RecordName): boolean => records.some((record) => record.name === name);

/** The types of records that other subgraphs own, by name. */
export const recordStubs: Readonly<Record<string, ClassType<Reported>>> = Object.fromEntries(
  (Object.keys(recordTables) as RecordName[]).filter((name) => !isOwn(name)).map((name) => [name, recordStub(name)]),
);
