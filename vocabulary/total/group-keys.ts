import { Field, Int, ObjectType, type ClassType } from 'type-graphql';

import { stubOrOwned } from '../../platform/subgraph.js';
import type { VocabularyContext } from '../context.js';
import { PairingLevel } from '../pairing/pairing-table.js';
import { PairingStub, ProgrammeStub, RegionStub } from '../pairing/stubs.js';
import { meaningOf, ownColumn, type OwnKey } from './group-key.js';

/** What the records of a group have in common; a key that was not asked for is null. */
@ObjectType('GroupKeys')
abstract class GroupKeys {
  @Field(stubOrOwned('Programme', ProgrammeStub), {
    nullable: true,
    description: 'The programme; null where the records belong to none, or it is no key.',
  })
  readonly programme!: unknown;

  @Field(() => PairingLevel, {
    nullable: true,
    description: 'The level of the pairing; null where the records belong to none, or it is no key.',
  })
  readonly level!: PairingLevel | null;

  @Field(stubOrOwned('Region', RegionStub), {
    nullable: true,
    description: 'The region that helps; null where no region is named, or it is no key.',
  })
  readonly donor!: unknown;

  @Field(stubOrOwned('Region', RegionStub), {
    nullable: true,
    description: 'The region that is helped; null where no region is named, or it is no key.',
  })
  readonly recipient!: unknown;

  @Field(stubOrOwned('Region', RegionStub), {
    nullable: true,
    description: 'The prefecture of the donor; null where there is none, or it is no key.',
  })
  readonly donorPrefecture!: unknown;

  @Field(stubOrOwned('Region', RegionStub), {
    nullable: true,
    description: 'The prefecture of the recipient; null where there is none, or it is no key.',
  })
  readonly recipientPrefecture!: unknown;

  @Field(stubOrOwned('Region', RegionStub), {
    nullable: true,
    description: 'The province of the donor; null where there is none, or it is no key.',
  })
  readonly donorProvince!: unknown;

  @Field(stubOrOwned('Region', RegionStub), {
    nullable: true,
    description: 'The province of the recipient; null where there is none, or it is no key.',
  })
  readonly recipientProvince!: unknown;

  @Field(() => Int, {
    nullable: true,
    description: 'The year, also that of a half-year; null where it is several years or no known one, or no key.',
  })
  readonly year!: number | null;
}

/** The keys of records, whose figures may be of several years, or of a half. */
@ObjectType('RecordGroupKeys')
abstract class RecordGroupKeys extends GroupKeys {
  @Field(stubOrOwned('Pairing', PairingStub), {
    nullable: true,
    description: 'The pairing; null where the records belong to none, or it is no key.',
  })
  readonly pairing!: unknown;

  @Field(() => String, {
    nullable: true,
    description:
      'The years of figures of several, the last included: "2021–2023", "–2023" where they begin with the beginning; null where they are of one year or of no known one, or YEAR is no key.',
  })
  readonly years!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The half-year: "2018-H1"; null where figures are of longer or of no known one, or it is no key.',
  })
  readonly halfYear!: string | null;
}

/** A key of its own that a type has beside the columns that are keys: KIND. */
export interface KindKey {
  readonly type: object;
  readonly description: string;
}

/** The type of the keys of a type: `FundGroupKeys`. `kind` is null where it has none. */
export function groupKeysType(
  name: string,
  plural: string,
  kind: KindKey | null,
  own: Readonly<Record<string, OwnKey>>,
): ClassType {
  const base = kind === null ? GroupKeys : RecordGroupKeys;

  @ObjectType(`${name}GroupKeys`, { description: `What the ${plural} of a group have in common.` })
  class Keys extends (base as unknown as ClassType) {}

  if (kind !== null) {
    Field(() => kind.type as never, { nullable: true, description: kind.description })(Keys.prototype, 'kind');
  }
  for (const [key, each] of Object.entries(own)) {
    Field(() => each.enumeration as never, {
      nullable: true,
      description: `${meaningOf(each).replace(/\.$/, '')}; null where the records do not say, or ${key} is no key.`,
    })(Keys.prototype, each.column);
  }
  return Keys as ClassType;
}

/** The keys of a group, out of the columns that they are selected in. */
export function keysOf(
  row: Readonly<Record<string, unknown>>,
  own: Readonly<Record<string, OwnKey>>,
  { referTo }: Pick<VocabularyContext, 'referTo'>,
): object {
  const reference = (type: 'Pairing' | 'Programme' | 'Region', column: string): unknown => {
    const id = row[column];
    return typeof id === 'string' ? referTo(type, id) : null;
  };
  const keys = {
    // Rows are read for those alone that are asked for.
    get pairing() {
      return reference('Pairing', 'pairing');
    },
    get programme() {
      return reference('Programme', 'programme');
    },
    get donor() {
      return reference('Region', 'donor');
    },
    get recipient() {
      return reference('Region', 'recipient');
    },
    get donorPrefecture() {
      return reference('Region', 'donorPrefecture');
    },
    get recipientPrefecture() {
      return reference('Region', 'recipientPrefecture');
    },
    get donorProvince() {
      return reference('Region', 'donorProvince');
    },
    get recipientProvince() {
      return reference('Region', 'recipientProvince');
    },
    level: row['pairingLevel'] ?? null,
    year: row['year'] ?? null,
    years: row['years'] ?? null,
    halfYear: row['halfYear'] ?? null,
    kind: row['kind'] ?? null,
  };
  const ownValues = Object.entries(own).map(([key, { column }]) => [column, row[ownColumn(key)] ?? null]);
  return Object.assign(keys, Object.fromEntries(ownValues) as object);
}
