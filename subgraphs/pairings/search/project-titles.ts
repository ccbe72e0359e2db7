import type { TableReader } from '../../../platform/import/table.js';
import { recordTables } from '../../../vocabulary/record/record-tables.js';
import { projectForms, searchFormRows } from './search-forms.js';

type Project = Parameters<typeof projectForms>[0];

/** The titles of projects, by which search finds them. Another subgraph has the projects. */
export const projectTitles: TableReader = {
  file: recordTables.Project,
  toRows: (rows) => [searchFormRows((rows as unknown as readonly Project[]).flatMap(projectForms))],
};
