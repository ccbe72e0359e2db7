import { fieldsOf, list, toRegionAs, total } from '../../../vocabulary/fields.js';
import { course } from '../course/course.record.js';
import { expertExchange } from '../expert-exchange/expert-exchange.record.js';
import { secondment } from '../secondment/secondment.record.js';
import { owners } from './types.js';

const asOrigin = toRegionAs('ORIGIN');
const asDestination = toRegionAs('DESTINATION');

export const regionFields = fieldsOf(owners.Region, {
  coursesFrom: list(
    course,
    asOrigin,
    'Training of people from this region itself; not of those from the regions below it.',
  ),
  coursesFromTotal: total(
    course,
    asOrigin,
    'People of this region who were trained, person-times or sessions, added up.',
  ),
  coursesHosted: list(course, toRegionAs('HOST'), 'Training held in this region itself; not in those below it.'),
  coursesRun: list(
    course,
    toRegionAs('PROVIDER'),
    'Training that this region itself runs, for its own people or those of others.',
  ),
  secondmentsFrom: list(
    secondment,
    asOrigin,
    'People whom this region itself posts elsewhere, postings both ways included.',
  ),
  secondmentsFromTotal: total(
    secondment,
    asOrigin,
    'People of this region who are posted at the other side, added up.',
  ),
  secondmentsTo: list(
    secondment,
    asDestination,
    'People posted to this region itself, postings both ways included; not to those below it.',
  ),
  secondmentsToTotal: total(secondment, asDestination, 'People posted in this region, added up.'),
  expertsFrom: list(
    expertExchange,
    asOrigin,
    'Experts and technologies from this region itself, exchanges both ways included.',
  ),
  expertsFromTotal: total(
    expertExchange,
    asOrigin,
    'Experts of this region who work or help at the other side, person-times or technologies, added up.',
  ),
  expertsTo: list(
    expertExchange,
    asDestination,
    'Experts and technologies that come to this region itself, exchanges both ways included; not to those below it.',
  ),
  expertsToTotal: total(
    expertExchange,
    asDestination,
    'Experts who work or help in this region, person-times or technologies, added up.',
  ),
});
