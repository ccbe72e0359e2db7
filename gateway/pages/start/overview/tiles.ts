import { language } from '../language.js';

/** A province-level region as a tile: its id, row, column and short names; a soft hyphen is where a long one breaks. */
export type Tile = readonly [id: string, row: number, column: number, chinese: string, english: string];

/** The short name of a province in the language of the page; null where a region is none. */
export function tileName(id: string): string | null {
  const tile = tiles.find(([each]) => each === id);
  return tile ? tile[language() === 'EN' ? 4 : 3].replace('\u00ad', '') : null;
}

/** The 34 province-level regions, arranged roughly as on a map. */
export const tiles: readonly Tile[] = [
  ['230000', 1, 8, '黑龙江', 'Heilong\u00adjiang'],
  ['150000', 2, 6, '内蒙古', 'Inner Mongolia'],
  ['210000', 2, 7, '辽宁', 'Liaoning'],
  ['220000', 2, 8, '吉林', 'Jilin'],
  ['650000', 3, 1, '新疆', 'Xinjiang'],
  ['620000', 3, 3, '甘肃', 'Gansu'],
  ['640000', 3, 4, '宁夏', 'Ningxia'],
  ['140000', 3, 5, '山西', 'Shanxi'],
  ['130000', 3, 6, '河北', 'Hebei'],
  ['110000', 3, 7, '北京', 'Beijing'],
  ['120000', 3, 8, '天津', 'Tianjin'],
  ['630000', 4, 3, '青海', 'Qinghai'],
  ['610000', 4, 4, '陕西', 'Shaanxi'],
  ['410000', 4, 5, '河南', 'Henan'],
  ['340000', 4, 6, '安徽', 'Anhui'],
  ['370000', 4, 7, '山东', 'Shandong'],
  ['540000', 5, 2, '西藏', 'Tibet'],
  ['510000', 5, 3, '四川', 'Sichuan'],
  ['500000', 5, 4, '重庆', 'Chong\u00adqing'],
  ['420000', 5, 5, '湖北', 'Hubei'],
  ['360000', 5, 6, '江西', 'Jiangxi'],
  ['320000', 5, 7, '江苏', 'Jiangsu'],
  ['310000', 5, 8, '上海', 'Shanghai'],
  ['530000', 6, 3, '云南', 'Yunnan'],
  ['520000', 6, 4, '贵州', 'Guizhou'],
  ['430000', 6, 5, '湖南', 'Hunan'],
  ['350000', 6, 6, '福建', 'Fujian'],
  ['330000', 6, 7, '浙江', 'Zhejiang'],
  ['450000', 7, 4, '广西', 'Guang\u00adxi'],
  ['440000', 7, 5, '广东', 'Guang\u00addong'],
  ['810000', 7, 6, '香港', 'Hong Kong'],
  ['710000', 7, 7, '台湾', 'Taiwan'],
  ['460000', 8, 4, '海南', 'Hainan'],
  ['820000', 8, 5, '澳门', 'Macao'],
];
