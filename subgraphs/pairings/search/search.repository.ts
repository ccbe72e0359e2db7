import type { SelectQueryBuilder } from 'kysely';

import { anyOf, eb, type AnyTables, type Condition } from '../../../platform/sql.js';
import { beginsWith, gramsOf, hasGrams, mostAlike } from '../../../platform/text-index.js';
import type { RequestScope } from '../../../platform/request-scope.js';
import { idsWithin } from '../../../vocabulary/record/filter-fields.js';
import { matchOf, type Match } from './match.js';
import type { SearchForm } from './search-form.entity.js';

/** The most forms that are read for a text, the best matches first. */
const mostForms = 200;

/** The length up to which a text is matched with typing errors, and its beginnings with names. */
const longestName = 30;

/** A pairing as one of its parties. */
export interface PairingParty {
  readonly pairing: string;
  readonly party: string;
}

/** Reads search forms. */
export class SearchRepository {
  constructor(private readonly scope: RequestScope) {}

  /** The forms that begin with a folded text or contain it: one statement. `within` restricts them to a region. */
  async matches(text: string, within: string | null = null): Promise<readonly Match[]> {
    const grams = gramsOf(text);
    const begins = beginsWith(text);
    const isLike = grams.length === 0 ? begins : eb.or([begins, hasGrams(this.scope.database, 'searchForm', grams)]);
    return this.read(text, isLike, within);
  }

  /** The forms that a folded text is up to typing errors: two statements; none for a text longer than names are. */
  async withTypos(text: string, within: string | null = null): Promise<readonly Match[]> {
    if (text.length > longestName) {
      return [];
    }
    const alike = await mostAlike(this.scope.database, 'searchForm', gramsOf(text), mostForms);
    return alike.length === 0 ? [] : this.read(text, eb('row.id', 'in', alike), within);
  }

  /**
   * The longest beginning of a folded text that is a whole name or code of a region: one statement. Null when none is, or
   * the text itself.
   */
  async leadingRegion(text: string): Promise<string | null> {
    const characters = Array.from(text).slice(0, longestName);
    const beginnings = characters.slice(1).map((_, place) => characters.slice(0, place + 2).join(''));
    if (beginnings.length === 0) {
      return null;
    }
    const rows = (await this.forms()
      .select(['row.text', 'row.stem'])
      .where('row.kind', '=', 'REGION')
      .where(
        eb.or([
          anyOf(this.scope.database, 'row.text', beginnings),
          ...beginnings.map((each) => eb.and([beginsWith(each), eb('row.stem', '=', each)])),
        ]),
      )
      .execute()) as Pick<SearchForm, 'text' | 'stem'>[];
    const known = new Set(rows.flatMap((row) => [row.text, row.stem]));
    const longest = beginnings.findLast((beginning) => known.has(beginning));
    return longest === undefined || longest === text ? null : longest;
  }

  /** The pairings whose sides have one of the parties: one statement. */
  async pairingsOf(parties: readonly string[], within: string | null): Promise<readonly PairingParty[]> {
    const { database } = this.scope;
    return await database
      .read<AnyTables>()
      .selectFrom('party as row')
      .innerJoin('pairing', 'pairing.id', 'row.record')
      .select(['row.record as pairing', eb.fn.coalesce('row.region', 'row.organisation').as('party')])
      .where('row.role', 'in', ['DONOR', 'RECIPIENT'])
      .where(eb.or([anyOf(database, 'row.region', parties), anyOf(database, 'row.organisation', parties)]))
      .$if(within !== null, (query) =>
        query.where(
          'row.record',
          'in',
          eb
            .selectFrom('party as side')
            .select('side.record')
            .where('side.region', 'in', idsWithin(within ?? '')),
        ),
      )
      .orderBy('row.record')
      .limit(1000)
      .execute();
  }

  private async read(text: string, condition: Condition, within: string | null): Promise<readonly Match[]> {
    const rows = (await this.forms()
      .selectAll('row')
      .where(condition)
      .$if(within !== null, (query) => query.where('row.region', 'in', idsWithin(within ?? '')))
      .orderBy(
        eb
          .case()
          .when(eb.or([eb('row.text', '=', text), eb('row.stem', '=', text)]))
          .then(0)
          .else(1)
          .end(),
      )
      .orderBy('row.weight')
      .orderBy(eb.fn('length', ['row.text']))
      .orderBy('row.record')
      .orderBy('row.id')
      .limit(mostForms)
      .execute()) as SearchForm[];
    return rows.flatMap((form) => matchOf(form, text) ?? []);
  }

  private forms(): SelectQueryBuilder<AnyTables, string, object> {
    return this.scope.database.read<AnyTables>().selectFrom('searchForm as row');
  }
}
