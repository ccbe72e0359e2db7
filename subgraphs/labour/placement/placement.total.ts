import { ArgsType, Field } from 'type-graphql';

import { badUserInput } from '../../../platform/errors.js';
import { eb, type Condition } from '../../../platform/sql.js';
import { sideAs } from '../../../vocabulary/party/standing.js';
import { GroupArguments, type RecordGroups, type RecordTotal, withFilter } from '../../../vocabulary/totals.js';
import { PlacementStage } from './placement.entity.js';
import { placementFilter } from './placement.filter.js';

@ArgsType()
class PlacementTotalArguments extends withFilter(placementFilter) {
  @Field(() => PlacementStage, { description: 'The stage that is added; stages are never added to each other.' })
  stage: PlacementStage = PlacementStage.STABLE;
}

/** People at one stage. */
export const placementTotal: RecordTotal<PlacementTotalArguments> = {
  args: PlacementTotalArguments,
  unit: () => 'PERSON',
  ofKind: ({ stage }) => ofStage(stage),
};

@ArgsType()
class PlacementGroupArguments extends withFilter(
  placementFilter,
  'Which placements are looked at; all when left out.',
  GroupArguments,
) {
  @Field(() => PlacementStage, {
    nullable: true,
    description:
      'The stage that is added; required unless STAGE, which KIND is too, is one of the keys, since stages are never added.',
  })
  stage?: PlacementStage;
}

/** People at one stage, or at each stage by itself. */
export const placementGroups: RecordGroups<PlacementGroupArguments> = {
  args: PlacementGroupArguments,
  description:
    'Placements added up by keys. The donor is that of the pairing, the recipient the region they come from, else that of the pairing, KIND the stage.',
  totalDescription: 'Their total, in persons.',
  donor: sideAs('DONOR'),
  recipient: sideAs('RECIPIENT', 'ORIGIN'),
  kind: {
    column: 'stage',
    type: PlacementStage,
    description: 'How far the people have come; null where it is no key.',
  },
  unit: () => 'PERSON',
  ofKind({ stage, groupBy }) {
    if (stage == null && !['KIND', 'STAGE'].some((key) => groupBy.includes(key))) {
      throw badUserInput('stage', 'a stage, or STAGE or KIND in groupBy, since stages are never added', stage);
    }
    return stage == null ? null : ofStage(stage);
  },
};

const ofStage = (stage: PlacementStage): Condition => eb('facet.kind', '=', stage);
