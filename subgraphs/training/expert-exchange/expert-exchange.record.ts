import { ArgsType, Field } from 'type-graphql';

import { column } from '../../../platform/filter.js';
import { described, integer, oneOf, optional, text } from '../../../platform/import/columns.js';
import { Unit } from '../../../vocabulary/figure/unit.js';
import { Direction, DirectionFilter, directionOrder } from '../../../vocabulary/record/direction.js';
import { part, recordFilter, regionPart } from '../../../vocabulary/record/filter.js';
import { linked } from '../../../vocabulary/record/filter-fields.js';
import { operatorInput, StringFilter } from '../../../vocabulary/record/filter-inputs.js';
import { inRole, termList } from '../../../vocabulary/record/record-import.js';
import { recordType } from '../../../vocabulary/record/record-type.js';
import { type RecordTotal, withFilter } from '../../../vocabulary/totals.js';
import { ExpertExchange, ExpertExchangeKind } from './expert-exchange.entity.js';

const KindFilter = operatorInput(
  'ExpertExchangeKindFilter',
  'Conditions on the way in which skill crosses.',
  () => ExpertExchangeKind,
);

const filter = recordFilter('ExpertExchangesFilter', 'Which expert exchanges a list has.', {
  kind: part(KindFilter, 'In what way skill crosses.'),
  direction: part(DirectionFilter, 'Which side they go to.'),
  people: part(
    StringFilter,
    'A kind of people who go, in Chinese: contains 教师.',
    linked('term', 'record', column('linked.name')),
  ),
  origin: regionPart('ORIGIN', 'A region that sends them.'),
  destination: regionPart('DESTINATION', 'A region that receives them.'),
});

@ArgsType()
class ExpertExchangeTotalArguments extends withFilter(filter) {
  @Field(() => Unit, {
    description: 'PERSON, PERSON_TIME or TECHNOLOGY: which of them is added; they are never added together.',
  })
  unit: Unit = Unit.PERSON;
}

/** Experts, person-times or technologies. */
const total: RecordTotal<ExpertExchangeTotalArguments> = {
  args: ExpertExchangeTotalArguments,
  unit: ({ unit }) => unit,
};

export const expertExchange = recordType('ExpertExchange', ExpertExchange, {
  words: ['exchange of experts', 'exchanges of experts'],
  filter,
  total,
  scope: { enumerations: { kind: {}, direction: directionOrder }, words: [['frequency', 'frequencyZh']] },
  table: {
    description: 'Experts who work or help at the other side, and technologies passed on, as one source reports them.',
    columns: {
      kind: oneOf(ExpertExchangeKind),
      direction: described('Which side they go to', oneOf(Direction)),
      frequency: described('How often they come or meet, in English', optional(text)),
      frequencyZh: described('The same in Chinese', optional(text)),
      batches: described('In how many batches they came', optional(integer)),
      people: termList('Which people they are'),
      origins: inRole('ORIGIN', 'Where they come from'),
      destinations: inRole('DESTINATION', 'Where they go'),
      site: inRole('HOST', 'Where they work, such as a base or a school'),
    },
  },
});
