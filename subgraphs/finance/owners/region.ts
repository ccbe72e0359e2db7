import { fieldsOf, list, toRegionAs, total } from '../../../vocabulary/fields.js';
import { enterprise } from '../enterprise/enterprise.record.js';
import { facility } from '../facility/facility.record.js';
import { fund } from '../fund/fund.record.js';
import { project } from '../project/project.record.js';
import { sale } from '../sale/sale.record.js';
import { owners } from './types.js';

const asDonor = toRegionAs('DONOR');
const asRecipient = toRegionAs('RECIPIENT');
const asPlace = toRegionAs('PLACE');
const asSeller = toRegionAs('ORIGIN');

export const regionFields = fieldsOf(owners.Region, {
  fundsReceived: list(
    fund,
    asRecipient,
    'Money that this region itself receives; not that of the regions below it, which `funds(filter: {recipient: {within}})` has.',
  ),
  fundsReceivedTotal: total(fund, asRecipient, 'Money of one kind that this region receives, added up, in yuan.'),
  fundsGiven: list(
    fund,
    asDonor,
    'Money that a source says this region itself gives or raises; `funds(filter: {donor: {within}})` also has that of regions below it, of its bodies, and of its pairings where the source names nobody.',
  ),
  fundsGivenTotal: total(fund, asDonor, 'Money of one kind that this region gives, added up, in yuan.'),
  projectsSupported: list(
    project,
    asDonor,
    'Projects that this region itself pays for or supports, as their sources say; not those of the regions below it.',
  ),
  projects: list(
    project,
    asPlace,
    'Projects in this region itself; not in the regions below it, which `projects(filter: {place: {within}})` has.',
  ),
  projectTotal: total(
    project,
    asPlace,
    'Projects that sources count in this region, added up. Projects that they describe one by one have other units, and are left out.',
  ),
  sales: list(
    sale,
    asSeller,
    'What producers and hosts of this region itself sold; not those of the regions below it.',
  ),
  saleTotal: total(
    sale,
    asSeller,
    'Goods that producers of this region sold, added up, in yuan; what guests spend is left out.',
  ),
  enterprises: list(
    enterprise,
    asPlace,
    'Firms that a source places in this region itself; `enterprises(filter: {place: {within}})` also has those below it and of its pairings.',
  ),
  facilities: list(
    facility,
    asPlace,
    'Parks, workshops and bases that a source places in this region itself; `facilities(filter: {place: {within}})` also has those below it and of its pairings.',
  ),
});
