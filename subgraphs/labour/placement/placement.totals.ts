import { ArgsType, Field, ObjectType } from 'type-graphql';

import { badUserInput } from '../../../platform/errors.js';
import { eb } from '../../../platform/sql.js';
import { countAddition, countTotalArguments, type CountTotalArguments } from '../../../vocabulary/total/count-total.js';
import { GroupArguments, GroupKeys } from '../../../vocabulary/total/group.js';
import { withParts } from '../../../vocabulary/total/total-arguments.js';
import type { Addition } from '../../../vocabulary/total/total.repository.js';
import { Total } from '../../../vocabulary/total/total.js';
import { PlacementStage } from './placement.entity.js';
import { placementFilterFields, PlacementsFilter } from './placement.inputs.js';

export const PlacementTotalArguments = countTotalArguments(() => PlacementsFilter);
export type PlacementTotalArguments = CountTotalArguments;

export const PlacementTotalWithParts = withParts(PlacementTotalArguments);
export type PlacementTotalWithParts = InstanceType<typeof PlacementTotalWithParts>;

/** What a total of people in stable work adds. Throws BAD_USER_INPUT. */
export function placementAddition(args: PlacementTotalArguments): Addition {
  return countAddition('placement', placementFilterFields, 'PERSON', args, eb('row.stage', '=', 'STABLE'));
}

@ArgsType()
export class PlacementGroupArguments extends GroupArguments {
  @Field(() => PlacementStage, {
    nullable: true,
    description:
      'The stage that is added; required unless KIND, the stage, is one of the keys, since stages are never added.',
  })
  stage?: PlacementStage;

  @Field(() => PlacementsFilter, { nullable: true, description: 'Which placements are looked at; all when left out.' })
  filter?: PlacementsFilter;
}

@ObjectType({ description: 'What the placements of a group have in common.' })
class PlacementGroupKeys extends GroupKeys {
  @Field(() => PlacementStage, {
    nullable: true,
    description: 'How far the people have come; null where it is no key.',
  })
  readonly kind!: PlacementStage | null;
}

@ObjectType({ description: 'Placements that have keys in common, added up.' })
export class PlacementGroup {
  @Field(() => PlacementGroupKeys, { description: 'What they have in common.' })
  readonly keys!: PlacementGroupKeys;

  @Field(() => Total, { description: 'Their total, in persons.' })
  readonly total!: Total;
}

/** What groups of placements add: one stage, or each by itself. Throws BAD_USER_INPUT. */
export function placementGroupAddition(args: PlacementGroupArguments): Addition {
  if (args.stage == null && !args.groupBy.includes('KIND')) {
    throw badUserInput('stage', 'a stage, or KIND in groupBy, since stages are never added', args.stage);
  }
  const ofStage = args.stage == null ? null : eb('row.stage', '=', args.stage);
  return countAddition('placement', placementFilterFields, 'PERSON', args, ofStage);
}
