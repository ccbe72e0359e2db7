import type { ClassType } from 'type-graphql';

import type { AnyTables } from '../../platform/sql.js';
import type { Derivation, DerivationInput, Derived } from '../../platform/import/derivation.js';
import type { Reported } from '../record/reported.js';
import type { SourceEntity } from '../figure/source-ref.js';
import { recordTables, type RecordName } from '../record/record-tables.js';
import { relationsBy } from '../total/rules/judged-record.js';
import { clusterJudge } from './cluster-tallies.js';
import type { Numbered } from './cluster.js';
import { clustersOf } from './clusters.js';
import type { ScopeDeclaration } from './declaration.js';
import { facetOf } from './facet.js';
import { findingsOf, type Conflict } from './findings.js';
import { inclusionsOf } from './inclusion.js';
import {
  changesElsewhere,
  givenRows,
  keptRows,
  programmesLacking,
  readHierarchy,
  readLinks,
  readSources,
  type Links,
} from './import-rows.js';
import { areMarked, keysBy, severalBy, type Marks } from './marks.js';
import { relationsOf } from './relations.js';
import { ClusterTally, FacetEntity, InclusionEntity, ScopeCover, ScopeCross } from './scope.entity.js';
import { scopeOf, type RecordFacts, type Scope } from './scope.js';

/** A type of record as scopes are made of it. */
export interface ScopedType {
  readonly name: RecordName;
  readonly type: ClassType<Reported>;
  readonly table: string;
  readonly scope: ScopeDeclaration | null;
  readonly keyColumns: readonly string[];
}

/** The conflicts that an import finds among records of a type. */
export interface FoundConflicts extends Pick<Links, 'pairings'> {
  readonly type: RecordName;
  readonly conflicts: readonly Conflict[];
  readonly sources: ReadonlyMap<string, readonly Pick<SourceEntity, 'document' | 'paragraph'>[]>;
}

type Row = RecordFacts['row'];

/** Works out the scopes of all records of the types that an import touches, and their relations. */
export const scopeDerivation = (types: readonly ScopedType[]): Derivation => ({
  entities: [ScopeCover, ScopeCross, InclusionEntity, FacetEntity, ClusterTally],
  derive: async (input) => {
    const touchesAll = await changesElsewhere(input);
    const derived: Derived[] = [];
    for (const type of types) {
      derived.push(await deriveType(input, type, touchesAll));
    }
    const replacing = new Map(derived.flatMap(({ rows }) => rows.map((each) => [each.entity, each])));
    return {
      rows: input.rows.map((each) => replacing.get(each.entity) ?? each),
      updates: derived.flatMap(({ updates }) => updates),
      replaced: derived.flatMap(({ replaced }) => replaced),
      overlaps: derived.flatMap(({ overlaps }) => overlaps),
      findings: derived.flatMap(({ findings }) => findings),
    };
  },
});

