import { DatasetEntity } from '../platform/import/dataset.js';
import { factImport } from './fact-table.js';
import { FigureResolver } from './figure.js';
import { organisationRefImport } from './organisation-table.js';
import { PairingRefEntity, RecordPairingEntity } from './pairing-ref.js';
import { pairingRefImport } from './pairing-table.js';
import { PartialDateResolver } from './partial-date.js';
import { PartyEntity } from './party.js';
import {
  OrganisationFieldsResolver,
  OrganisationRefEntity,
  RegionFieldsResolver,
  RegionRefEntity,
} from './party-ref.js';
import { RecordFieldsResolver } from './record-fields.js';
import { regionRefImport } from './region-table.js';
import { ReportedResolver } from './reported.js';
import { SourceEntity } from './source-ref.js';
import { Term } from './term.js';
import { TotalResolver } from './total.js';

/** The tables that every subgraph has. */
export const vocabularyEntities = [
  DatasetEntity,
  RegionRefEntity,
  OrganisationRefEntity,
  PairingRefEntity,
  RecordPairingEntity,
  PartyEntity,
  SourceEntity,
  Term,
] as const;

/** The resolvers of the shared types. */
export const vocabularyResolvers = [
  FigureResolver,
  PartialDateResolver,
  RegionFieldsResolver,
  OrganisationFieldsResolver,
  ReportedResolver,
  TotalResolver,
  RecordFieldsResolver,
] as const;

/** The CSV tables that every subgraph reads. */
export const vocabularyImports = [regionRefImport, organisationRefImport, pairingRefImport, factImport] as const;
