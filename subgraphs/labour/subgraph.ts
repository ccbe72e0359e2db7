import { join } from 'node:path';

import { recordSubgraph } from '../../vocabulary/subgraph.js';
import { jobFairFields } from './job-fair/job-fair.fields.js';
import { jobFair } from './job-fair/job-fair.record.js';
import { jobOfferFields } from './job-offer/job-offer.fields.js';
import { jobOffer } from './job-offer/job-offer.record.js';
import { organisationFields } from './owners/organisation.js';
import { pairingFields, PeoplePlaced } from './owners/pairing.js';
import { pairingYearFields } from './owners/pairing-year.js';
import { programmeFields } from './owners/programme.js';
import { regionFields } from './owners/region.js';
import { owners } from './owners/types.js';
import { placementFields } from './placement/placement.fields.js';
import { placement } from './placement/placement.record.js';
import { stationFields } from './station/station.fields.js';
import { station } from './station/station.record.js';

/** For which jobs. */
export const labour = recordSubgraph({
  name: 'labour',
  port: 4003,
  migrations: join(import.meta.dirname, 'migrations'),
  records: [jobFair, jobOffer, placement, station],
  owners,
  fields: [
    jobFairFields,
    jobOfferFields,
    placementFields,
    stationFields,
    pairingFields,
    pairingYearFields,
    PeoplePlaced,
    regionFields,
    programmeFields,
    organisationFields,
  ],
});
