import { join } from 'node:path';

import { defineSubgraph } from '../../platform/subgraph.js';
import { vocabularyEntities, vocabularyImports, vocabularyResolvers } from '../../vocabulary/index.js';
import { createPairingsContext, type PairingsContext } from './context.js';
import { Document } from './document/document.entity.js';
import { documentImport } from './document/document.import.js';
import { DocumentResolver } from './document/document.resolver.js';
import { Organisation } from './organisation/organisation.entity.js';
import { organisationImport } from './organisation/organisation.import.js';
import { OrganisationResolver } from './organisation/organisation.resolver.js';
import { PairingPeriod } from './pairing/pairing-period.entity.js';
import { PairingPeriodResolver } from './pairing/pairing-period.resolver.js';
import { Pairing } from './pairing/pairing.entity.js';
import { pairingImport, pairingPeriodImport } from './pairing/pairing.import.js';
import { PairingResolver } from './pairing/pairing.resolver.js';
import { CountedParties } from './pairing/side.js';
import { CountedPartiesResolver, SideResolver } from './pairing/side.resolver.js';
import { Programme } from './programme/programme.entity.js';
import { programmeImport } from './programme/programme.import.js';
import { ProgrammeResolver } from './programme/programme.resolver.js';
import { Region } from './region/region.entity.js';
import { regionImport } from './region/region.import.js';
import { RegionResolver } from './region/region.resolver.js';

/** Who helps whom, since when and on what legal basis. */
export const pairings = defineSubgraph<PairingsContext>({
  name: 'pairings',
  port: 4001,
  entities: [...vocabularyEntities, Region, Organisation, Document, Programme, Pairing, PairingPeriod, CountedParties],
  migrations: join(import.meta.dirname, 'migrations'),
  resolvers: [
    ...vocabularyResolvers,
    RegionResolver,
    OrganisationResolver,
    DocumentResolver,
    ProgrammeResolver,
    PairingResolver,
    PairingPeriodResolver,
    SideResolver,
    CountedPartiesResolver,
  ],
  types: [Region, Organisation],
  owned: {
    Region: (id, { regions }) => regions.byId(id),
    Organisation: (id, { organisations }) => organisations.byId(id),
    Document: (id, { documents }) => documents.byId(id),
    Programme: (id, { programmes }) => programmes.byId(id),
    Pairing: (id, { pairings: repository }) => repository.byId(id),
  },
  extended: [],
  inPlaceOfStubs: { Document },
  imports: [
    ...vocabularyImports,
    regionImport,
    organisationImport,
    documentImport,
    programmeImport,
    pairingImport,
    pairingPeriodImport,
  ],
  createContext: createPairingsContext,
});
