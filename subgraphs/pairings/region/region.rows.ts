import { partyFields } from '../../../vocabulary/rows/party-fields.js';
import { regionsOf } from '../../../vocabulary/rows/readers.js';
import { own, type RowFields } from '../../../vocabulary/rows/row-field.js';
import { rowQuery } from '../../../vocabulary/rows/row-query.js';
import type { Region } from './region.entity.js';
import { regionType } from './region.type.js';

const parents = regionsOf<Region>(({ id, parentId }) => [id, parentId]);

const fields: RowFields<Region> = {
  id: own('id', 'The region’s id (编号), stable: its GB/T 2260 code at first registration, where it has one.', 'ID'),
  code: own('code', 'Today’s GB/T 2260 code (行政区划代码), six digits; null where there is none.'),
  name: own('name', 'Today’s Chinese name (现名).'),
  nameEn: own('nameEn', 'Today’s name in English or pinyin.'),
  pinyin: own('pinyin', 'The pinyin of the name with tone marks (拼音).'),
  kind: own('kind', 'What makes it a region (类型).'),
  level: own('level', 'The level at which it acts (行政级别); null for a place or a group.'),
  ...partyFields('parent', 'The region directly above (上级地区)', {
    reads: [parents],
    of: ({ parentId }, page) => page.of(parents, parentId ?? ''),
  }),
  province: {
    type: 'String',
    description: 'The Chinese name of its province (省份), itself included.',
    reads: [parents],
    value: ({ id }, page) => page.of(parents, id)[0]?.province ?? null,
  },
  dataset: own('dataset', 'The data set that it came with (数据集).'),
};

/** The root field `regionRows`. */
export const regionRows = rowQuery(regionType, 'regions', fields);
