import { fieldsOf, list, toRegionAs, total } from '../../../vocabulary/fields.js';
import { jobFair } from '../job-fair/job-fair.record.js';
import { jobOffer } from '../job-offer/job-offer.record.js';
import { placement } from '../placement/placement.record.js';
import { station } from '../station/station.record.js';
import { owners } from './types.js';

const asProvider = toRegionAs('PROVIDER');
const asRecipient = toRegionAs('RECIPIENT');
const asOrigin = toRegionAs('ORIGIN');

export const regionFields = fieldsOf(owners.Region, {
  jobFairsHeld: list(jobFair, asProvider, 'Job fairs that this region itself holds, alone or with others.'),
  jobFairsFor: list(jobFair, asRecipient, 'Job fairs for the people of this region itself, wherever they are held.'),
  jobOffersBy: list(jobOffer, asProvider, 'Jobs that this region itself offers to people of others.'),
  jobOffersFor: list(
    jobOffer,
    asRecipient,
    'Jobs offered to the people of this region itself; not to those of the regions below it.',
  ),
  jobOffersForTotal: total(jobOffer, asRecipient, 'Jobs offered to people of this region, added up.'),
  placementsFrom: list(
    placement,
    asOrigin,
    'People from this region itself who found work; not those of the regions below it.',
  ),
  placementsFromTotal: total(placement, asOrigin, 'People of this region in stable work, added up.'),
  placementsTo: list(
    placement,
    toRegionAs('DESTINATION'),
    'People who found work in this region itself; not in those below it.',
  ),
  stations: list(station, asRecipient, 'Labour stations that stand in this region itself or serve it.'),
});
