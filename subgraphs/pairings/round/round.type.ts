import { column } from '../../../platform/filter.js';
import { filterOf, part } from '../../../vocabulary/record/filter.js';
import { IdFilter, operatorInput } from '../../../vocabulary/record/filter-inputs.js';
import { listedType } from '../../../vocabulary/record/listed-type.js';
import { Listing } from '../../../vocabulary/pairing/listing.js';
import { Round } from './round.entity.js';

const ListingFilter = operatorInput('ListingFilter', 'Conditions on whether a round is complete.', () => Listing);

export const roundType = listedType(
  'Round',
  Round,
  filterOf('RoundsFilter', 'Which rounds a list has.', {
    round: part(IdFilter, 'The round itself.', column('row.id')),
    programme: part(IdFilter, 'Its programme.', column('row.programmeId')),
    basis: part(IdFilter, 'The document that made it.', column('row.basisId')),
    listing: part(ListingFilter, 'Whether the graph has all its pairings.'),
  }),
);
