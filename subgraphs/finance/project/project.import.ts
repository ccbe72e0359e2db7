import { described, integer, oneOf, optional, reference, text } from '../../../platform/import/columns.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import { partiesColumn } from '../../../vocabulary/record/columns.js';
import { recordColumns, recordProblems, recordRows } from '../../../vocabulary/record/record-table.js';
import { termsColumn } from '../../../vocabulary/record/term.js';
import { Project, ProjectKind, ProjectState } from './project.entity.js';

const projectTable = csvTable({
  file: 'projects.csv',
  description: 'A project, or a number of projects, as one source reports them.',
  columns: {
    ...recordColumns('projects.csv'),
    kind: optional(oneOf(ProjectKind)),
    state: optional(oneOf(ProjectState)),
    title: described('Name of the project in Chinese', optional(text)),
    titleEn: described('What it is, in English', optional(text)),
    purpose: described('What it is for, in a few words of English', optional(text)),
    townships: described('How many townships it reaches', optional(integer)),
    villages: described('How many villages it reaches', optional(integer)),
    households: described('How many households it reaches', optional(integer)),
    fund: described('The fund that pays for it', optional(reference('funds.csv'))),
    place: described('Where it is: the smallest region that the source names', optional(reference('regions.csv'))),
    donor: described('Who pays for it or supports it', partiesColumn),
    provider: described('Who plans or leads it', partiesColumn),
    beneficiary: described('The body that it is for, such as a school', optional(reference('organisations.csv'))),
    items: described('What it consists of', termsColumn),
    milestones: described('The steps that the source reports, each with its state in English', termsColumn),
  },
  key: (row) => row.id,
  parent: 'includedIn',
  check: recordProblems,
});

export const projectImport = tableImport(projectTable, 'project', (rows, context) =>
  recordRows(Project, rows, context, {
    columns: (row) => ({
      kind: row.kind,
      state: row.state,
      title: row.title,
      titleEn: row.titleEn,
      purpose: row.purpose,
      townships: row.townships,
      villages: row.villages,
      households: row.households,
      fundId: row.fund,
    }),
    parties: (row) => ({ PLACE: row.place, DONOR: row.donor, PROVIDER: row.provider, BENEFICIARY: row.beneficiary }),
    lists: (row) => ({ items: row.items, milestones: row.milestones }),
  }),
);
