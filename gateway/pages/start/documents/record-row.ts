import * as labels from '../../../../schema/labels.json';
import type { EnumLabel } from '../../../../platform/enum-label.js';
import { figureWords } from '../../../../platform/figure-words.js';
import type { StartDocumentRecordsQuery } from '../../generated/graphql.js';
import { label } from '../labels.js';
import { language, say } from '../language.js';
import type { Word } from '../words.js';

type Lists = StartDocumentRecordsQuery;
type Edges = NonNullable<NonNullable<Lists['fundRows']>['edges']>;
/** A record as a row, the same for every type. */
export type RecordRow = NonNullable<NonNullable<Edges[number]>['node']>;

type Labels = Readonly<Record<string, EnumLabel>>;

/** For each type of record its name, and the enumerations that its measure has values of. */
const types: Readonly<Record<string, readonly [name: Word, ...measures: readonly Labels[]]>> = {
  Course: ['courses', labels.CourseKind, labels.CourseCount, labels.Trainee],
  Coverage: ['coverages', labels.PairingLevel, labels.CoverageCount],
  Enterprise: ['enterprises', labels.EnterpriseKind, labels.EnterpriseCount],
  Exchange: ['exchanges', labels.ExchangeKind, labels.Direction],
  ExpertExchange: ['expertExchanges', labels.ExpertExchangeKind, labels.Direction],
  Facility: ['facilities', labels.FacilityKind, labels.FacilityCount],
  Fund: ['money', labels.FundKind, labels.FundTier],
  JobFair: ['fair', labels.Worker],
  JobOffer: ['offer', labels.Worker],
  Outcome: ['outcomes', labels.Indicator],
  Placement: ['placements', labels.PlacementStage, labels.Worker, labels.PlacementReach, labels.PlacementSite],
  Project: ['projects', labels.ProjectKind, labels.ProjectState],
  Provision: ['provisionsDrawn', labels.ProvisionKind],
  Sale: ['totalSales', labels.SaleKind],
  Secondment: ['secondments', labels.Direction, labels.Seconded],
  Station: ['stations', labels.StationKind],
};

/** The name of a record's type. */
export function typeName({ recordType }: RecordRow): string {
  const [name] = types[recordType ?? ''] ?? [];
  return name ? say(name) : (recordType ?? '');
}

/** What the value of a record is of; empty where nothing tells it from others of its type. */
export function measureOf({ recordType, measure }: RecordRow): string {
  const [, ...enumerations] = types[recordType ?? ''] ?? [];
  const codes = (measure ?? '').split(' ').filter((code) => code !== '');
  return codes
    .map((code) => label(enumerations.find((each) => Object.hasOwn(each, code)) ?? {}, code))
    .join(language() === 'EN' ? ', ' : '、');
}

/** The figure of a record; that there is none where its source prints no number. */
export function figureOfRow({ value, min, max, unit, bound, status }: RecordRow): string {
  if (unit === null || bound === null || (value === null && min === null && max === null)) {
    return say('notPrinted');
  }
  const known = (all: Labels, code: string): EnumLabel => all[code] ?? { en: code, zh: code };
  const stage = status ?? 'UNSPECIFIED';
  return figureWords(
    { value, min, max, bound, status: stage },
    { unit: known(labels.Unit, unit), bound: known(labels.Bound, bound), status: known(labels.FigureStatus, stage) },
    language(),
  );
}
