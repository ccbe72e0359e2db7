import { sql, type SelectQueryBuilder } from 'kysely';

import { anyOf, eb, type AnyTables, type Condition } from '../../../platform/sql.js';
import { beginsWith, gramsOf, hasGrams, mostAlike } from '../../../platform/text-index.js';
import type { RequestScope } from '../../../platform/request-scope.js';
import { regionLevels } from '../../../vocabulary/party/party-ref.js';
import { standingRegions } from '../../../vocabulary/party/standing.js';
import { idsWithin } from '../../../vocabulary/record/filter-fields.js';
import { matchOf, type Match } from './match.js';
import type { SearchForm, SearchKind } from './search-form.entity.js';

/** The most forms that are read for a text, the best matches first. */
const mostForms = 200;

/** The kinds of unit, which say little of what is meant and are in very many names. */
const commonGrams: ReadonlySet<string> = new Set('省市区县州旗镇乡村');

/** The length up to which a text is matched with typing errors. */
const longestName = 30;

const sides = ['DONOR', 'RECIPIENT'] as const;

/** A pairing as one of its parties. */
export interface PairingParty {
  readonly pairing: string;
  readonly party: string;
}

/** The most pairings that are read for the names of parties. */
const mostPairings = 1000;

/** Which forms are read; null: all. */
export interface Where {
  /** Id of a region: forms of it and of what lies in it. */
  readonly within: string | null;
  readonly kinds: readonly SearchKind[] | null;
}

/** Reads the search forms for one search. */
export class SearchRepository {
  private hasLeftOut = false;

  constructor(private readonly scope: RequestScope) {}

  /** Whether there was more to read for the search than is read at most. */
  get isCut(): boolean {
    return this.hasLeftOut;
  }

  /** The forms that begin with a text or contain it, given as its folded words: one statement. */
  async matches(words: readonly string[], where?: Where): Promise<readonly Match[]> {
    const text = words.join('');
    const grams = gramsOf(text);
    const begins = beginsWith(text);
    const isLike = grams.length === 0 ? begins : eb.or([begins, hasGrams(this.scope.database, 'searchForm', grams)]);
    const forms = await this.read(isLike, where, text);
    return forms.flatMap((form) => matchOf(form, words) ?? []);
  }

  /** The forms that share the most pairs of characters with a text: two statements; none for a text longer than names are. */
  async alike(text: string, within: string | null): Promise<readonly SearchForm[]> {
    if (text.length > longestName) {
      return [];
    }
    const grams = gramsOf(text).filter((gram) => !commonGrams.has(gram));
    const ids = await mostAlike(this.scope.database, 'searchForm', grams, mostForms);
    return ids.length === 0 ? [] : this.read(eb('row.id', 'in', ids), { within, kinds: null });
  }

  /** The forms that contain each of the words: one statement. */
  async withAll(words: readonly string[], where: Where): Promise<readonly SearchForm[]> {
    const grams = [...new Set(words.flatMap(gramsOf))];
    return grams.length === 0 ? [] : this.read(hasGrams(this.scope.database, 'searchForm', grams), where);
  }

  /** The forms of regions that one of the texts is the whole of, or all but the kind of unit: one statement. */
  async equal(texts: readonly string[], within: string | null = null): Promise<readonly SearchForm[]> {
    const { database } = this.scope;
    const isEqual = eb.or([anyOf(database, 'row.text', texts), anyOf(database, 'row.stem', texts)]);
    const isName = eb('row.match', '<>', 'INITIALS');
    return texts.length === 0 ? [] : this.read(eb.and([isName, isEqual]), { within, kinds: ['REGION'] });
  }

  /** The pairings whose sides have one of the parties that names mean, first those that have one of each: one statement. */
  async pairingsOf(names: readonly (readonly string[])[], within: string | null): Promise<readonly PairingParty[]> {
    const { database } = this.scope;
    const isOf = (table: string, parties: readonly string[]): Condition =>
      eb.or([anyOf(database, `${table}.region`, parties), anyOf(database, `${table}.organisation`, parties)]);
    const ofEach = names.map((parties) =>
      eb.exists(
        eb
          .selectFrom('party as other')
          .select(sql`1`.as('one'))
          .whereRef('other.record', '=', 'row.record')
          .where('other.role', 'in', sides)
          .where(isOf('other', parties)),
      ),
    );
    const rows = await database
      .read<AnyTables>()
      .selectFrom('party as row')
      .innerJoin('pairing', 'pairing.id', 'row.record')
      .select(['row.record as pairing', eb.fn.coalesce('row.region', 'row.organisation').as('party')])
      .where('row.role', 'in', sides)
      .where(isOf('row', names.flat()))
      .$if(within !== null, (query) => query.where(hasSideIn(within ?? '', 'row.record')))
      .$if(names.length > 1, (query) => query.orderBy(eb.case().when(eb.and(ofEach)).then(0).else(1).end()))
      .orderBy('row.record')
      .limit(mostPairings + 1)
      .execute();
    return this.first(rows, mostPairings);
  }

