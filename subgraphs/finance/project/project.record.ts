import { column } from '../../../platform/filter.js';
import { described, integer, oneOf, optional, reference, text } from '../../../platform/import/columns.js';
import { sideAs } from '../../../vocabulary/party/standing.js';
import { part, recordFilter, regionPart, standingPart, titleParts } from '../../../vocabulary/record/filter.js';
import { IdFilter, operatorInput } from '../../../vocabulary/record/filter-inputs.js';
import { inRole, regionInRole, statedList, storedIn, termList } from '../../../vocabulary/record/record-import.js';
import { recordType } from '../../../vocabulary/record/record-type.js';
import { withFilter } from '../../../vocabulary/totals.js';
import { Project, ProjectKind, ProjectState } from './project.entity.js';

const KindFilter = operatorInput('ProjectKindFilter', 'Conditions on a sort of project.', () => ProjectKind);
const StateFilter = operatorInput('ProjectStateFilter', 'Conditions on a project’s state.', () => ProjectState);

const filter = recordFilter('ProjectsFilter', 'Which projects a list has.', {
  kind: part(KindFilter, 'What sort of project it is.'),
  state: part(StateFilter, 'How far it has come.'),
  ...titleParts,
  place: regionPart('PLACE', 'The region where it is.'),
  donor: standingPart(
    sideAs('DONOR'),
    'A region that pays for it or supports it; where the source names nobody, the donor of its pairing.',
  ),
  fund: part(IdFilter, 'The fund that pays for it.', column('row.fundId')),
});

export const project = recordType('Project', Project, {
  words: ['project', 'projects and counts of projects'],
  filter,
  total: { args: withFilter(filter), unit: () => 'PROJECT' },
  scope: {
    enumerations: { kind: {}, state: {} },
    words: [
      ['title', 'titleEn'],
      ['purpose', 'purposeZh'],
    ],
    sides: { donor: 'DONOR', recipient: 'PLACE' },
  },
  table: {
    description: 'A project, or a number of projects, as one source reports them.',
    columns: {
      kind: optional(oneOf(ProjectKind)),
      state: optional(oneOf(ProjectState)),
      title: described('Name of the project in Chinese', optional(text)),
      titleEn: described('What it is, in English', optional(text)),
      purpose: described('What it is for, in a few words of English', optional(text)),
      purposeZh: described('The same in Chinese', optional(text)),
      townships: described('How many townships it reaches', optional(integer)),
      villages: described('How many villages it reaches', optional(integer)),
      households: described('How many households it reaches', optional(integer)),
      fund: storedIn('fundId', described('The fund that pays for it', optional(reference('funds.csv')))),
      place: regionInRole('PLACE', 'Where it is: the smallest region that the source names'),
      donor: inRole('DONOR', 'Who pays for it or supports it'),
      provider: inRole('PROVIDER', 'Who plans or leads it'),
      beneficiary: inRole(
        'BENEFICIARY',
        'The body that it is for, such as a school',
        optional(reference('organisations.csv')),
      ),
      items: termList('What it consists of'),
      milestones: statedList('The steps that the source reports, each with its state', ProjectState),
    },
  },
});
