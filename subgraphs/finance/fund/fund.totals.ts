import { ArgsType, Field, ObjectType } from 'type-graphql';

import { badUserInput } from '../../../platform/errors.js';
import { filterConditions } from '../../../platform/filter.js';
import { eb } from '../../../platform/sql.js';
import { GroupArguments, GroupKeys } from '../../../vocabulary/total/group.js';
import { checkAddable, TotalArguments, withParts } from '../../../vocabulary/total/total-arguments.js';
import type { Addition } from '../../../vocabulary/total/total.repository.js';
import { Total } from '../../../vocabulary/total/total.js';
import { FundKind } from './fund.entity.js';
import { fundFilterFields, FundsFilter } from './fund.inputs.js';

@ArgsType()
export class FundTotalArguments extends TotalArguments {
  @Field(() => FundKind, {
    description: 'The kind of money that is added. SOCIAL has SOCIAL_CASH and SOCIAL_IN_KIND in it.',
  })
  kind: FundKind = FundKind.FISCAL;

  @Field(() => FundsFilter, { nullable: true, description: 'Which funds are looked at; all when left out.' })
  filter?: FundsFilter;
}

export const FundTotalWithParts = withParts(FundTotalArguments);
export type FundTotalWithParts = InstanceType<typeof FundTotalWithParts>;

@ArgsType()
export class FundGroupArguments extends GroupArguments {
  @Field(() => FundKind, {
    nullable: true,
    description:
      'The kind of money that is added; required unless KIND is one of the keys, since kinds are never added.',
  })
  kind?: FundKind;

  @Field(() => FundsFilter, { nullable: true, description: 'Which funds are looked at; all when left out.' })
  filter?: FundsFilter;
}

@ObjectType({ description: 'What the funds of a group have in common.' })
class FundGroupKeys extends GroupKeys {
  @Field(() => FundKind, { nullable: true, description: 'The kind of money; null where it is no key.' })
  readonly kind!: FundKind | null;
}

@ObjectType({ description: 'Funds that have keys in common, added up.' })
export class FundGroup {
  @Field(() => FundGroupKeys, { description: 'What they have in common.' })
  readonly keys!: FundGroupKeys;

  @Field(() => Total, { description: 'Their total, in yuan.' })
  readonly total!: Total;
}

/** What a total of funds adds. Throws BAD_USER_INPUT. */
export function fundAddition(args: FundTotalArguments): Addition {
  return addition(args, args.kind);
}

/** What groups of funds add: one kind, or each kind by itself. Throws BAD_USER_INPUT. */
export function fundGroupAddition(args: FundGroupArguments): Addition {
  if (args.kind == null && !args.groupBy.includes('KIND')) {
    throw badUserInput('kind', 'a kind of money, or KIND in groupBy, since kinds are never added', args.kind);
  }
  return addition(args, args.kind ?? null);
}

function addition(args: TotalArguments & { readonly filter?: FundsFilter }, kind: FundKind | null): Addition {
  checkAddable(args);
  const social = kind === 'SOCIAL' ? [FundKind.SOCIAL_CASH, FundKind.SOCIAL_IN_KIND] : [];
  return {
    table: 'fund',
    where: filterConditions(fundFilterFields, args.filter),
    ofKind: kind === null ? null : eb('row.kind', 'in', [kind, ...social]),
    unit: 'YUAN',
    statuses: args.statuses,
    basis: args.basis,
  };
}
