import type { Language } from '../../../vocabulary/figure/language.js';
import type { PartyKind } from '../../../vocabulary/pairing/pairing-table.js';
import type { CountedParties } from './side.js';

/** How a kind of parties is written after a number: in English for one and for several, in Chinese. */
const words: Readonly<Record<PartyKind, readonly [one: string, several: string, zh: string]>> = {
  TOWN_OR_DISTRICT: ['town or district', 'towns and districts', '个镇（区）'],
  TOWNSHIP_OR_STREET: ['township or street', 'townships and streets', '个乡镇（街道）'],
  VILLAGE: ['village', 'villages', '个村'],
  DEEPLY_POOR_VILLAGE: ['deeply poor village', 'deeply poor villages', '个深度贫困村'],
  POOR_VILLAGE: ['poor village', 'poor villages', '个贫困村'],
  STATE_ENTERPRISE: ['state-owned enterprise', 'state-owned enterprises', '家国资企业'],
  PRIVATE_ENTERPRISE: ['private firm', 'private firms', '家民营企业'],
  NATIONAL_ZONE: ['national development zone', 'national development zones', '家国家级开发区'],
  PROVINCIAL_PARK: ['provincial development park', 'provincial development parks', '家省级开发园区'],
  CITY_SCHOOL: ['city school', 'city schools', '所市直属学校'],
  TOWN_SCHOOL: ['town school', 'town schools', '所镇属学校'],
  COUNTY_SCHOOL: ['county school', 'county schools', '所县直学校'],
  CENTRAL_SCHOOL: ['central school or kindergarten', 'central schools and kindergartens', '所中心园校'],
  DEPARTMENT: ['department', 'departments', '个部门'],
  COUNTY: ['county', 'counties', '个县'],
  TOWNSHIP: ['township', 'townships', '个乡镇'],
  STREET: ['street', 'streets', '个街道'],
  VILLAGE_OR_COMMUNITY: ['village or community', 'villages and communities', '个村（社区）'],
  MANAGEMENT_OFFICE: ['management office', 'management offices', '个管理处'],
  AID_CADRE: ['aid cadre', 'aid cadres', '名援派干部'],
  FARMING_FAMILY: ['family of farmers or herders', 'families of farmers and herders', '户农牧户'],
  TERTIARY_HOSPITAL: ['tertiary hospital', 'tertiary hospitals', '家三级医院'],
  COUNTY_HOSPITAL: ['county hospital', 'county hospitals', '家县级医院'],
  HOSPITAL: ['hospital', 'hospitals', '家医院'],
};

/** A side for display: the names of its parties, and what is only counted. */
export function sideLabel(
  named: readonly { readonly name: string; readonly nameEn: string | null }[],
  counted: readonly Pick<CountedParties, 'count' | 'kind'>[],
  language: Language,
): string {
  return joined(
    [
      ...named.map(({ name, nameEn }) => (language === 'ZH' ? name : (nameEn ?? name))),
      ...counted.map((parties) => countedText(parties, language)),
    ],
    language,
  );
}

function countedText({ count, kind }: Pick<CountedParties, 'count' | 'kind'>, language: Language): string {
  const [one, several, zh] = words[kind];
  if (language === 'ZH') {
    return count === null ? zh.slice(1) : `${count}${zh}`;
  }
  return count === null ? several : `${count} ${count === 1 ? one : several}`;
}

const lists = new Intl.ListFormat('en');

function joined(parts: readonly string[], language: Language): string {
  return language === 'ZH' ? parts.join('、') : lists.format(parts);
}
