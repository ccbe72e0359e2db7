import { Args, Ctx, Directive, FieldResolver, Resolver, Root, type ClassType } from 'type-graphql';

import type { TableImport } from '../../platform/import/table.js';
import type { VocabularyContext } from '../context.js';
import { Listing } from '../pairing/listing.js';
import { countQuery } from '../total/count-groups.js';
import { defaultGroups, defaultKeys } from '../total/default-groups.js';
import { ownKeysOf, type OwnKey } from '../total/group-key.js';
import { groupQuery, type RecordGroups } from '../total/group.js';
import type { RecordTotal } from '../total/record-total.js';
import type { ScopeDeclaration } from '../scope/declaration.js';
import { toOwnerIn } from './belonging.js';
import { listSize, type List } from './connection.js';
import type { Filter } from './filter.js';
import { listedType, rootFields, type ListedType } from './listed-type.js';
import { listsOf, recordImport, type RecordTable } from './record-import.js';
import { recordTables, type RecordName } from './record-tables.js';
import { recordRowQuery } from '../rows/record-row-query.js';
import type { Reported } from './reported.js';
import type { ListArguments } from './repository.js';

/** A type of record: all that lists, totals, the importer and the subgraph have to know of it. */
export interface RecordType<Row extends Reported = Reported> extends ListedType<Row> {
  readonly name: RecordName;
  readonly imports: TableImport;
  /** The lists that its records have, by the names of their columns and fields. */
  readonly lists: readonly string[];
  /** How its figures are told apart; null where they are none that could overlap. */
  readonly scope: ScopeDeclaration | null;
  /** The columns of its own by which it is grouped, and told apart. */
  readonly keyColumns: readonly string[];
  /** What a total of it adds; null where it has no totals. */
  readonly total: RecordTotal | null;
  /** The resolvers of its root fields, and of which record is a part of which. */
  readonly resolvers: readonly Function[];
}

/** What is said of a type of record to declare it. */
export interface RecordDeclaration {
  /** What one and several of its records are called in the descriptions of fields. */
  readonly words: readonly [one: string, several: string];
  readonly filter: Filter;
  readonly table: RecordTable;
  readonly scope?: ScopeDeclaration;
  readonly total?: RecordTotal;
  readonly groups?: RecordGroups;
}

/** Declares a type of record. Its CSV table and root fields are named by `recordTables`. */
export function recordType<Row extends Reported>(
  name: RecordName,
  type: ClassType<Row>,
  { words: [word, plural], filter, table, scope, total, groups: declared }: RecordDeclaration,
): RecordType<Row> {
  const listed = listedType(name, type, filter);
  const own = ownKeysOf(table.columns);
  const enumerations = Object.entries(table.columns).flatMap(([column, { enumeration }]) =>
    enumeration === undefined ? [] : [[column, enumeration] as const],
  );
  const keys = declared ?? defaultKeys(enumerations, scope ?? null);
  const groups = declared ?? (total && keys ? defaultGroups(plural, total, keys) : null);
  const grouped = {
    plural,
    file: recordTables[name],
    own,
    facetKind: scope?.kind,
    nested: nestedOf(scope, own, keys?.kind.column),
  };
  const list = { field: listField(name), description: `All ${plural}, by id.` };
  // Added to the same object: it is what the batches of loaders are told apart by.
  return Object.assign(listed, {
    name,
    imports: recordImport(name, type, listed.table, table),
    lists: listsOf(table.columns),
    scope: scope ?? null,
    keyColumns: [...Object.values(own).map(({ column }) => column), keys?.kind.column ?? [], scope?.kind ?? []].flat(),
    total: total ?? null,
    resolvers: [
      rootFields(listed, word, list),
      inclusionFields(listed, word, plural),
      listingField(listed, plural),
      ...(groups
        ? [groupQuery(listed, grouped, groups)]
        : keys
          ? [countQuery({ ...listed, filter }, grouped, keys)]
          : []),
      recordRowQuery(
        listed,
        plural,
        table.columns,
        total ? { apart: scope?.kind === undefined ? [] : [scope.kind] } : null,
        keys ?? undefined,
      ),
    ],
  });
}

/** The keys of a type’s own whose values lie in one another, KIND among them. */
const nestedOf = (
  scope: ScopeDeclaration | undefined,
  own: Readonly<Record<string, OwnKey>>,
  kind: string | undefined,
): readonly string[] =>
  [['KIND', kind ?? ''], ...Object.entries(own).map(([key, { column }]) => [key, column])].flatMap(
    ([key = '', column = '']) => (Object.keys(scope?.enumerations[column] ?? {}).length > 0 ? [key] : []),
  );

/** The root field that gives a list is named after the CSV table: `jobFairs`. */
const listField = (name: RecordName): string =>
  recordTables[name].replace('.csv', '').replace(/_(.)/g, (_match, letter: string) => letter.toUpperCase());

/** The field of a list that tells whether there may be others. */
function listingField<Row extends Reported>({ connection }: ListedType<Row>, plural: string): Function {
  @Resolver(() => connection)
  class ListingField {
    @FieldResolver(() => Listing, {
      nullable: true,
      description: `PARTIAL: one of the ${plural} is of a programme that has a round of which pairings are missing in the graph, so that the list may lack theirs, and \`totalCount\` with it. Null where none is, and of one pairing by itself.`,
    })
    async listing(@Root() { reader }: List<Row>): Promise<Listing | null> {
      return ((await reader.countPartial?.()) ?? 0) > 0 ? Listing.PARTIAL : null;
    }
  }
  return ListingField;
}

/** The fields that tell which record is a part of which. */
function inclusionFields<Row extends Reported>(listed: ListedType<Row>, word: string, plural: string): Function {
  const { type, connection, listArguments, table } = listed;
  const inWhole = toOwnerIn(table, 'includedInId');

  @Resolver(() => type)
  class InclusionFields {
    @FieldResolver(() => type, {
      nullable: true,
      description: `The ${word} that this one is a part of, so that it is not added twice; null where it stands alone.`,
    })
    async includedIn(@Root() { includedInId }: Reported, @Ctx() { rows }: VocabularyContext): Promise<Row | null> {
      return includedInId === null ? null : rows.of<Row>(listed).byId(includedInId);
    }

    @FieldResolver(() => type, {
      nullable: true,
      description: `The ${word} that this one may be a part of, the source leaving it open: a total that has that one leaves this one out. Null where there is no such doubt.`,
    })
    async mayBeIncludedIn(
      @Root() { mayBeIncludedInId }: Reported,
      @Ctx() { rows }: VocabularyContext,
    ): Promise<Row | null> {
      return mayBeIncludedInId === null ? null : rows.of<Row>(listed).byId(mayBeIncludedInId);
    }

    @Directive(listSize)
    @FieldResolver(() => connection, { nullable: true, description: `The ${plural} that are a part of this one.` })
    parts(
      @Root() { id }: Reported,
      @Args(() => listArguments) args: ListArguments,
      @Ctx() { rows }: VocabularyContext,
    ): List<Row> {
      return rows.of<Row>(listed).listOf(inWhole, id, args);
    }
  }
  return InclusionFields;
}
