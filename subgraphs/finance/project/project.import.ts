import { integer, oneOf, optional, reference, text } from '../../../platform/import/columns.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import { partiesColumn } from '../../../vocabulary/columns.js';
import { PartyEntity } from '../../../vocabulary/party.js';
import {
  reportedColumns,
  linkRows,
  partyRows,
  recordColumns,
  recordProblems,
} from '../../../vocabulary/record-table.js';
import { listKey, termRows, termsColumn } from '../../../vocabulary/term.js';
import { Project, ProjectKind, ProjectState } from './project.entity.js';

const projectTable = csvTable({
  file: 'projects.csv',
  description: 'A project, or a number of projects, as one source reports them.',
  columns: {
    ...recordColumns('projects.csv'),
    kind: optional(oneOf(ProjectKind)),
    state: optional(oneOf(ProjectState)),
    title: optional(text),
    titleEn: optional(text),
    purpose: optional(text),
    townships: optional(integer),
    villages: optional(integer),
    households: optional(integer),
    fund: optional(reference('funds.csv')),
    place: optional(reference('regions.csv')),
    donor: partiesColumn,
    provider: partiesColumn,
    beneficiary: optional(reference('organisations.csv')),
    items: termsColumn,
    milestones: termsColumn,
  },
  key: (row) => row.id,
  check: recordProblems,
});

export const projectImport = tableImport(projectTable, 'project', (rows, context) => [
  {
    entity: Project,
    rows: rows.map((row) => ({
      ...reportedColumns(row),
      kind: row.kind,
      state: row.state,
      title: row.title,
      titleEn: row.titleEn,
      purpose: row.purpose,
      townships: row.townships,
      villages: row.villages,
      households: row.households,
      fundId: row.fund,
    })),
  },
  {
    entity: PartyEntity,
    rows: rows.flatMap((row) => [
      ...partyRows(row.id, 'PLACE', row.place === null ? [] : [row.place], context),
      ...partyRows(row.id, 'DONOR', row.donor, context),
      ...partyRows(row.id, 'PROVIDER', row.provider, context),
      ...partyRows(row.id, 'BENEFICIARY', row.beneficiary === null ? [] : [row.beneficiary], context),
    ]),
  },
  ...linkRows(rows),
  termRows(
    rows.flatMap(({ id, items, milestones }) => [
      { id: listKey(id, 'items'), terms: items },
      { id: listKey(id, 'milestones'), terms: milestones },
    ]),
  ),
]);
