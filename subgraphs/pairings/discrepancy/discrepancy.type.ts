import { column } from '../../../platform/filter.js';
import { filterOf, part } from '../../../vocabulary/record/filter.js';
import { linked, regionColumn } from '../../../vocabulary/record/filter-fields.js';
import { IdFilter, operatorInput, RegionFilter } from '../../../vocabulary/record/filter-inputs.js';
import { listedType } from '../../../vocabulary/record/listed-type.js';
import { Discrepancy, DiscrepancyKind } from './discrepancy.entity.js';

const KindFilter = operatorInput(
  'DiscrepancyKindFilter',
  'Conditions on a kind of discrepancy.',
  () => DiscrepancyKind,
);

export const discrepancyType = listedType(
  'Discrepancy',
  Discrepancy,
  filterOf('DiscrepanciesFilter', 'Which discrepancies a list has.', {
    kind: part(KindFilter, 'In what way the reports do not fit.'),
    region: part(RegionFilter, 'The region it concerns.', regionColumn('row.regionId')),
    pairing: part(IdFilter, 'A pairing that it concerns.', linked('recordPairing', 'record', column('linked.pairing'))),
    document: part(IdFilter, 'A document that it is found in.', linked('source', 'record', column('linked.document'))),
  }),
);
