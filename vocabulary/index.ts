import { DatasetEntity } from '../platform/import/dataset.js';
import { DocumentFieldsResolver } from './document/document.resolver.js';
import { factImport } from './record/fact-table.js';
import { FigureResolver } from './figure/figure.resolver.js';
import { organisationRefImport } from './party/organisation-table.js';
import { PairingRefEntity, PairingSideEntity, RecordPairingEntity } from './pairing/pairing-ref.js';
import { pairingRefImport } from './pairing/pairing-table.js';
import { RoundRefEntity } from './pairing/round-ref.js';
import { roundRefImport } from './pairing/round-table.js';
import { PartialDateResolver } from './figure/partial-date.js';
import { CountedParties } from './party/counted-parties.js';
import { CountedPartiesResolver } from './party/counted-parties.resolver.js';
import { PartyEntity } from './party/party.js';
import { OrganisationRefEntity, RegionRefEntity } from './party/party-ref.js';
import { OrganisationFieldsResolver, RegionFieldsResolver } from './party/party-ref.resolver.js';
import { RecordFieldsResolver } from './record/record-fields.resolver.js';
import { regionRefImport } from './party/region-table.js';
import { ReportedResolver } from './record/reported.js';
import { ClusterTally, FacetEntity, InclusionEntity, ScopeCover, ScopeCross } from './scope/scope.entity.js';
import { SourceEntity } from './figure/source-ref.js';
import { Term } from './record/term.js';
import { TotalResolver } from './total/total.resolver.js';

/** The tables that every subgraph has. */
export const vocabularyEntities = [
  DatasetEntity,
  RegionRefEntity,
  OrganisationRefEntity,
  PairingRefEntity,
  PairingSideEntity,
  RecordPairingEntity,
  RoundRefEntity,
  PartyEntity,
  CountedParties,
  SourceEntity,
  Term,
  ScopeCover,
  ScopeCross,
  FacetEntity,
  InclusionEntity,
  ClusterTally,
] as const;

/** The resolvers of the shared types. */
export const vocabularyResolvers = [
  FigureResolver,
  PartialDateResolver,
  RegionFieldsResolver,
  OrganisationFieldsResolver,
  DocumentFieldsResolver,
  ReportedResolver,
  TotalResolver,
  RecordFieldsResolver,
  CountedPartiesResolver,
] as const;

/** The CSV tables that every subgraph reads. */
export const vocabularyImports = [
  regionRefImport,
  organisationRefImport,
  pairingRefImport,
  roundRefImport,
  factImport,
] as const;