  /**
   * The pairings with their donor in one of two regions and their recipient in the other, first those whose sides are
   * these regions, then those with fewer parties: one statement.
   */
  async pairingsBetween(one: string, other: string, within: string | null): Promise<readonly string[]> {
    const isIn = (region: string, side: string): Condition =>
      eb.or(['id', ...regionLevels].map((level) => eb(`${side}Region.${level}`, '=', region)));
    const isFrom = (donor: string, recipient: string): Condition =>
      eb.and([isIn(donor, 'donor'), isIn(recipient, 'recipient')]);
    const isOther = (side: string) => eb.case().when(`${side}.region`, 'in', [one, other]).then(0).else(1).end();
    const rows = (await this.scope.database
      .read<AnyTables>()
      .selectFrom('pairing as row')
      .innerJoin('party as donor', 'donor.record', 'row.id')
      .innerJoin('regionRef as donorRegion', 'donorRegion.id', 'donor.region')
      .innerJoin('party as recipient', 'recipient.record', 'row.id')
      .innerJoin('regionRef as recipientRegion', 'recipientRegion.id', 'recipient.region')
      .select('row.id')
      .where('donor.role', '=', 'DONOR')
      .where('recipient.role', '=', 'RECIPIENT')
      .where(eb.or([isFrom(one, other), isFrom(other, one)]))
      .$if(within !== null, (query) => query.where(hasSideIn(within ?? '', 'row.id')))
      .groupBy(['row.id', 'row.parentId'])
      .orderBy(eb.fn.min(sql`${isOther('donor')} + ${isOther('recipient')}`))
      .orderBy(eb.case().when('row.parentId', 'is', null).then(0).else(1).end())
      .orderBy(eb.selectFrom('party').whereRef('party.record', '=', 'row.id').select(eb.fn.countAll().as('parties')))
      .orderBy('row.id')
      .limit(mostForms + 1)
      .execute()) as { readonly id: string }[];
    return this.first(rows, mostForms).map(({ id }) => id);
  }

  private async read(
    condition: Condition,
    { within, kinds }: Where = { within: null, kinds: null },
    text: string | null = null,
  ): Promise<readonly SearchForm[]> {
    const rows = (await this.forms()
      .selectAll('row')
      .where(condition)
      .$if(within !== null, (query) => query.where('row.region', 'in', idsWithin(within ?? '')))
      .$if(kinds !== null, (query) => query.where('row.kind', 'in', withForms(kinds ?? [])))
      .$if(text !== null, (query) =>
        query.orderBy(
          eb
            .case()
            .when(eb.or([eb('row.text', '=', text), eb('row.stem', '=', text)]))
            .then(0)
            .else(1)
            .end(),
        ),
      )
      .orderBy('row.weight')
      .orderBy(eb.fn('length', ['row.text']))
      .orderBy('row.record')
      .orderBy('row.id')
      .limit(mostForms + 1)
      .execute()) as SearchForm[];
    return this.first(rows, mostForms);
  }

  /** The rows but for one too many, which tells that some are left out. */
  private first<Row>(rows: readonly Row[], most: number): readonly Row[] {
    this.hasLeftOut ||= rows.length > most;
    return rows.slice(0, most);
  }

  private forms(): SelectQueryBuilder<AnyTables, string, object> {
    return this.scope.database.read<AnyTables>().selectFrom('searchForm as row');
  }
}

/** The kinds whose forms find some kinds: pairings have none, and are found by those of their parties. */
const withForms = (kinds: readonly SearchKind[]): readonly SearchKind[] =>
  kinds.includes('PAIRING') ? [...kinds, 'REGION', 'ORGANISATION'] : kinds;

/** Whether the pairing with an id has a side in a region: a party, or one that is only counted. */
const hasSideIn = (region: string, id: string): Condition =>
  eb.or(
    sides.map((side) => {
      const inside = standingRegions({ role: null, side }, (column) => eb(column, 'in', idsWithin(region)));
      return eb(id, 'in', eb.selectFrom(inside.as('standing')).select('standing.record'));
    }),
  );
