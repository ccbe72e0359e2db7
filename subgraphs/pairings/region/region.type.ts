import { RegionKind, RegionLevel } from '../../../vocabulary/party/region-table.js';
import { filterOf, part } from '../../../vocabulary/record/filter.js';
import { regionColumn } from '../../../vocabulary/record/filter-fields.js';
import { operatorInput, RegionFilter, StringFilter } from '../../../vocabulary/record/filter-inputs.js';
import { listedType } from '../../../vocabulary/record/listed-type.js';
import { Region } from './region.entity.js';

const KindFilter = operatorInput('RegionKindFilter', 'Conditions on a kind of region.', () => RegionKind);
const LevelFilter = operatorInput('RegionLevelFilter', 'Conditions on a level of administration.', () => RegionLevel);

export const regionType = listedType(
  'Region',
  Region,
  filterOf('RegionsFilter', 'Which regions a list has.', {
    region: part(RegionFilter, 'The region itself; `within` also finds those below one.', regionColumn('row.id')),
    name: part(StringFilter, 'Today’s Chinese name.'),
    nameEn: part(StringFilter, 'Today’s name in English or pinyin.'),
    code: part(StringFilter, 'Today’s GB/T 2260 code.'),
    kind: part(KindFilter, 'What makes it a region.'),
    level: part(LevelFilter, 'The level at which it acts.'),
    parent: part(RegionFilter, 'The region directly above.', regionColumn('row.parentId')),
  }),
);
