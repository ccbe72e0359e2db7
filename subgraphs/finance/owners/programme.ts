import { fieldsOf, toProgramme, total } from '../../../vocabulary/fields.js';
import { enterprise } from '../enterprise/enterprise.record.js';
import { facility } from '../facility/facility.record.js';
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
  enterpriseTotal: total(
    enterprise,
    toProgramme,
    'Firms that all pairings of the programme brought, or the people who work in them, each record once.',
  ),
  facilityTotal: total(
    facility,
    toProgramme,
    'Facilities of one kind in all pairings of the programme, or what is in them, each record once.',
  ),
});
