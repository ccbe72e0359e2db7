import { fieldsOf, yearMeasures } from '../../../vocabulary/fields.js';
import { enterprise } from '../enterprise/enterprise.record.js';
import { facility } from '../facility/facility.record.js';
import { fund } from '../fund/fund.record.js';
import { sale } from '../sale/sale.record.js';
import { owners } from './types.js';

export const pairingYearFields = fieldsOf(owners.PairingYear, {
  ...yearMeasures(fund, {
    fiscal: { description: 'Money from budgets, in yuan (财政资金)', args: { kind: 'FISCAL' } },
    donations: { description: 'Donations in money and in kind, in yuan (社会帮扶)', args: { kind: 'SOCIAL' } },
    investment: {
      description: 'What firms that were brought invest, in yuan (招商引资)',
      args: { kind: 'INVESTMENT' },
    },
  }),
  ...yearMeasures(sale, {
    sales: { description: 'Goods sold with the help of the donor, in yuan (消费帮扶)' },
  }),
  ...yearMeasures(enterprise, {
    firms: { description: 'Firms that were brought (引进企业)', args: { counts: 'FIRMS' } },
  }),
  ...yearMeasures(facility, {
    parks: { description: 'Industrial parks built together (共建园区)', args: { kind: 'INDUSTRIAL_PARK' } },
    workshops: { description: 'Workshops (帮扶车间)', args: { kind: 'WORKSHOP' } },
  }),
});
