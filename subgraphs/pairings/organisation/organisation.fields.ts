import { fieldsOf, list, one, sources, toOrganisationAs } from '../../../vocabulary/fields.js';
import { rootFields } from '../../../vocabulary/record/listed-type.js';
import { pairingList } from '../pairing/pairing-list.js';
import { provision } from '../provision/provision.record.js';
import { regionType } from '../region/region.type.js';
import { Organisation } from './organisation.entity.js';
import { organisationType } from './organisation.type.js';

export const organisationRootFields = rootFields(organisationType, 'organisation', {
  field: 'organisations',
  description: 'Organisations, by id.',
});

export const organisationFields = fieldsOf(Organisation, {
  region: one(regionType, 'regionId', 'The region it belongs to; null for a national body.'),
  sources: sources('Where it is named: at least one place.'),
  pairingsAsDonor: pairingList(toOrganisationAs('DONOR'), 'Pairings in which this body helps.'),
  pairingsAsRecipient: pairingList(toOrganisationAs('RECIPIENT'), 'Pairings in which this body is helped.'),
  provisions: list(
    provision,
    toOrganisationAs('ISSUER'),
    'Provisions that this body sets, signs or follows: its duties, its rules, the agreements it is party to.',
  ),
});
