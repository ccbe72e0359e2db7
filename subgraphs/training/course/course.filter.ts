import { sideAs } from '../../../vocabulary/party/standing.js';
import { part, recordFilter, regionPart, standingPart, titleParts } from '../../../vocabulary/record/filter.js';
import { operatorInput } from '../../../vocabulary/record/filter-inputs.js';
import { CourseCount, CourseKind, Trainee } from './course.entity.js';

const KindFilter = operatorInput('CourseKindFilter', 'Conditions on a kind of training.', () => CourseKind);
const CountsFilter = operatorInput(
  'CourseCountFilter',
  'Conditions on what a course’s figure counts.',
  () => CourseCount,
);
const TraineeFilter = operatorInput('TraineeFilter', 'Conditions on the people trained.', () => Trainee);

export const courseFilter = recordFilter('CoursesFilter', 'Which courses a list has.', {
  kind: part(KindFilter, 'What kind of training it is.'),
  counts: part(CountsFilter, 'What the figure counts.'),
  ...titleParts,
  trainee: part(TraineeFilter, 'Which people it is for.'),
  origin: regionPart('ORIGIN', 'The region whose people are trained.'),
  host: regionPart('HOST', 'The region where it is held.'),
  donor: standingPart(sideAs('DONOR'), 'A region that helps: the donor of the pairing.'),
  recipient: standingPart(
    sideAs('RECIPIENT', 'ORIGIN'),
    'The region whose people are trained; where the source names none, the recipient of the pairing.',
  ),
});
