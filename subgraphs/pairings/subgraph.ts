import { join } from 'node:path';

import { defineSubgraph } from '../../platform/subgraph.js';
import { vocabularyEntities, vocabularyImports, vocabularyResolvers } from '../../vocabulary/index.js';
import { createPairingsContext, type PairingsContext } from './context.js';
import { Discrepancy, DiscrepancyRecord } from './discrepancy/discrepancy.entity.js';
import { discrepancyImport } from './discrepancy/discrepancy.import.js';
import { DiscrepancyResolver, recordDiscrepanciesResolvers } from './discrepancy/discrepancy.resolver.js';
import { foreignRecords, recordStubs } from './discrepancy/record-types.js';
import { Document } from './document/document.entity.js';
import { documentImport } from './document/document.import.js';
import { DocumentResolver } from './document/document.resolver.js';
import { Exchange } from './exchange/exchange.entity.js';
import { exchangeImport } from './exchange/exchange.import.js';
import { ExchangeRecordResolver, ExchangeResolver } from './exchange/exchange.resolver.js';
import { Organisation } from './organisation/organisation.entity.js';
import { organisationImport } from './organisation/organisation.import.js';
import { OrganisationResolver } from './organisation/organisation.resolver.js';
import { Outcome } from './outcome/outcome.entity.js';
import { outcomeImport } from './outcome/outcome.import.js';
import { OutcomeRecordResolver, OutcomeResolver } from './outcome/outcome.resolver.js';
import { PairingChangeResolver } from './pairing-change/pairing-change.resolver.js';
import { PairingPeriod } from './pairing/pairing-period.entity.js';
import { PairingPeriodResolver } from './pairing/pairing-period.resolver.js';
import { PairingRecordsResolver } from './pairing/pairing-records.resolver.js';
import { Pairing } from './pairing/pairing.entity.js';
import { pairingImport, pairingPeriodImport } from './pairing/pairing.import.js';
import { PairingTotalsResolver } from './pairing/pairing.totals.js';
import { PairingResolver } from './pairing/pairing.resolver.js';
import { CountedParties } from './pairing/side.js';
import { CountedPartiesResolver, SideResolver } from './pairing/side.resolver.js';
import { Programme } from './programme/programme.entity.js';
import { programmeImport } from './programme/programme.import.js';
import { ProgrammeResolver } from './programme/programme.resolver.js';
import { Provision } from './provision/provision.entity.js';
import { provisionImport } from './provision/provision.import.js';
import { ProvisionRecordResolver, ProvisionResolver } from './provision/provision.resolver.js';
import { RegionAlias } from './region/region-alias.entity.js';
import { RegionRecordsResolver } from './region/region-records.resolver.js';
import { RegionVersion } from './region/region-version.entity.js';
import { regionVersionImport } from './region/region-version.import.js';
import { RegionVersionResolver } from './region/region-version.resolver.js';
import { Region } from './region/region.entity.js';
import { regionImport } from './region/region.import.js';
import { RegionResolver } from './region/region.resolver.js';
import { RegionTotalsResolver } from './region/region.totals.js';
import { SearchForm } from './search/search-form.entity.js';
import { SearchResolver } from './search/search.resolver.js';

/** Who helps whom, since when, on what legal basis and by which arrangements, and what came of it. */
export const pairings = defineSubgraph<PairingsContext>({
  name: 'pairings',
  port: 4001,
  entities: [
    ...vocabularyEntities,
    Region,
    RegionAlias,
    RegionVersion,
    SearchForm,
    Organisation,
    Document,
    Programme,
    Pairing,
    PairingPeriod,
    CountedParties,
    Provision,
    Exchange,
    Outcome,
    Discrepancy,
    DiscrepancyRecord,
  ],
  migrations: join(import.meta.dirname, 'migrations'),
  resolvers: [
    ...vocabularyResolvers,
    RegionResolver,
    RegionTotalsResolver,
    RegionVersionResolver,
    OrganisationResolver,
    DocumentResolver,
    ProgrammeResolver,
    PairingResolver,
    PairingPeriodResolver,
    PairingChangeResolver,
    SideResolver,
    CountedPartiesResolver,
    PairingRecordsResolver,
    PairingTotalsResolver,
    RegionRecordsResolver,
    SearchResolver,
    ProvisionRecordResolver,
    ProvisionResolver,
    ExchangeRecordResolver,
    ExchangeResolver,
    OutcomeRecordResolver,
    OutcomeResolver,
    DiscrepancyResolver,
    ...recordDiscrepanciesResolvers,
  ],
  types: [Region, Organisation, ...Object.values(recordStubs)],
  owned: {
    Region: (id, { regions }) => regions.byId(id),
    Organisation: (id, { organisations }) => organisations.byId(id),
    Document: (id, { documents }) => documents.byId(id),
    Programme: (id, { programmes }) => programmes.byId(id),
    Pairing: (id, { pairings: repository }) => repository.byId(id),
    Provision: (id, { provisions }) => provisions.byId(id),
    Exchange: (id, { exchanges }) => exchanges.byId(id),
    Outcome: (id, { outcomes }) => outcomes.byId(id),
    Discrepancy: (id, { discrepancies }) => discrepancies.byId(id),
  },
  extended: Object.keys(foreignRecords),
  inPlaceOfStubs: { Document, Pairing, Region },
  imports: [
    ...vocabularyImports,
    regionImport,
    regionVersionImport,
    organisationImport,
    documentImport,
    programmeImport,
    pairingImport,
    pairingPeriodImport,
    provisionImport,
    exchangeImport,
    outcomeImport,
    discrepancyImport,
  ],
  createContext: createPairingsContext,
});
