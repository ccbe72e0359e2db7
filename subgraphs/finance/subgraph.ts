import { join } from 'node:path';

import { recordSubgraph } from '../../vocabulary/subgraph.js';
import { enterpriseFields } from './enterprise/enterprise.fields.js';
import { enterprise } from './enterprise/enterprise.record.js';
import { facilityFields } from './facility/facility.fields.js';
import { facility } from './facility/facility.record.js';
import { fundFields } from './fund/fund.fields.js';
import { fund } from './fund/fund.record.js';
import { organisationFields } from './owners/organisation.js';
import { pairingFields, PairingRatios } from './owners/pairing.js';
import { pairingYearFields } from './owners/pairing-year.js';
import { programmeFields } from './owners/programme.js';
import { regionFields } from './owners/region.js';
import { owners } from './owners/types.js';
import { projectFields } from './project/project.fields.js';
import { project } from './project/project.record.js';
import { saleFields } from './sale/sale.fields.js';
import { sale } from './sale/sale.record.js';

/** With what money. */
export const finance = recordSubgraph({
  name: 'finance',
  port: 4002,
  migrations: join(import.meta.dirname, 'migrations'),
  records: [fund, project, sale, enterprise, facility],
  owners,
  fields: [
    fundFields,
    projectFields,
    saleFields,
    enterpriseFields,
    facilityFields,
    pairingFields,
    pairingYearFields,
    PairingRatios,
    regionFields,
    programmeFields,
    organisationFields,
  ],
});
