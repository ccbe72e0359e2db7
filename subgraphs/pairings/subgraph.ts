import { join } from 'node:path';

import { ImportEntry, ImportFiles } from '../../platform/import/history.entity.js';
import { defineSubgraph } from '../../platform/subgraph.js';
import { vocabularyEntities, vocabularyImports, vocabularyResolvers } from '../../vocabulary/index.js';
import type { PairingYearKey } from '../../vocabulary/pairing/pairing-year.js';
import { byKey, ofRecords } from '../../vocabulary/subgraph.js';
import { coverageFields } from './coverage/coverage.fields.js';
import { createPairingsContext, type PairingsContext } from './context.js';
import type { FoundConflicts } from '../../vocabulary/scope/derivation.js';
import { conflictDiscrepancies } from './discrepancy/conflicts.js';
import { Discrepancy, DiscrepancyRecord } from './discrepancy/discrepancy.entity.js';
import {
  discrepanciesFields,
  discrepancyFields,
  discrepancyRootFields,
  DiscrepancySides,
} from './discrepancy/discrepancy.fields.js';
import { discrepancyImport } from './discrepancy/discrepancy.import.js';
import { discrepancyType } from './discrepancy/discrepancy.type.js';
import { recordStubs } from './discrepancy/record-stubs.js';
import { Document } from './document/document.entity.js';
import { documentFields, documentRootFields } from './document/document.fields.js';
import { documentImport } from './document/document.import.js';
import { documentType } from './document/document.type.js';
import { exchangeFields } from './exchange/exchange.fields.js';
import { Organisation } from './organisation/organisation.entity.js';
import { organisationFields, organisationRootFields } from './organisation/organisation.fields.js';
import { organisationImport } from './organisation/organisation.import.js';
import { organisationType } from './organisation/organisation.type.js';
import { importRootFields } from './import/import.fields.js';
import { outcomeFields } from './outcome/outcome.fields.js';
import { PairingChangeResolver } from './pairing-change/pairing-change.resolver.js';
import { PairingPeriod } from './pairing/pairing-period.entity.js';
import { pairingPeriodImport } from './pairing/pairing-period.import.js';
import { pairingPeriodFields, PairingPeriodResolver } from './pairing/pairing-period.resolver.js';
import { Pairing } from './pairing/pairing.entity.js';
import { PairingConnectionResolver } from './pairing/pairing-connection.js';
import { pairingGroups } from './pairing/pairing.groups.js';
import { pairingImport } from './pairing/pairing.import.js';
import { pairingFields, PairingResolver } from './pairing/pairing.resolver.js';
import { pairingRows } from './pairing/pairing.rows.js';
import { pairingType } from './pairing/pairing.type.js';
import { SideResolver } from './pairing/side.resolver.js';
import { pairingYearFields, pairingYearOf, PairingYearResolver } from './pairing-year/pairing-year.rows.js';
import { Programme } from './programme/programme.entity.js';
import { programmeFields, programmeRootFields } from './programme/programme.fields.js';
import { programmeImport } from './programme/programme.import.js';
import { programmeType } from './programme/programme.type.js';
import { provisionFields } from './provision/provision.fields.js';
import { records } from './records.js';
import { RegionAlias } from './region/region-alias.entity.js';
import { RegionVersion } from './region/region-version.entity.js';
import { regionVersionImport } from './region/region-version.import.js';
import { RegionVersionResolver } from './region/region-version.resolver.js';
import { Region } from './region/region.entity.js';
import { regionImport } from './region/region.import.js';
import { regionFields, RegionResolver } from './region/region.resolver.js';
import { regionRows } from './region/region.rows.js';
import { regionType } from './region/region.type.js';
import { Round, RoundLevel } from './round/round.entity.js';
import { roundFields, RoundResolver, roundRootFields } from './round/round.fields.js';
import { roundImport } from './round/round.import.js';
import { roundType } from './round/round.type.js';
import { projectTitles } from './search/project-titles.js';
import { SearchForm } from './search/search-form.entity.js';
import { SearchResolver } from './search/search.resolver.js';

const ofOwnRecords = ofRecords(records);
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
    Round,
    RoundLevel,
    Discrepancy,
    DiscrepancyRecord,
    ImportEntry,
    ImportFiles,
    ...ofOwnRecords.entities,
  ],
  migrations: join(import.meta.dirname, 'migrations'),
  views: ['region_sibling'],
  made: Discrepancy,
  resolvers: [
    ...vocabularyResolvers,
    RegionResolver,
    regionRows,
    regionFields,
    RegionVersionResolver,
    organisationRootFields,
    organisationFields,
    documentRootFields,
    documentFields,
    programmeRootFields,
    programmeFields,
    roundRootFields,
    RoundResolver,
    roundFields,
    PairingResolver,
    pairingRows,
    pairingGroups,
    PairingConnectionResolver,
    pairingFields,
    PairingPeriodResolver,
    pairingPeriodFields,
    PairingChangeResolver,
    PairingYearResolver,
    pairingYearFields,
    SideResolver,
    SearchResolver,
    discrepancyRootFields,
    discrepancyFields,
    DiscrepancySides,
    ...discrepanciesFields,
    importRootFields,
    ...ofOwnRecords.resolvers,
    provisionFields,
    exchangeFields,
    outcomeFields,
    coverageFields,
  ],
  types: [Region, Organisation, ...Object.values(recordStubs)],
  owned: {
    ...byKey([regionType, organisationType, documentType, programmeType, roundType, pairingType, discrepancyType]),
    ...ofOwnRecords.owned,
  },
  ownedByKeys: { PairingYear: (key, context) => pairingYearOf(key as PairingYearKey, context) },
  extended: Object.keys(recordStubs),
  inPlaceOfStubs: { Document, Pairing, Programme, Region },
  imports: [
    ...vocabularyImports,
    regionImport,
    regionVersionImport,
    organisationImport,
    documentImport,
    programmeImport,
    roundImport,
    pairingImport,
    pairingPeriodImport,
    ...ofOwnRecords.imports,
    discrepancyImport,
  ],
  derivation: {
    ...ofOwnRecords.derivation,
    gather: (input, findings) => conflictDiscrepancies(input, findings as readonly FoundConflicts[]),
  },
  readers: [projectTitles],
  createContext: createPairingsContext,
});
