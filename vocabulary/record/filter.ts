import { ArgsType, Field, InputType, type ClassType } from 'type-graphql';

import { column, type FilterField, type FilterFields } from '../../platform/filter.js';
import type { PartyRole } from '../party/party.js';
import type { Standing } from '../party/standing.js';
import { PageArguments } from './connection.js';
import {
  bodyOfParty,
  dateColumn,
  figureColumn,
  linked,
  programmeOfRecord,
  standingBody,
  standingRegion,
  yearsColumn,
} from './filter-fields.js';
import {
  BasisFilter,
  BoundFilter,
  Combinable,
  DateFilter,
  FloatFilter,
  IdFilter,
  IntFilter,
  OrganisationKindFilter,
  RegionFilter,
  StatusFilter,
  StringFilter,
  UnitFilter,
} from './filter-inputs.js';
import type { ListArguments } from './repository.js';

/** A field of a filter: its operators, what it asks for, and the condition it sets. */
export interface FilterPart {
  readonly input: ClassType;
  readonly description: string;
  /** Without it, the column of the field's own name. */
  readonly field: FilterField | undefined;
  /** Whose region it asks for. */
  readonly standing?: Standing;
}

/** What the lists of a type can be filtered by, and the arguments of such a list. */
export interface Filter {
  readonly parts: Readonly<Record<string, FilterPart>>;
  readonly input: ClassType;
  readonly fields: FilterFields;
  readonly listArguments: ClassType<ListArguments>;
}

/** A field of a filter that asks for a column: the one of its own name, or another condition. */
export const part = (input: ClassType, description: string, field?: FilterField): FilterPart => ({
  input,
  description,
  field,
});

/** The fields of a filter that ask for the names of what is filtered. */
export const titleParts: Readonly<Record<'title' | 'titleEn', FilterPart>> = {
  title: part(StringFilter, 'Its name in Chinese.'),
  titleEn: part(StringFilter, 'Its name, or what it is, in English.'),
};

/** A field of a filter that asks for the region of one of the parties that a record has in a role. */
export const regionPart = (role: PartyRole, description: string): FilterPart => standingPart({ role }, description);

/** A field of a filter that asks for the region of one of those who stand for something in a record. */
export const standingPart = (standing: Standing, description: string): FilterPart => ({
  ...part(RegionFilter, description, standingRegion(standing)),
  standing,
});

/** A field of a filter that asks for the kind of one of the bodies that stand for something in a record. */
export const bodyPart = (standing: Standing, description: string): FilterPart =>
  part(OrganisationKindFilter, description, standingBody(standing));

/** The filter of a type: its input type, with `and`, `or` and `not`, and what each of its fields means in the table. */
export function filterOf(name: string, description: string, parts: Readonly<Record<string, FilterPart>>): Filter {
  class Input {}
  InputType(name, { description })(Input);
  for (const [field, { input, description: meaning }] of Object.entries(parts)) {
    Field(() => input, { nullable: true, description: meaning })(Input.prototype, field);
  }
  Combinable()(Input);

  @ArgsType()
  class Arguments extends PageArguments {
    @Field(() => Input, { nullable: true, description: 'Which of them; all when left out.' })
    filter?: object;
  }
  const fields = Object.entries(parts).map(([name, { field }]) => [name, field ?? column(`row.${name}`)]);
  return { parts, input: Input, fields: Object.fromEntries(fields) as FilterFields, listArguments: Arguments };
}

/**
 * The filter of a type of record: its own fields beside those of every record. `donor` and `recipient` have a field for the
 * kind of a body beside them.
 */
export function recordFilter(name: string, description: string, parts: Readonly<Record<string, FilterPart>>): Filter {
  const { donor, recipient } = parts;
  return filterOf(name, description, {
    ...recordParts,
    ...parts,
    ...(donor?.standing ? { donorBody: bodyPart(donor.standing, 'What kind of body helps.') } : {}),
    ...(recipient?.standing ? { recipientBody: bodyPart(recipient.standing, 'What kind of body is helped.') } : {}),
  });
}

const recordParts: Readonly<Record<string, FilterPart>> = {
  value: part(FloatFilter, 'The figure’s number, in its unit.', figureColumn),
  unit: part(UnitFilter, 'The figure’s unit.'),
  bound: part(BoundFilter, 'The figure’s bound.'),
  status: part(StatusFilter, 'The figure’s status.'),
  basis: part(BasisFilter, 'The figure’s basis.'),
  from: part(DateFilter, 'Start of the period that the figure covers.', dateColumn('row.fromDate')),
  to: part(DateFilter, 'End of the period that the figure covers, itself not included.', dateColumn('row.toDate')),
  year: part(
    IntFilter,
    'The year that the figure is of. Figures of several are an interval: `gte` asks for the first of them, `lte` for the last, `eq` for one alone.',
    yearsColumn,
  ),
  pairing: part(
    IdFilter,
    'A pairing that the record belongs to.',
    linked('recordPairing', 'record', column('linked.pairing')),
  ),
  programme: part(
    IdFilter,
    'The programme of a pairing that the record belongs to, or the one that it is about as a whole.',
    programmeOfRecord,
  ),
  document: part(
    IdFilter,
    'A document that the record is printed in.',
    linked('source', 'record', column('linked.document')),
  ),
  body: part(
    OrganisationKindFilter,
    'What kind of body one of its parties is, in any role that the source gives it.',
    linked('party', 'record', bodyOfParty),
  ),
  includedIn: part(IdFilter, 'The record that this one is included in.', column('row.includedInId')),
};