async function deriveType(input: DerivationInput, scoped: ScopedType, touchesAll: boolean): Promise<Derived> {
  const { type, table, scope: declaration, keyColumns } = scoped;
  const { database, dataset } = input;
  const given = givenRows(input, type) as readonly Row[];
  if (declaration === null || (given.length === 0 && !touchesAll && !(await hasStale(input, table)))) {
    return { rows: [], updates: [], replaced: [], overlaps: [], findings: [] };
  }
  const kept = await keptRows<Row>(database, table, dataset);
  const links = await readLinks(input, table, { given, kept });
  const about = [...given, ...kept].flatMap((row) => (declaration.region ? (row[declaration.region] ?? []) : []));
  const hierarchy = await readHierarchy(input, [links], about as string[]);
  const all = [...given, ...kept];
  const scopes = new Map<string, Scope>();
  for (const row of all) {
    if (row.unit !== null) {
      scopes.set(row.id, scopeOf(table, factsOf(row, links), declaration, hierarchy));
    }
  }
  const distinct = [...new Map(Array.from(scopes.values(), (scope) => [scope.id, scope])).values()];
  const relations = relationsOf(distinct, declaration, hierarchy);
  const inclusions = inclusionsOf(all);
  const isOfSeveral = severalBy(links, hierarchy);
  const standings = { scopes, relations, inclusions, isOfSeveral, keysOf: keysBy(links, keyColumns) };
  const clusters = clustersOf(all, standings);
  const related = relationsBy(relations, inclusions);
  const judged = clusterJudge(standings, related, declaration.kind);
  const clusterOf = numbersByRecord(clusters);
  const yearClusterOf = numbersByRecord(clusters.flatMap(({ ofYears }) => ofYears));
  const blockOf = numbersByRecord(clusters.flatMap(({ blocks }) => blocks));
  const verdictOf = new Map(clusters.flatMap(judged.verdicts).map((verdict) => [verdict.record.id, verdict]));
  const lacking = await programmesLacking(input);
  const facets = new Map<number, FacetEntity>();
  const marksOf = (row: Row): Marks => {
    const cluster = clusterOf.get(row.id) ?? null;
    const facet = facetOf(table, declaration, row, {
      alone: cluster === null,
      isListingPartial: (links.pairings.get(row.id) ?? [])
        .flatMap(hierarchy.abovePairing)
        .some((key) => lacking.has(key)),
    });
    facets.set(facet.id, facet);
    const { exclusion = null, by = null } = verdictOf.get(row.id) ?? {};
    return {
      scope: scopes.get(row.id)?.id ?? null,
      cluster,
      yearCluster: yearClusterOf.get(row.id) ?? null,
      block: blockOf.get(row.id) ?? null,
      several: scopes.has(row.id) && isOfSeveral(row.id),
      facet: facet.id,
      exclusion,
      excludedBy: by,
    };
  };
  const changed = kept.flatMap((row) => {
    const marks = marksOf(row);
    return areMarked(row, marks) ? [] : [{ id: row.id, ...marks }];
  });
  const marked = given.map((row) => Object.assign(row, marksOf(row)));
  const { overlaps, conflicts } = findingsOf(given, all, scopes, relations, input.rolesOf);
  const file = recordTables[scoped.name];
  const lines = new Map((input.tables.get(file)?.rows ?? []).map(({ key, line }) => [key ?? '', line]));
  const found: FoundConflicts = {
    type: scoped.name,
    conflicts,
    pairings: links.pairings,
    sources: await readSources(
      input,
      conflicts.flatMap(({ records }) => records.map(({ id }) => id)),
    ),
  };
  const withType = (rows: readonly object[]): object[] => rows.map((row) => ({ ...row, type: table }));
  const where = { type: table };
  return {
    rows: [{ entity: type, rows: marked }],
    updates: changed.length === 0 ? [] : [{ entity: type, rows: changed }],
    replaced: [
      { entity: ScopeCover, where, rows: withType(relations.covers) },
      { entity: ScopeCross, where, rows: withType(relations.crosses) },
      { entity: InclusionEntity, where, rows: withType(inclusions) },
      { entity: FacetEntity, where, rows: [...facets.values()] },
      { entity: ClusterTally, where, rows: withType(clusters.flatMap(judged.tallies)) },
    ],
    overlaps: overlaps.map(({ record, ...overlap }) => ({
      file,
      line: lines.get(record) ?? null,
      row: record,
      ...overlap,
    })),
    findings: [found],
  };
}

const numbersByRecord = (clusters: readonly Numbered[]): ReadonlyMap<string, number> =>
  new Map(clusters.flatMap(({ number, records }) => records.map(({ id }) => [id, number] as const)));

/** Whether a table has rows that go away, or rows without the marks that an earlier version did not make. */
async function hasStale({ database, dataset }: DerivationInput, table: string): Promise<boolean> {
  const row = await database
    .read<AnyTables>()
    .selectFrom(table)
    .select('dataset')
    .where((row) =>
      row.or([row('dataset', '=', dataset), row.and([row('cluster', 'is not', null), row('block', 'is', null)])]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

const factsOf = (row: Row, { pairings, parties, published }: Links): RecordFacts => ({
  row,
  pairings: pairings.get(row.id) ?? [],
  parties: parties.get(row.id) ?? {},
  published: published.get(row.id) ?? null,
});
