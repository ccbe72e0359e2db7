import { sql, type SelectQueryBuilder } from 'kysely';

import { anyOf, eb, type AnyTables, type Condition } from '../../../platform/sql.js';
import { beginsWith, gramsOf, hasGrams, mostAlike } from '../../../platform/text-index.js';
import type { RequestScope } from '../../../platform/request-scope.js';
import { regionLevels } from '../../../vocabulary/party/party-ref.js';
import { idsWithin } from '../../../vocabulary/record/filter-fields.js';
import { matchOf, type Match } from './match.js';
import type { SearchForm } from './search-form.entity.js';

/** The most forms that are read for a text, the best matches first. */
const mostForms = 200;

/** The kinds of unit, which say little of what is meant and are in very many names. */
const commonGrams: ReadonlySet<string> = new Set('省市区县州旗镇乡村');

/** The length up to which a text is matched with typing errors. */
const longestName = 30;

const sides = ['DONOR', 'RECIPIENT'];

/** A pairing as one of its parties. */
export interface PairingParty {
  readonly pairing: string;
  readonly party: string;
}

/** Reads search forms. */
export class SearchRepository {
  constructor(private readonly scope: RequestScope) {}

  /** The forms that begin with a text or contain it, given as its folded words: one statement. `within` restricts them to a region. */
  async matches(words: readonly string[], within: string | null = null): Promise<readonly Match[]> {
    const text = words.join('');
    const grams = gramsOf(text);
    const begins = beginsWith(text);
    const isLike = grams.length === 0 ? begins : eb.or([begins, hasGrams(this.scope.database, 'searchForm', grams)]);
    const forms = await this.read(isLike, within, text);
    return forms.flatMap((form) => matchOf(form, words) ?? []);
  }

  /** The forms that share the most pairs of characters with a text: two statements; none for a text longer than names are. */
  async alike(text: string, within: string | null): Promise<readonly SearchForm[]> {
    if (text.length > longestName) {
      return [];
    }
    const grams = gramsOf(text).filter((gram) => !commonGrams.has(gram));
    const ids = await mostAlike(this.scope.database, 'searchForm', grams, mostForms);
    return ids.length === 0 ? [] : this.read(eb('row.id', 'in', ids), within);
  }

  /** The forms that contain each of the words: one statement. */
  async withAll(words: readonly string[], within: string | null): Promise<readonly SearchForm[]> {
    const grams = [...new Set(words.flatMap(gramsOf))];
    return grams.length === 0 ? [] : this.read(hasGrams(this.scope.database, 'searchForm', grams), within);
  }

  /** The forms of regions that one of the texts is the whole of, or all but the kind of unit: one statement. */
  async equal(texts: readonly string[], within: string | null = null): Promise<readonly SearchForm[]> {
    const { database } = this.scope;
    const isEqual = eb.or([anyOf(database, 'row.text', texts), anyOf(database, 'row.stem', texts)]);
    const isRegion = eb('row.kind', '=', 'REGION');
    return texts.length === 0 ? [] : this.read(eb.and([isRegion, eb('row.match', '<>', 'INITIALS'), isEqual]), within);
  }

  /** The pairings whose sides have one of the parties: one statement. */
  async pairingsOf(parties: readonly string[], within: string | null): Promise<readonly PairingParty[]> {
    const { database } = this.scope;
    return await database
      .read<AnyTables>()
      .selectFrom('party as row')
      .innerJoin('pairing', 'pairing.id', 'row.record')
      .select(['row.record as pairing', eb.fn.coalesce('row.region', 'row.organisation').as('party')])
      .where('row.role', 'in', sides)
      .where(eb.or([anyOf(database, 'row.region', parties), anyOf(database, 'row.organisation', parties)]))
      .$if(within !== null, (query) => query.where(hasSideIn(within ?? '', 'row.record')))
      .orderBy('row.record')
      .limit(1000)
      .execute();
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
      .limit(mostForms)
      .execute()) as { readonly id: string }[];
    return rows.map(({ id }) => id);
  }

  private async read(condition: Condition, within: string | null, text: string | null = null): Promise<SearchForm[]> {
    return (await this.forms()
      .selectAll('row')
      .where(condition)
      .$if(within !== null, (query) => query.where('row.region', 'in', idsWithin(within ?? '')))
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
      .limit(mostForms)
      .execute()) as SearchForm[];
  }

  private forms(): SelectQueryBuilder<AnyTables, string, object> {
    return this.scope.database.read<AnyTables>().selectFrom('searchForm as row');
  }
}

/** Whether the pairing with an id has a side in a region. */
const hasSideIn = (region: string, id: string): Condition =>
  eb(
    id,
    'in',
    eb
      .selectFrom('party as side')
      .select('side.record')
      .where('side.role', 'in', sides)
      .where('side.region', 'in', idsWithin(region)),
  );
