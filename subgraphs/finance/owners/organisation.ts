import { fieldsOf, list, toOrganisationAs } from '../../../vocabulary/fields.js';
import { fund } from '../fund/fund.record.js';
import { project } from '../project/project.record.js';
import { sale } from '../sale/sale.record.js';
import { owners } from './types.js';

export const organisationFields = fieldsOf(owners.Organisation, {
  fundsGiven: list(fund, toOrganisationAs('DONOR'), 'Money that this body gives or raises.'),
  projectsBenefiting: list(
    project,
    toOrganisationAs('BENEFICIARY'),
    'Projects that are for this body, such as the sports ground of a school.',
  ),
  salesVia: list(sale, toOrganisationAs('PROVIDER'), 'Sales that run over this body, as a platform.'),
});
