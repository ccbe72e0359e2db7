import { Arg, Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import { pageRequest } from '../../platform/page.js';
import type { VocabularyContext } from '../context.js';
import { Language } from '../figure/language.js';
import { Listing } from '../pairing/listing.js';
import { nodeListSize, PageArguments } from '../record/connection.js';
import { figureOf, type Reported } from '../record/reported.js';
import type { StoredType } from '../record/repository.js';
import { partialReasons } from './exclusion-reason.js';
import { totalText } from './total-text.js';
import { pageInfoOf, totalRecordList, TotalRecords } from './total-record.js';
import { Total } from './total.js';

@Resolver(() => Total)
export class TotalResolver {
  @FieldResolver(() => String, {
    description:
      'Ready for display: "at least 20,200 jobs", "65.94 million yuan", "up to 95 million yuan, shared with 1 other pairing", "nothing done is reported; left out: 2 planned", "12 million yuan (not all pairings are known)", "none reported".',
  })
  text(
    @Root() total: Total,
    @Arg('language', () => Language, { defaultValue: Language.EN, description: 'Language of the text.' })
    language: Language,
  ): string {
    return totalText(total, language);
  }

  @FieldResolver(() => Listing, {
    nullable: true,
    description:
      'PARTIAL: a record that it adds, or leaves out for one that it adds, is of a programme that has a round of which pairings are missing in the graph (`Round.missing`): it may lack what those have. Null where none is, of one pairing by itself, and where nothing is added.',
  })
  listing(@Root() { isOfPartialListing }: Total): Listing | null {
    return isOfPartialListing ? Listing.PARTIAL : null;
  }

  @Directive(nodeListSize)
  @FieldResolver(() => TotalRecords, {
    nullable: true,
    description: 'The records that it looks at: what is counted and what is not, why, and by which record.',
  })
  async records(
    @Root() { readRecords, recordType, count, excluded }: Total,
    @Args(() => PageArguments) { first, after }: PageArguments,
    @Ctx() context: VocabularyContext,
  ): Promise<TotalRecords> {
    const page = await readRecords(pageRequest(totalRecordList, first, after));
    const nodes = await Promise.all(
      page.rows.map(async ({ record: id, by: byId, counted, reason }) => {
        const [record, by] = await Promise.all([
          reportedOf(context, recordType, id),
          byId === null ? null : reportedOf(context, recordType, byId),
        ]);
        return { record, figure: record && figureOf(record), counted, reason, by };
      }),
    );
    const left = excluded.filter(({ reason }) => !partialReasons.includes(reason));
    return { totalCount: count + left.reduce((sum, each) => sum + each.count, 0), nodes, pageInfo: pageInfoOf(page) };
  }
}

/** A record as its row, which says its type. */
async function reportedOf({ rows }: VocabularyContext, type: StoredType, id: string): Promise<Reported | null> {
  const row = await rows.of<Reported>(type).byId(id);
  return row && Object.assign({}, row, { __typename: type.name });
}
