import { described, integer, oneOf, optional, text } from '../../../platform/import/columns.js';
import { csvTable, tableImport } from '../../../platform/import/table.js';
import { partiesColumn } from '../../../vocabulary/record/columns.js';
import { recordColumns, recordProblems, recordRows } from '../../../vocabulary/record/record-table.js';
import { termsColumn } from '../../../vocabulary/record/term.js';
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

export const courseImport = tableImport(courseTable, 'course', (rows, context) =>
  recordRows(Course, rows, context, {
    columns: (row) => ({
      title: row.title,
      titleEn: row.titleEn,
      kind: row.kind,
      counts: row.counts,
      sessions: row.sessions,
      trainee: row.trainee,
    }),
    parties: (row) => ({ ORIGIN: row.origin, HOST: row.host, PROVIDER: row.provider }),
    terms: (row) => row.topics,
  }),
);
