import { fieldsOf, one, partiesAs, partyAs, terms } from '../../../vocabulary/fields.js';
import { fund } from '../fund/fund.record.js';
import { owners } from '../owners/types.js';
import { Milestone } from './milestone.js';
import { Project } from './project.entity.js';
import { project } from './project.record.js';

export const projectFields = fieldsOf(Project, {
  fund: one(fund, 'fundId', 'The fund that pays for it; null where the source does not say which.'),
  place: partyAs(
    'PLACE',
    'Where it is: the smallest region that the source names; null where it names none.',
    owners.Region,
  ),
  donors: partiesAs('DONOR', 'Who pays for it or supports it; empty where the source does not say.'),
  providers: partiesAs(
    'PROVIDER',
    'Who plans or leads it, or whose experience it uses; empty where the source does not say.',
  ),
  beneficiary: partyAs(
    'BENEFICIARY',
    'The body that it is for, such as a school; null where it is for no single one.',
    owners.Organisation,
  ),
  items: terms(
    project,
    'What the source lists in it: plans of a programme, projects of a group; empty where it lists nothing.',
  ),
  milestones: terms(
    project,
    'The steps that the source reports, each with its state; empty where it reports none.',
    Milestone,
  ),
});
