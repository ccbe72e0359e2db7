import type { Identified } from '../../platform/page.js';
import { SourceRef } from '../figure/source-ref.js';
import { CountedParties, countedOf } from '../party/counted-parties.js';
import { Party, type PartyRole } from '../party/party.js';
import type { ListBelonging } from './belonging.js';
import { listSize } from './connection.js';
import type { FieldSpec } from './field-spec.js';
import type { ListedType } from './listed-type.js';
import type { RecordType } from './record-type.js';
import type { ListArguments } from './repository.js';
import { Term, termKey } from './term.js';

/** The list of the rows of a type that belong to the owner. */
export const list = <Row extends Identified>(
  listed: ListedType<Row>,
  belonging: ListBelonging,
  description: string,
): FieldSpec => ({
  type: () => listed.connection,
  nullable: true,
  description,
  directive: listSize,
  args: listed.listArguments,
  resolve: ({ id }, { rows }, args) => rows.of<Row>(listed).listOf(belonging, id, args as ListArguments),
});

/** The first row, by id, of those that belong to the owner; null where none does. */
export const first = <Row extends Identified>(
  listed: ListedType<Row>,
  belonging: ListBelonging,
  description: string,
): FieldSpec => ({
  type: () => listed.type,
  nullable: true,
  description,
  resolve: async ({ id }, { rows }) => {
    const [row = null] = await rows.of<Row>(listed).listOf(belonging, id, { first: 1 }).nodes;
    return row;
  },
});

/** The row whose id a column of the owner has; null where it has none. */
export const one = <Row extends Identified>(
  listed: ListedType<Row>,
  column: string,
  description: string,
): FieldSpec => ({
  type: () => listed.type,
  nullable: true,
  description,
  resolve: (owner, { rows }) => {
    const id = columnOf(owner, column);
    return id === null ? null : rows.of<Row>(listed).byId(id);
  },
});

/** A reference to what a column of the owner has the id of; null where it has none. */
export const reference = (type: Function, column: string, description: string): FieldSpec => ({
  type: () => type,
  nullable: true,
  description,
  resolve: (owner) => {
    const id = columnOf(owner, column);
    return id === null ? null : { id };
  },
});

/** The one party that a record has in a role; null where it has none, or several. */
export const partyAs = (role: PartyRole, description: string, type: Function = Party): FieldSpec => ({
  type: () => type,
  nullable: true,
  description,
  resolve: ({ id }, { parties }) => parties.onlyOne(id, role),
});

/** All parties that a record has in a role. */
export const partiesAs = (
  role: PartyRole,
  description: string,
  { type = Party, nullable = true }: { readonly type?: Function; readonly nullable?: boolean } = {},
): FieldSpec => ({
  type: () => [type],
  nullable,
  description,
  resolve: ({ id }, { parties }) => parties.of(id, role),
});

/** The list of a record that the column of the field's name holds; `type` is that of its items. */
export const terms = (record: Pick<RecordType, 'lists'>, description: string, type: Function = Term): FieldSpec => ({
  type: () => [type],
  nullable: false,
  description,
  resolve: ({ id }, context, _args, field) => context.terms.of(termKey(record.lists, id, field)),
});

/** The parties that a record counts in a role without naming them. */
export const countedAs = (role: PartyRole, description: string): FieldSpec => ({
  type: () => [CountedParties],
  nullable: false,
  description,
  resolve: ({ id }, context) => countedOf(context, id, role),
});

/** The places that the owner is printed at. */
export const sources = (description: string): FieldSpec => ({
  type: () => [SourceRef],
  nullable: false,
  description,
  resolve: ({ id }, context) => context.sources.of(id),
});

const columnOf = (owner: object, column: string): string | null =>
  (owner as Readonly<Record<string, string | null>>)[column] ?? null;
