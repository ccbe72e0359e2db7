import type { ClassType } from 'type-graphql';

import type { VocabularyContext } from '../context.js';
import type { StoredType } from '../record/repository.js';
import { groupKeyEnum, nestedKeys, type OwnKey } from './group-key.js';
import { totalHaving, type GroupArguments } from './group-arguments.js';
import { groupKeysType, keysOf } from './group-keys.js';
import { groupPageRequest, readGroupPage, rowOf } from './group-page.js';
import { groupedQuery, type Group, type GroupList } from './group-query.js';
import { keyedRecords, type KeySources } from './group-records.js';
import { totalSpec, type RecordTotal } from './record-total.js';
import { totalOf } from './tally.js';
import { readTotalRecords } from './total-records.repository.js';
import { groupKey, type KeyValues } from './total-spec.js';
import { readTallies } from './total.repository.js';
import { Total } from './total.js';

/** What groups of a type of record add, and where its keys are. */
export interface RecordGroups<Arguments extends GroupArguments = GroupArguments>
  extends RecordTotal<Arguments>, Omit<KeySources, 'own'> {
  readonly args: ClassType<Arguments>;
  readonly description: string;
  /** What the total of a group is, as its field says it. */
  readonly totalDescription: string;
  readonly kind: { readonly column: string; readonly type: object; readonly description: string };
}

/** What a type of record is grouped by, besides the keys of all. */
export interface GroupedType {
  readonly plural: string;
  /** Its CSV table. */
  readonly file: string;
  readonly own: Readonly<Record<string, OwnKey>>;
  /** The column whose value facets have; none without it. */
  readonly facetKind?: string | undefined;
  /** Its keys whose values lie in one another. */
  readonly nested: readonly string[];
}

/** The root fields that give groups of a type of record: `fundGroups`, and `fundGroupPage` with their number. */
export function groupQuery(
  type: StoredType,
  { plural, file, own, facetKind, nested }: GroupedType,
  groups: RecordGroups,
): Function {
  const { name, table } = type;
  return groupedQuery<GroupArguments>({
    name,
    table,
    plural,
    description: groups.description,
    keys: groupKeyEnum(name, plural, file, own),
    keysType: groupKeysType(name, plural, groups.kind, own),
    args: groups.args,
    measure: { name: 'total', type: Total, description: groups.totalDescription },
    read: (args, context) => readGroups(context, type, args, { ...groups, own, facetKind }, [...nestedKeys, ...nested]),
  });
}

/** Adds up records by keys, the first groups in order. Throws BAD_USER_INPUT. */
async function readGroups(
  context: VocabularyContext,
  type: StoredType,
  args: GroupArguments,
  groups: RecordGroups & Pick<GroupedType, 'own' | 'facetKind'>,
  nestedBy: readonly string[],
): Promise<GroupList> {
  const { database, loaders } = context;
  const { groupBy } = args;
  const spec = totalSpec(type, groups, args);
  groupPageRequest(args);
  const keyed = keyedRecords(spec.table, groupBy, groups);
  // What the arguments themselves leave out makes no group.
  const found = [...(await readTallies(database, keyed, spec)).values()].filter(({ tally }) => tally.isOfKind);
  const page = await readGroupPage(database, found, args, totalHaving.fields);
  const isOfPairings = groupBy.includes('PAIRING') && !groupBy.some((key) => /^(DONOR|RECIPIENT)/.test(key));
  const nested = groupBy.some((key) => nestedBy.includes(key));
  return {
    ...page,
    groups: page.groups.map(({ values, tally, cursor, following }): Group => {
      return {
        keys: keysOf(rowOf(keyed.keys, values), groups.own, context),
        total: totalOf(spec, tally, {
          sharedAmong: isOfPairings ? 'PAIRINGS' : 'PARTIES',
          recordType: type,
          readRecords: async (asked) =>
            (await loaders.one([type, groups.args, 'records'], [args, asked], groupKey(values), (all) =>
              readTotalRecords(
                database,
                keyed,
                spec,
                all.map((each) => JSON.parse(each) as KeyValues),
                asked,
              ),
            )) ?? { rows: [], hasNextPage: false },
        }),
        nested,
        cursor,
        following,
      };
    }),
  };
}
