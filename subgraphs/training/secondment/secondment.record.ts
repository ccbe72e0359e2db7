import { described, integer, oneOf, optional, text } from '../../../platform/import/columns.js';
import { Direction, DirectionFilter, directionOrder } from '../../../vocabulary/record/direction.js';
import { part, recordFilter, regionPart } from '../../../vocabulary/record/filter.js';
import { IntFilter, operatorInput } from '../../../vocabulary/record/filter-inputs.js';
import { inRole } from '../../../vocabulary/record/record-import.js';
import { recordType } from '../../../vocabulary/record/record-type.js';
import { withFilter } from '../../../vocabulary/totals.js';
import { Seconded, Secondment } from './secondment.entity.js';

const SecondedFilter = operatorInput('SecondedFilter', 'Conditions on the people posted.', () => Seconded);

const filter = recordFilter('SecondmentsFilter', 'Which secondments a list has.', {
  direction: part(DirectionFilter, 'Which side they go to.'),
  seconded: part(SecondedFilter, 'Which people they are.'),
  months: part(IntFilter, 'For how many months.'),
  origin: regionPart('ORIGIN', 'A region that sends them.'),
  destination: regionPart('DESTINATION', 'A region where they are posted.'),
});

export const secondment = recordType('Secondment', Secondment, {
  words: ['secondment', 'secondments'],
  filter,
  total: { args: withFilter(filter), unit: () => 'PERSON' },
  scope: {
    enumerations: {
      direction: directionOrder,
      seconded: { CADRE_OR_SPECIALIST: ['CADRE', 'SCHOOL_HEAD'], CADRE: ['YOUNG_CADRE'] },
    },
    words: [
      ['post', 'postEn'],
      ['holder', 'holderEn'],
    ],
  },
  table: {
    description: 'People posted for a term at the other side, as one source reports them.',
    units: ['PERSON', 'PERSON_TIME', 'PERSON_OR_PERSON_TIME'],
    columns: {
      direction: described('Which side they go to', oneOf(Direction)),
      seconded: described('Which people they are', oneOf(Seconded)),
      months: described('For how many months each is posted', optional(integer)),
      batches: described('In how many batches they went', optional(integer)),
      post: described('Post in Chinese, as printed', optional(text)),
      postEn: described('Post or duty in English', optional(text)),
      holder: described('Name of an office holder whom the source names in the office', optional(text)),
      holderEn: described('That name in pinyin', optional(text)),
      origins: inRole('ORIGIN', 'Where they come from'),
      destinations: inRole('DESTINATION', 'Where they go'),
    },
  },
});
