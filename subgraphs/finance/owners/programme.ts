import { fieldsOf, toProgramme, total } from '../../../vocabulary/fields.js';
import { fund } from '../fund/fund.record.js';
import { project } from '../project/project.record.js';
import { sale } from '../sale/sale.record.js';
import { owners } from './types.js';

export const programmeFields = fieldsOf(owners.Programme, {
  fundTotal: total(fund, toProgramme, 'Money of one kind in all pairings of the programme, each fund once, in yuan.'),
  projectTotal: total(
    project,
    toProgramme,
    'Projects that sources count in all pairings of the programme, each record once.',
  ),
  saleTotal: total(
    sale,
    toProgramme,
    'Goods sold with the help of all pairings of the programme, each record once, in yuan.',
  ),
});
