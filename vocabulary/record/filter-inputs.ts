import { Field, Float, ID, InputType, Int, type ClassType } from 'type-graphql';

import { Basis, Bound, FigureStatus } from '../figure/figure.js';
import { Unit } from '../figure/unit.js';
import { OrganisationKind } from '../party/organisation-kind.js';

const meanings = {
  eq: 'Equal to this.',
  ne: 'Not equal to this; a missing value is not equal to anything.',
  in: 'Equal to one of these.',
  notIn: 'Equal to none of these.',
  lt: 'Less than this, or before it.',
  lte: 'At most this, or not after it.',
  gt: 'More than this, or after it.',
  gte: 'At least this, or not before it.',
  contains: 'Has this text in it; Latin upper and lower case are the same.',
  startsWith: 'Begins with this text; Latin upper and lower case are the same.',
  within: 'This region or any below it.',
  code: 'Its GB/T 2260 code of today is this.',
  name: 'Its Chinese name of today is this; several regions may have it.',
  withinCode: 'The region with this code of today, or any below it.',
  withinName: 'A region with this Chinese name of today, or any below it.',
  isNull: 'True: has no value. False: has one.',
} as const;

type Operator = keyof typeof meanings;

/** Operators whose value is a text, whatever is compared. */
const texts: ReadonlySet<Operator> = new Set(['code', 'name', 'withinCode', 'withinName']);

const equality = ['eq', 'ne', 'in', 'notIn', 'isNull'] as const satisfies readonly Operator[];
const order = ['lt', 'lte', 'gt', 'gte'] as const satisfies readonly Operator[];

/** An input type with operators on one kind of value. */
export function operatorInput(
  name: string,
  description: string,
  type: () => unknown,
  operators: readonly Operator[] = equality,
): ClassType {
  class Operators {}
  InputType(name, { description })(Operators);
  for (const operator of operators) {
    const isList = operator === 'in' || operator === 'notIn';
    const typeOfOperator =
      operator === 'isNull'
        ? (): unknown => Boolean
        : texts.has(operator)
          ? (): unknown => String
          : isList
            ? (): unknown => [type()]
            : type;
    Field(typeOfOperator as never, { nullable: true, description: meanings[operator] })(Operators.prototype, operator);
  }
  return Operators;
}

export const IdFilter = operatorInput('IdFilter', 'Conditions on a reference, by id.', () => ID);
export const StringFilter = operatorInput('StringFilter', 'Conditions on a text.', () => String, [
  ...equality,
  'contains',
  'startsWith',
]);
export const FloatFilter = operatorInput(
  'FloatFilter',
  'Conditions on a figure. It is an interval: "at least 35 million" is gte 35 million, and not lte any number.',
  () => Float,
  [...equality, ...order],
);
export const IntFilter = operatorInput('IntFilter', 'Conditions on a whole number.', () => Int, [
  ...equality,
  ...order,
]);
export const BooleanFilter = operatorInput('BooleanFilter', 'Conditions on what holds or not.', () => Boolean, [
  'eq',
  'ne',
]);
export const DateFilter = operatorInput(
  'DateFilter',
  'Conditions on a date, by its first day: December 2016 is 2016-12-01.',
  () => Date,
  [...equality, ...order],
);
export const RegionFilter = operatorInput(
  'RegionFilter',
  'Conditions on a region, by id; or by its code or name of today. A body counts for the region that it belongs to, parties that are only counted for the one they are in. What no region has finds nothing; `region(code: …)` tells the id of a code, also of a former one.',
  () => ID,
  [...equality, 'within', 'code', 'name', 'withinCode', 'withinName'],
);
export const OrganisationKindFilter = operatorInput(
  'OrganisationKindFilter',
  'Conditions on a kind of body.',
  () => OrganisationKind,
);
export const UnitFilter = operatorInput('UnitFilter', 'Conditions on a unit.', () => Unit);
export const BoundFilter = operatorInput('BoundFilter', 'Conditions on a bound.', () => Bound);
export const StatusFilter = operatorInput('FigureStatusFilter', 'Conditions on a status.', () => FigureStatus);
export const BasisFilter = operatorInput('BasisFilter', 'Conditions on a basis.', () => Basis);

/** Adds `and`, `or` and `not` to a filter's input type. */
export function Combinable(): ClassDecorator {
  return (target) => {
    const self = target as unknown as ClassType;
    const add = (name: string, type: () => unknown, description: string): void => {
      Field(type as never, { nullable: true, description })(self.prototype, name);
    };
    add('and', () => [self], 'All of these hold.');
    add('or', () => [self], 'At least one of these holds.');
    add('not', () => self, 'This does not hold.');
  };
}
