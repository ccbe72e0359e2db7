import type { Database } from '../../platform/database.js';
import { describedEnum, type EnumValue } from '../../platform/described-enum.js';
import { boolean, described, id, oneOf, optional, reference, type Values } from '../../platform/import/columns.js';
import { tableImport, type ImportContext } from '../../platform/import/table.js';
import { csvTable } from '../chinese/table.js';
import { rowsWhere } from '../../platform/sql.js';
import { countedColumn, firstSource, noteColumns, partiesColumn, sourcesColumn } from '../record/columns.js';
import { PairingRefEntity, PairingSideEntity, type SideRole } from './pairing-ref.js';

export const PairingLevel = describedEnum('PairingLevel', 'Between which kinds of parties a pairing is.', {
  PROVINCE: ['province', '省级', 'Cities or provinces with a province (省级).'],
  PROVINCE_TO_PREFECTURE: ['province to prefecture', '省对市州', 'A province with a prefecture (省对市州).'],
  PROVINCE_TO_COUNTY: ['province to county', '省对县', 'A province with a county (省对县).'],
  PREFECTURE: ['prefecture', '市州级', 'A city with a prefecture (市州级).'],
  PREFECTURE_TO_COUNTY: ['city to counties', '市对县', 'A city of prefecture rank with counties (市对县).'],
  COUNTY: ['county', '县级', 'A county, district or city of county rank with a county (县级).'],
  TOWNSHIP: ['township', '乡镇级', 'Towns and streets with townships (乡镇级).'],
  VILLAGE: ['village', '村村结对', 'Villages with villages (村村结对).'],
  STREET_TO_VILLAGE: ['street to village', '街道对村', 'Streets with villages (街道对村).'],
  VILLAGE_ENTERPRISE: ['firm to village', '村企结对', 'Firms with villages (村企结对).'],
  TOWNSHIP_ENTERPRISE: ['firm to township', '镇企结对', 'Firms with townships (镇企结对).'],
  SOCIAL_ORGANISATION: [
    'social organisation to village',
    '社会组织结对',
    'Social organisations with villages or a county (社会组织结对).',
  ],
  PARK: ['parks', '园区共建', 'Development zones and parks (园区共建).'],
  SCHOOL: ['schools', '学校结对', 'Schools with schools (学校结对).'],
  HOSPITAL: ['hospitals', '医院结对', 'Hospitals with hospitals (医院结对).'],
  DEPARTMENT: ['departments', '部门结对', 'Departments with departments, or with a county (部门结对).'],
  UNIT_TO_VILLAGE: ['unit to village', '单位定点帮扶', 'Public bodies and firms with one village (单位定点帮扶).'],
  HOUSEHOLD: ['households', '结对到户', 'Persons with households (结对到户).'],
});
export type PairingLevel = EnumValue<typeof PairingLevel>;

export const PairingScope = describedEnum('PairingScope', 'Whether a pairing crosses a provincial border.', {
  INTER_PROVINCIAL: ['between provinces', '跨省', 'Between provinces (跨省).'],
  INTRA_PROVINCE: ['inside one province', '省内', 'Inside one province (省内).'],
});
export type PairingScope = EnumValue<typeof PairingScope>;

