import { join } from 'node:path';

import { defineSubgraph } from '../../platform/subgraph.js';
import { vocabularyEntities, vocabularyImports, vocabularyResolvers } from '../../vocabulary/index.js';
import { createLabourContext, type LabourContext } from './context.js';
import { JobFair } from './job-fair/job-fair.entity.js';
import { jobFairImport } from './job-fair/job-fair.import.js';
import { JobFairRecordResolver, JobFairResolver } from './job-fair/job-fair.resolver.js';
import { JobOffer } from './job-offer/job-offer.entity.js';
import { jobOfferImport } from './job-offer/job-offer.import.js';
import { JobOfferRecordResolver, JobOfferResolver } from './job-offer/job-offer.resolver.js';
import { Placement } from './placement/placement.entity.js';
import { placementImport } from './placement/placement.import.js';
import { PlacementRecordResolver, PlacementResolver } from './placement/placement.resolver.js';
import { OrganisationExtension, OrganisationExtensionResolver } from './organisation/organisation.extension.js';
import { PairingExtension, PairingExtensionResolver } from './pairing/pairing.extension.js';
import { PairingTotalsResolver } from './pairing/pairing.totals.js';
import { ProgrammeExtension, ProgrammeExtensionResolver } from './programme/programme.extension.js';
import { RegionExtension, RegionExtensionResolver } from './region/region.extension.js';
import { RegionTotalsResolver } from './region/region.totals.js';
import { Station } from './station/station.entity.js';
import { stationImport } from './station/station.import.js';
import { StationRecordResolver, StationResolver } from './station/station.resolver.js';

/** For which jobs. */
export const labour = defineSubgraph<LabourContext>({
  name: 'labour',
  port: 4003,
  entities: [...vocabularyEntities, JobFair, JobOffer, Placement, Station],
  migrations: join(import.meta.dirname, 'migrations'),
  resolvers: [
    ...vocabularyResolvers,
    JobFairRecordResolver,
    JobFairResolver,
    JobOfferRecordResolver,
    JobOfferResolver,
    PlacementRecordResolver,
    PlacementResolver,
    StationRecordResolver,
    StationResolver,
    PairingExtensionResolver,
    PairingTotalsResolver,
    RegionExtensionResolver,
    RegionTotalsResolver,
    ProgrammeExtensionResolver,
    OrganisationExtensionResolver,
  ],
  types: [RegionExtension, OrganisationExtension, ProgrammeExtension],
  owned: {
    JobFair: (id, { jobFairs }) => jobFairs.byId(id),
    JobOffer: (id, { jobOffers }) => jobOffers.byId(id),
    Placement: (id, { placements }) => placements.byId(id),
    Station: (id, { stations }) => stations.byId(id),
  },
  extended: ['Pairing', 'Region', 'Organisation', 'Programme'],
  inPlaceOfStubs: { Pairing: PairingExtension, Region: RegionExtension },
  imports: [...vocabularyImports, jobFairImport, jobOfferImport, placementImport, stationImport],
  createContext: createLabourContext,
});
