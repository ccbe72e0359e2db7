import { column } from '../../../platform/filter.js';
import { filterOf, part } from '../../../vocabulary/record/filter.js';
import { regionColumn } from '../../../vocabulary/record/filter-fields.js';
import {
  IdFilter,
  OrganisationKindFilter,
  RegionFilter,
  StringFilter,
} from '../../../vocabulary/record/filter-inputs.js';
import { listedType } from '../../../vocabulary/record/listed-type.js';
import { Organisation } from './organisation.entity.js';

export const organisationType = listedType(
  'Organisation',
  Organisation,
  filterOf('OrganisationsFilter', 'Which organisations a list has.', {
    organisation: part(IdFilter, 'The organisation itself.', column('row.id')),
    name: part(StringFilter, 'Chinese name.'),
    nameEn: part(StringFilter, 'Name in English.'),
    kind: part(OrganisationKindFilter, 'What kind of body it is.'),
    region: part(RegionFilter, 'The region it belongs to.', regionColumn('row.regionId')),
  }),
);