export const PartyKind = describedEnum('PartyKind', 'What kind of parties a source counts without naming them.', {
  TOWN_OR_DISTRICT: [['town or district', 'towns and districts'], ['个', '镇（区）'], 'Towns and districts (镇、区).'],
  TOWNSHIP_OR_STREET: [
    ['township or street', 'townships and streets'],
    ['个', '乡镇（街道）'],
    'Townships, towns and streets (乡镇、街道).',
  ],
  VILLAGE: [['village', 'villages'], ['个', '村'], 'Villages (村).'],
  DEEPLY_POOR_VILLAGE: [
    ['deeply poor village', 'deeply poor villages'],
    ['个', '深度贫困村'],
    'Deeply poor villages (深度贫困村).',
  ],
  POOR_VILLAGE: [['poor village', 'poor villages'], ['个', '贫困村'], 'Other poor villages (贫困村).'],
  STATE_ENTERPRISE: [
    ['state-owned enterprise', 'state-owned enterprises'],
    ['家', '国资企业'],
    'State-owned enterprises (国资企业).',
  ],
  ENTERPRISE: [['firm', 'firms'], ['家', '企业'], 'Firms of any kind (企业).'],
  SOCIAL_ORGANISATION: [
    ['social organisation', 'social organisations'],
    ['个', '社会组织'],
    'Societies, associations and foundations (社会组织).',
  ],
  SCHOOL: [['school', 'schools'], ['所', '学校'], 'Schools of any kind (学校).'],
  PRIVATE_ENTERPRISE: [['private firm', 'private firms'], ['家', '民营企业'], 'Private firms (民营企业).'],
  NATIONAL_ZONE: [
    ['national development zone', 'national development zones'],
    ['家', '国家级开发区'],
    'Development zones of national rank (国家级开发区).',
  ],
  PROVINCIAL_PARK: [
    ['provincial development park', 'provincial development parks'],
    ['家', '省级开发园区'],
    'Development parks of provincial rank (省级开发园区).',
  ],
  CITY_SCHOOL: [['city school', 'city schools'], ['所', '市直属学校'], 'Schools run by the city (市直属学校).'],
  TOWN_SCHOOL: [['town school', 'town schools'], ['所', '镇属学校'], 'Schools run by towns (镇属学校).'],
  COUNTY_SCHOOL: [['county school', 'county schools'], ['所', '县直学校'], 'Schools run by the county (县直学校).'],
  CENTRAL_SCHOOL: [
    ['central school or kindergarten', 'central schools and kindergartens'],
    ['所', '中心园校'],
    'Central schools and kindergartens of townships (中心园校).',
  ],
  DEPARTMENT: [['department', 'departments'], ['个', '部门'], 'Departments of government and Party (部门).'],
  COUNTY: [['county', 'counties'], ['个', '县'], 'Counties (县).'],
  TOWNSHIP: [['township', 'townships'], ['个', '乡镇'], 'Townships and towns (乡镇).'],
  STREET: [['street', 'streets'], ['个', '街道'], 'Streets, the township level of a city (街道).'],
  VILLAGE_OR_COMMUNITY: [
    ['village or community', 'villages and communities'],
    ['个', '村（社区）'],
    'Villages and communities (村、社区).',
  ],
  MANAGEMENT_OFFICE: [
    ['management office', 'management offices'],
    ['个', '管理处'],
    'Management offices of a scenic area (景区管理处).',
  ],
  AID_CADRE: [['aid cadre', 'aid cadres'], ['名', '援派干部'], 'Cadres sent to help (援派干部).'],
  FARMING_FAMILY: [
    ['family of farmers or herders', 'families of farmers and herders'],
    ['户', '农牧户'],
    'Families of farmers and herders (农牧户).',
  ],
  TERTIARY_HOSPITAL: [
    ['tertiary hospital', 'tertiary hospitals'],
    ['家', '三级医院'],
    'Hospitals of the highest grade (三级医院).',
  ],
  COUNTY_HOSPITAL: [['county hospital', 'county hospitals'], ['家', '县级医院'], 'County hospitals (县级医院).'],
  HOSPITAL: [['hospital', 'hospitals'], ['家', '医院'], 'Hospitals (医院).'],
});
export type PartyKind = EnumValue<typeof PartyKind>;

export const PairingEvidence = describedEnum('PairingEvidence', 'How a source tells of a pairing.', {
  STATED: ['stated', '明确记载', 'It says that the two sides are paired.'],
  INFERRED: ['implied', '推知', 'It implies it, as by the name of a working team.'],
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
    mutual: described('`true` where the sides cooperate as equals', optional(boolean)),
    ...noteColumns,
    sources: described('Where it is printed', sourcesColumn),
  },
  key: (row) => row.id,
  parent: 'parent',
  days: { source: firstSource },
});

export type PairingRow = Values<typeof pairingTable.columns>;

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
    {
      entity: PairingSideEntity,
      rows: rows.flatMap((row) => pairingSides(row, isIn)),
    },
  ];
});

/** Who stands on the sides of a pairing of a folder. */
export const pairingSides = (
  { id: pairing, donor, donorCounted, recipient, recipientCounted }: PairingRow,
  isIn: ImportContext['isIn'],
): Omit<PairingSideEntity, 'dataset'>[] => [
  ...sideRows(pairing, 'DONOR', donor, donorCounted, isIn),
  ...sideRows(pairing, 'RECIPIENT', recipient, recipientCounted, isIn),
];

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

/** The rows that tell who stands on a side: those who are named, then those who are only counted. */
function sideRows(
  pairing: string,
  role: SideRole,
  named: readonly string[],
  counted: readonly { readonly region: string | null }[],
  isIn: ImportContext['isIn'],
): Omit<PairingSideEntity, 'dataset'>[] {
  const parties = [
    ...named.map((party) =>
      isIn('regions.csv', party) ? { region: party, organisation: null } : { region: null, organisation: party },
    ),
    ...counted.map(({ region }) => ({ region, organisation: null })),
  ];
  return parties.map((party, place) => ({ pairing, role, place, ...party }));
}

function onlyRegion([first = '', ...others]: readonly string[], isIn: ImportContext['isIn']): string | null {
  return others.length === 0 && isIn('regions.csv', first) ? first : null;
}
