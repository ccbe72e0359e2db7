import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Directive, Field, ObjectType } from 'type-graphql';

import { labelsOf } from '../../platform/described-enum.js';
import { list, oneOf, problem, value, type Column } from '../../platform/import/columns.js';
import { say } from '../../platform/import/message.js';
import type { EntityRows } from '../../platform/import/table.js';
import { rowsOf, type RequestScope } from '../../platform/request-scope.js';

/** An item of a record's list, as the database keeps it. */
@Directive('@shareable')
@Entity({ tableName: 'term' })
@ObjectType({ description: 'An item of a list that a source prints: a topic, a channel, a field of cooperation.' })
export class Term {
  /** Id of the record, or `termKey` of one of its lists where it has several. */
  @PrimaryKey({ type: 'string' }) record!: string;

  @PrimaryKey({ type: 'integer' }) place!: number;
  @Property({ type: 'string' }) dataset!: string;

  @Field(() => String, { description: 'In Chinese, as printed.' })
  @Property({ type: 'string' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'In English; null where it is not translated.' })
  @Property({ type: 'string', nullable: true })
  nameEn!: string | null;

  /** How far it has come, of a list whose items have states. */
  @Property({ type: 'string', nullable: true })
  state!: string | null;
}

/** An item of a list as a cell has it. */
export interface TermCell {
  readonly name: string;
  readonly nameEn: string | null;
  readonly state?: string | null;
}

/** The key of a list: the record's id where its type has one list, else with the name of the list. No id has a slash. */
export function termKey(lists: readonly string[], record: string, list: string): string {
  return lists.length > 1 ? `${record}/${list}` : record;
}

/** Reads the lists of records. */
export class TermRepository {
  constructor(private readonly scope: RequestScope) {}

  /** The items of the list with a `termKey`, in the order printed. */
  async of(key: string): Promise<readonly Term[]> {
    return rowsOf<Term>(this.scope, 'term', 'record', key, 'place');
  }
}

/** Items in Chinese with their English: `党政 = Party and government; 电商 = e-commerce`. */
export const termsColumn: Column<readonly TermCell[]> = list({
  expected: say('an item such as "电商 = e-commerce"', '一项，如“电商 = e-commerce”'),
  parse(cell) {
    const [name = '', nameEn] = cell.split(/ = (.*)/s);
    return name === '' ? problem(cell, this.expected) : value({ name, nameEn: nameEn ?? null });
  },
});

/** The same, each with its state in brackets where the source tells it: `初稿 = first draft [COMPLETED]`, 初稿【已完工】. */
export const termsWithStateColumn = (states: Readonly<Record<string, string>>): Column<readonly TermCell[]> =>
  list({
    expected: say(
      `an item such as "初稿 = first draft [${Object.keys(states).at(-1)}]"; states are ${Object.keys(states).join(', ')}`,
      `一项，如“初稿 = first draft【${Object.values(labelsOf(states)).at(-1)?.zh}】”；进展有${Object.values(
        labelsOf(states),
      )
        .map(({ zh }) => zh)
        .join('、')}`,
    ),
    parse(cell) {
      const [, item = '', word] = /^(.*?)\s*(?:[[【［]([^\]】］]*)[\]】］])?$/su.exec(cell) ?? [];
      const state = word === undefined ? null : oneOf(states).parse(word.trim());
      if (item === '' || state?.kind === 'problem') {
        return problem(cell, this.expected);
      }
      const [name = '', nameEn = null] = item.split(/ = (.*)/s);
      return value({ name, nameEn, state: state?.value ?? null });
    },
  });

/** The rows of lists, each with its `termKey`. */
export function termRows(rows: readonly { readonly id: string; readonly terms: readonly TermCell[] }[]): EntityRows {
  return {
    entity: Term,
    rows: rows.flatMap(({ id: record, terms }) =>
      terms.map((term, place) => ({ record, place, state: null, ...term })),
    ),
  };
}
