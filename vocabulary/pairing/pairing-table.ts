import type { Database } from '../../platform/database.js';
import { describedEnum, type EnumValue } from '../../platform/described-enum.js';
import { described, id, oneOf, optional, reference, text } from '../../platform/import/columns.js';
import { csvTable, tableImport, type ImportContext } from '../../platform/import/table.js';
import { rowsWhere } from '../../platform/sql.js';
import { countedColumn, partiesColumn, sourcesColumn } from '../record/columns.js';
import { PairingRefEntity } from './pairing-ref.js';

export const PairingLevel = describedEnum('PairingLevel', 'Between which kinds of parties a pairing is.', {
  PROVINCE: 'Cities or provinces with a province (省级).',
  PROVINCE_TO_PREFECTURE: 'A province with a prefecture (省对市州).',
  PREFECTURE: 'A city with a prefecture (市州级).',
  PREFECTURE_TO_COUNTY: 'A city of prefecture rank with counties (市对县).',
  COUNTY: 'A county, district or city of county rank with a county (县级).',
  TOWNSHIP: 'Towns and streets with townships (乡镇级).',
  VILLAGE: 'Villages with villages (村村结对).',
  STREET_TO_VILLAGE: 'Streets with villages (街道对村).',
  VILLAGE_ENTERPRISE: 'Firms with villages (村企结对).',
  PARK: 'Development zones and parks (园区共建).',
  SCHOOL: 'Schools with schools (学校结对).',
  HOSPITAL: 'Hospitals with hospitals (医院结对).',
  DEPARTMENT: 'Departments with departments, or with a county (部门结对).',
  UNIT_TO_VILLAGE: 'Public bodies and firms with one village (单位定点帮扶).',
  HOUSEHOLD: 'Persons with households (结对到户).',
});
export type PairingLevel = EnumValue<typeof PairingLevel>;

export const PairingScope = describedEnum('PairingScope', 'Whether a pairing crosses a provincial border.', {
  INTER_PROVINCIAL: 'Between provinces (跨省).',
  INTRA_PROVINCE: 'Inside one province (省内).',
});
export type PairingScope = EnumValue<typeof PairingScope>;

export const PartyKind = describedEnum('PartyKind', 'What kind of parties a source counts without naming them.', {
  TOWN_OR_DISTRICT: 'Towns and districts (镇、区).',
  TOWNSHIP_OR_STREET: 'Townships, towns and streets (乡镇、街道).',
  VILLAGE: 'Villages (村).',
  DEEPLY_POOR_VILLAGE: 'Deeply poor villages (深度贫困村).',
  POOR_VILLAGE: 'Other poor villages (贫困村).',
  STATE_ENTERPRISE: 'State-owned enterprises (国资企业).',
  PRIVATE_ENTERPRISE: 'Private firms (民营企业).',
  NATIONAL_ZONE: 'Development zones of national rank (国家级开发区).',
  PROVINCIAL_PARK: 'Development parks of provincial rank (省级开发园区).',
  CITY_SCHOOL: 'Schools run by the city (市直属学校).',
  TOWN_SCHOOL: 'Schools run by towns (镇属学校).',
  COUNTY_SCHOOL: 'Schools run by the county (县直学校).',
  CENTRAL_SCHOOL: 'Central schools and kindergartens of townships (中心园校).',
  DEPARTMENT: 'Departments of government and Party (部门).',
  COUNTY: 'Counties (县).',
  TOWNSHIP: 'Townships and towns (乡镇).',
  STREET: 'Streets, the township level of a city (街道).',
  VILLAGE_OR_COMMUNITY: 'Villages and communities (村、社区).',
  MANAGEMENT_OFFICE: 'Management offices of a scenic area (景区管理处).',
  AID_CADRE: 'Cadres sent to help (援派干部).',
  FARMING_FAMILY: 'Families of farmers and herders (农牧户).',
  TERTIARY_HOSPITAL: 'Hospitals of the highest grade (三级医院).',
  COUNTY_HOSPITAL: 'County hospitals (县级医院).',
  HOSPITAL: 'Hospitals (医院).',
});
export type PartyKind = EnumValue<typeof PartyKind>;

export const PairingEvidence = describedEnum('PairingEvidence', 'How a source tells of a pairing.', {
  STATED: 'It says that the two sides are paired.',
  INFERRED: 'It implies it, as by the name of a working team.',
});
export type PairingEvidence = EnumValue<typeof PairingEvidence>;

/** The table of pairings. */
export const pairingTable = csvTable({
  file: 'pairings.csv',
  description: 'A pairing: a donor side and a recipient side, in a programme.',
  columns: {
    id: described('Of your choice; records refer to it, and it stays', id),
    programme: described('The programme that it belongs to', reference('programmes.csv')),
    level: oneOf(PairingLevel),
    scope: oneOf(PairingScope),
    evidence: oneOf(PairingEvidence),
    parent: described('The pairing of which this one is a part', optional(reference('pairings.csv'))),
    donor: described('Who helps', partiesColumn),
    donorCounted: described('Helpers whom the source counts and does not name', countedColumn(PartyKind)),
    recipient: described('Who is helped', partiesColumn),
    recipientCounted: described('The helped whom the source counts and does not name', countedColumn(PartyKind)),
    note: described('What a reader has to know, in English', optional(text)),
    sources: described('Where it is printed', sourcesColumn),
  },
  key: (row) => row.id,
  parent: 'parent',
});

/** Copies of the pairings that every subgraph keeps, each with those above it. */
export const pairingRefImport = tableImport(pairingTable, 'pairingRef', async (rows, { database, isIn }) => {
  const parents = new Map(rows.map((row) => [row.id, row.parent]));
  const elsewhere = await parentsElsewhere(rows, database);
  const parentOf = (pairing: string | null): string | null =>
    pairing === null ? null : (parents.get(pairing) ?? elsewhere.get(pairing) ?? null);
  return [
    {
      entity: PairingRefEntity,
      rows: rows.map(({ id: pairing, programme, level, parent, donor, recipient }) => ({
        id: pairing,
        programme,
        level,
        parent,
        grandparent: parentOf(parent),
        greatGrandparent: parentOf(parentOf(parent)),
        donor: onlyRegion(donor, isIn),
        recipient: onlyRegion(recipient, isIn),
      })),
    },
  ];
});

/** The parents of pairings that other data sets hold, and of their parents. */
async function parentsElsewhere(
  rows: readonly { readonly parent: string | null }[],
  database: Database,
): Promise<Map<string, string | null>> {
  const direct = rows.flatMap(({ parent }) => parent ?? []);
  const refs = await rowsWhere<PairingRefEntity>(database, 'pairingRef', 'id', direct);
  return new Map(
    refs.flatMap(({ id: pairing, parent, grandparent }) => [
      [pairing, parent],
      ...(parent === null ? [] : [[parent, grandparent] as [string, string | null]]),
    ]),
  );
}

function onlyRegion([first = '', ...others]: readonly string[], isIn: ImportContext['isIn']): string | null {
  return others.length === 0 && isIn('regions.csv', first) ? first : null;
}
