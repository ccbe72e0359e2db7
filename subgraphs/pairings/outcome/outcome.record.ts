import { described, oneOf, optional, reference } from '../../../platform/import/columns.js';
import { part, recordFilter } from '../../../vocabulary/record/filter.js';
import { regionColumn } from '../../../vocabulary/record/filter-fields.js';
import { operatorInput, RegionFilter } from '../../../vocabulary/record/filter-inputs.js';
import { storedIn } from '../../../vocabulary/record/record-import.js';
import { recordType } from '../../../vocabulary/record/record-type.js';
import { Indicator, Outcome } from './outcome.entity.js';

const IndicatorFilter = operatorInput('IndicatorFilter', 'Conditions on an indicator.', () => Indicator);

export const outcome = recordType('Outcome', Outcome, {
  words: ['outcome', 'outcomes'],
  filter: recordFilter('OutcomesFilter', 'Which outcomes a list has.', {
    indicator: part(IndicatorFilter, 'What it measures.'),
    region: part(RegionFilter, 'The region it is about.', regionColumn('row.regionId')),
  }),
  scope: { enumerations: { indicator: {} }, words: [], region: 'regionId' },
  table: {
    description: 'An indicator of a region, as one source reports it.',
    columns: {
      indicator: described('What is measured', oneOf(Indicator)),
      region: storedIn('regionId', described('The region that it is measured in', optional(reference('regions.csv')))),
    },
  },
});
