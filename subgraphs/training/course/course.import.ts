import { described, integer, oneOf, optional, text } from '../../../platform/import/columns.js';
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
import { termRows, termsColumn } from '../../../vocabulary/term.js';
import { Course, CourseCount, CourseKind, Trainee } from './course.entity.js';

const courseTable = csvTable({
  file: 'courses.csv',
  description: 'Training courses, classes or programmes, and admissions to study, as one source reports them.',
  columns: {
    ...recordColumns('courses.csv'),
    title: described('Name of the course in Chinese', optional(text)),
    titleEn: described('What it is, in English', optional(text)),
    kind: oneOf(CourseKind),
    counts: described('What the value counts', oneOf(CourseCount)),
    sessions: described('In how many sessions or classes, where the value counts people', optional(integer)),
    trainee: described('Which people it is for', optional(oneOf(Trainee))),
    origin: described('Where the trainees come from', partiesColumn),
    host: described('Where it is held', partiesColumn),
    provider: described('Who holds it', partiesColumn),
    topics: described('What it teaches', termsColumn),
  },
  key: (row) => row.id,
  parent: 'includedIn',
  check: recordProblems,
});

export const courseImport = tableImport(courseTable, 'course', (rows, context) => [
  {
    entity: Course,
    rows: rows.map((row) => ({
      ...reportedColumns(row),
      title: row.title,
      titleEn: row.titleEn,
      kind: row.kind,
      counts: row.counts,
      sessions: row.sessions,
      trainee: row.trainee,
    })),
  },
  {
    entity: PartyEntity,
    rows: rows.flatMap((row) => [
      ...partyRows(row.id, 'ORIGIN', row.origin, context),
      ...partyRows(row.id, 'HOST', row.host, context),
      ...partyRows(row.id, 'PROVIDER', row.provider, context),
    ]),
  },
  ...linkRows(rows),
  termRows(rows.map(({ id, topics }) => ({ id, terms: topics }))),
]);
