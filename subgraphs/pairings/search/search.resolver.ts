import {
  Args,
  ArgsType,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
  createUnionType,
  type ClassType,
} from 'type-graphql';

import { badUserInput } from '../../../platform/errors.js';
import { folded } from '../../../platform/text-index.js';
import { plainListSize, tableCost } from '../../../vocabulary/record/connection.js';
import type { PairingsContext } from '../context.js';
import { recordStubs } from '../discrepancy/record-stubs.js';
import { Document } from '../document/document.entity.js';
import { documentType } from '../document/document.type.js';
import { Organisation } from '../organisation/organisation.entity.js';
import { organisationType } from '../organisation/organisation.type.js';
import { Pairing } from '../pairing/pairing.entity.js';
import { Programme } from '../programme/programme.entity.js';
import { programmeType } from '../programme/programme.type.js';
import { Provision } from '../provision/provision.entity.js';
import { provision } from '../provision/provision.record.js';
import { Region } from '../region/region.entity.js';
import { SearchKind, SearchMatch } from './search-form.entity.js';
import type { Hit } from './hits.js';
import { Search } from './search.js';
import { SearchRepository } from './search.repository.js';

const typenames = {
  REGION: 'Region',
  ORGANISATION: 'Organisation',
  PROGRAMME: 'Programme',
  PAIRING: 'Pairing',
  DOCUMENT: 'Document',
  PROVISION: 'Provision',
  PROJECT: 'Project',
} as const satisfies Record<SearchKind, string>;

const SearchResult = createUnionType({
  name: 'SearchResult',
  description: 'What a search finds.',
  types: () =>
    [Region, Organisation, Programme, Pairing, Document, Provision, recordStubs['Project'] as ClassType] as const,
  resolveType: (found: object) => (found as { readonly __typename: string }).__typename,
});

@ObjectType({ description: 'Something that a search found, and why.' })
class SearchHit {
  @Field(() => SearchKind, { description: 'What it is.' })
  readonly kind!: SearchKind;

  @Field(() => String, {
    description: 'The name, title, code or pinyin that the searched text is like: 郫县 for 郫都区, `xī hú qū`.',
  })
  readonly matched!: string;

  @Field(() => SearchMatch, { description: 'What of it `matched` is.' })
  readonly matchedAs!: SearchMatch;

  @Field(() => Boolean, {
    description:
      'Whether there are hits after this one: where the last one has true, `first` or the search itself left some out.',
  })
  readonly hasNext!: boolean;
}

const longestText = 100;
const mostHits = 100;

@ArgsType()
class SearchArguments {
  @Directive(tableCost)
  @Field(() => String, {
    description:
      'What people type: Chinese characters (simplified or traditional), English, pinyin with or without tones and spaces, its first letters, a code or its beginning; several names narrow one another: 重庆 酉阳. 1 to 100 characters.',
  })
  readonly text!: string;

  @Field(() => [SearchKind], { nullable: true, description: 'What to find; all kinds when left out.' })
  readonly kinds?: SearchKind[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of a region: only it, what lies in it, and pairings with a side in it.',
  })
  readonly within?: string | null;

  @Field(() => Int, { description: 'How many at most, from 1 to 100.' })
  readonly first: number = 10;
}

@Resolver(() => SearchHit)
export class SearchResolver {
  @Directive(plainListSize)
  @Query(() => [SearchHit], {
    nullable: true,
    description:
      'Finds regions, organisations, programmes, pairings, documents, provisions and projects by what people type, the best first. A slip of the finger is forgiven where nothing is like the text as it stands. Ids of what is found are in `node`.',
  })
  async search(
    @Args(() => SearchArguments) { text, kinds = null, within = null, first }: SearchArguments,
    @Ctx() context: PairingsContext,
  ): Promise<readonly Hit[]> {
    if (text.length > longestText || folded(text) === '') {
      throw badUserInput('text', `1 to ${longestText} characters, with a letter or a digit among them`, text);
    }
    if (first < 1 || first > mostHits) {
      throw badUserInput('first', `a number from 1 to ${mostHits}`, first);
    }
    if (kinds?.length === 0) {
      throw badUserInput('kinds', 'a list with at least one kind', kinds);
    }
    if (within !== null && (await context.partyRefs.region(within)) === null) {
      throw badUserInput('within', 'the id of a region', within);
    }
    const search = new Search(new SearchRepository(context), context.partyRefs);
    const hits = await search.hits({ text, kinds, within });
    return hits.slice(0, first).map((hit, place) => ({ ...hit, hasNext: place + 1 < hits.length || search.isCut }));
  }

  @FieldResolver(() => SearchResult, {
    nullable: true,
    description: 'What was found; null only when it cannot be read.',
  })
  async node(@Root() { kind, record }: Hit, @Ctx() context: PairingsContext): Promise<object | null> {
    const rows = {
      REGION: context.regions,
      ORGANISATION: context.rows.of(organisationType),
      PROGRAMME: context.rows.of(programmeType),
      PAIRING: context.pairings,
      DOCUMENT: context.rows.of(documentType),
      PROVISION: context.rows.of(provision),
      // Its subgraph reads it.
      PROJECT: { byId: (id) => Promise.resolve({ id }) },
    } satisfies Record<SearchKind, { byId(id: string): Promise<object | null> }>;
    const row = await rows[kind].byId(record);
    return row === null ? null : Object.assign({}, row, { __typename: typenames[kind] });
  }

  @FieldResolver(() => [Region], {
    description:
      'The regions above it, the highest first, which tell the two 西湖区 apart; with the region of an organisation. Empty for what lies in none.',
  })
  async path(@Root() { kind, record, region }: Hit, @Ctx() context: PairingsContext): Promise<readonly Region[]> {
    const path = region === null ? [] : await context.regions.path(region);
    return kind === 'REGION' ? path.filter(({ id }) => id !== record) : path;
  }
}
