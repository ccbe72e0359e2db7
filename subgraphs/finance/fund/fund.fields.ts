import { countedAs, fieldsOf, list, partiesAs, partyAs, terms, toOwnerIn } from '../../../vocabulary/fields.js';
import { project } from '../project/project.record.js';
import { Fund } from './fund.entity.js';
import { fund } from './fund.record.js';

export const fundFields = fieldsOf(Fund, {
  donor: partyAs('DONOR', 'Who gives or raises it; null where the source names nobody, or several.'),
  donors: partiesAs('DONOR', 'All who give or raise it, where several do; empty where the source names nobody.'),
  recipient: partyAs('RECIPIENT', 'Who receives it; null where the source does not say.'),
  recipientsCounted: countedAs(
    'RECIPIENT',
    'Recipients whom the source counts and does not name, such as 11 counties; empty where it counts none.',
  ),
  items: terms(
    fund,
    'What it is spent on, or the goods given, as the source lists them; empty where it lists nothing.',
  ),
  projects: list(project, toOwnerIn('project', 'fundId'), 'Projects that it pays for, and counts of them.'),
});
