import { ArgsType, Field } from 'type-graphql';

import { described, integer, list, oneOf, optional, reference, text } from '../../../platform/import/columns.js';
import { Unit } from '../../../vocabulary/figure/unit.js';
import { Direction, DirectionFilter, directionOrder } from '../../../vocabulary/record/direction.js';
import { part, recordFilter, regionPart, titleParts } from '../../../vocabulary/record/filter.js';
import { operatorInput } from '../../../vocabulary/record/filter-inputs.js';
import { inRole, regionInRole, termList } from '../../../vocabulary/record/record-import.js';
import { recordType } from '../../../vocabulary/record/record-type.js';
import { type RecordTotal, withFilter } from '../../../vocabulary/totals.js';
import { Exchange, ExchangeKind } from './exchange.entity.js';

const KindFilter = operatorInput('ExchangeKindFilter', 'Conditions on a kind of exchange.', () => ExchangeKind);

const filter = recordFilter('ExchangesFilter', 'Which exchanges a list has.', {
  kind: part(KindFilter, 'What kind of exchange it is.'),
  ...titleParts,
  direction: part(DirectionFilter, 'Which side travelled or helped.'),
  origin: regionPart('ORIGIN', 'The region that people came from.'),
  destination: regionPart('DESTINATION', 'A region that people went to.'),
  place: regionPart('PLACE', 'The region where it took place.'),
});

@ArgsType()
class ExchangeTotalArguments extends withFilter(filter) {
  @Field(() => Unit, {
    description:
      'VISIT, MEETING or PERSON_TIME: which of them is added. A visit that is only dated has no figure, and is left out.',
  })
  unit: Unit = Unit.VISIT;
}

/** Visits, meetings or person-times. */
const total: RecordTotal<ExchangeTotalArguments> = { args: ExchangeTotalArguments, unit: ({ unit }) => unit };

export const exchange = recordType('Exchange', Exchange, {
  words: ['exchange', 'exchanges'],
  filter,
  total,
  scope: { enumerations: { kind: {}, direction: directionOrder }, words: [['title', 'titleEn']] },
  table: {
    description: 'Visits, meetings, delegations and events, as one source reports them.',
    columns: {
      kind: oneOf(ExchangeKind),
      title: described('Name of the event in Chinese', optional(text)),
      titleEn: described('What it is, in English', optional(text)),
      direction: described('Which side they go to', optional(oneOf(Direction))),
      groups: described('In how many groups they came', optional(integer)),
      agenda: termList('What was on the agenda'),
      origin: regionInRole('ORIGIN', 'Where people came from'),
      destination: inRole('DESTINATION', 'The regions they went to', list(reference('regions.csv'))),
      place: regionInRole('PLACE', 'Where it took place, as near as the source tells'),
      organiser: inRole('PROVIDER', 'Who held it'),
      participant: inRole('PARTICIPANT', 'Who took part'),
    },
  },
});
