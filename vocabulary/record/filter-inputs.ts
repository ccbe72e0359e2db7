import { Field, Float, ID, InputType, Int, type ClassType } from 'type-graphql';

import { Basis, Bound, FigureStatus } from '../figure/figure.js';
import { Unit } from '../figure/unit.js';

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
  isNull: 'True: has no value. False: has one.',
} as const;

type Operator = keyof typeof meanings;
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
    const typeOfOperator = operator === 'isNull' ? (): unknown => Boolean : isList ? (): unknown => [type()] : type;
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
const FloatFilter = operatorInput(
  'FloatFilter',
  'Conditions on a figure. It is an interval: "at least 35 million" is gte 35 million, and not lte any number.',
  () => Float,
  [...equality, ...order],
);
export const IntFilter = operatorInput('IntFilter', 'Conditions on a whole number.', () => Int, [
  ...equality,
  ...order,
]);
export const DateFilter = operatorInput(
  'DateFilter',
  'Conditions on a date, by its first day: December 2016 is 2016-12-01.',
  () => Date,
  [...equality, ...order],
);
export const RegionFilter = operatorInput('RegionFilter', 'Conditions on a region, by id.', () => ID, [
  ...equality,
  'within',
]);
const UnitFilter = operatorInput('UnitFilter', 'Conditions on a unit.', () => Unit);
const BoundFilter = operatorInput('BoundFilter', 'Conditions on a bound.', () => Bound);
const StatusFilter = operatorInput('FigureStatusFilter', 'Conditions on a status.', () => FigureStatus);
const BasisFilter = operatorInput('BasisFilter', 'Conditions on a basis.', () => Basis);

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

/** What the filter of every kind of record can ask. */
@InputType('RecordFilter')
export abstract class RecordFilter {
  @Field(() => FloatFilter, { nullable: true, description: 'The figure’s number, in its unit.' })
  value?: object;

  @Field(() => UnitFilter, { nullable: true, description: 'The figure’s unit.' })
  unit?: object;

  @Field(() => BoundFilter, { nullable: true, description: 'The figure’s bound.' })
  bound?: object;

  @Field(() => StatusFilter, { nullable: true, description: 'The figure’s status.' })
  status?: object;

  @Field(() => BasisFilter, { nullable: true, description: 'The figure’s basis.' })
  basis?: object;

  @Field(() => DateFilter, { nullable: true, description: 'Start of the period that the figure covers.' })
  from?: object;

  @Field(() => DateFilter, {
    nullable: true,
    description: 'End of the period that the figure covers, itself not included.',
  })
  to?: object;

  @Field(() => IdFilter, { nullable: true, description: 'A pairing that the record belongs to.' })
  pairing?: object;

  @Field(() => IdFilter, { nullable: true, description: 'The programme of a pairing that the record belongs to.' })
  programme?: object;

  @Field(() => IdFilter, { nullable: true, description: 'A document that the record is printed in.' })
  document?: object;

  @Field(() => IdFilter, { nullable: true, description: 'The record that this one is included in.' })
  includedIn?: object;
}
