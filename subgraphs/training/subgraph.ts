import { join } from 'node:path';

import { recordSubgraph } from '../../vocabulary/subgraph.js';
import { courseFields } from './course/course.fields.js';
import { course } from './course/course.record.js';
import { expertExchangeFields } from './expert-exchange/expert-exchange.fields.js';
import { expertExchange } from './expert-exchange/expert-exchange.record.js';
import { organisationFields } from './owners/organisation.js';
import { pairingFields } from './owners/pairing.js';
import { pairingYearFields } from './owners/pairing-year.js';
import { programmeFields } from './owners/programme.js';
import { regionFields } from './owners/region.js';
import { owners } from './owners/types.js';
import { secondmentFields } from './secondment/secondment.fields.js';
import { secondment } from './secondment/secondment.record.js';

/** With which training. */
export const training = recordSubgraph({
  name: 'training',
  port: 4004,
  migrations: join(import.meta.dirname, 'migrations'),
  records: [course, secondment, expertExchange],
  owners,
  fields: [
    courseFields,
    secondmentFields,
    expertExchangeFields,
    pairingFields,
    pairingYearFields,
    regionFields,
    programmeFields,
    organisationFields,
  ],
});
