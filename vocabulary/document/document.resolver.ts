import { Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';

import type { VocabularyContext } from '../context.js';
import { PartialDate, partialDate } from '../figure/partial-date.js';
import { Party, type PartyReference } from '../party/party.js';
import { DocumentFields, type DocumentKind } from './document.js';

/** A document as its row, or as a reference that has its id alone. */
type Known = Pick<DocumentFields, 'id'> & Partial<DocumentFields>;

@Resolver(() => DocumentFields)
export class DocumentFieldsResolver {
  @FieldResolver()
  async kind(@Root() document: Known, @Ctx() context: VocabularyContext): Promise<DocumentKind | null> {
    return known(document, 'kind', context);
  }

  @FieldResolver()
  async title(@Root() document: Known, @Ctx() context: VocabularyContext): Promise<string | null> {
    return known(document, 'title', context);
  }

  @FieldResolver()
  async titleEn(@Root() document: Known, @Ctx() context: VocabularyContext): Promise<string | null> {
    return known(document, 'titleEn', context);
  }

  @FieldResolver()
  async number(@Root() document: Known, @Ctx() context: VocabularyContext): Promise<string | null> {
    return known(document, 'number', context);
  }

  @FieldResolver()
  async issue(@Root() document: Known, @Ctx() context: VocabularyContext): Promise<string | null> {
    return known(document, 'issue', context);
  }

  @FieldResolver()
  async url(@Root() document: Known, @Ctx() context: VocabularyContext): Promise<string | null> {
    return known(document, 'url', context);
  }

  @Directive('@shareable')
  @FieldResolver(() => PartialDate, {
    nullable: true,
    description: 'When it was published or issued; null where its source does not say.',
  })
  async published(@Root() document: Known, @Ctx() context: VocabularyContext): Promise<PartialDate | null> {
    const date = known(document, 'publishedDate', context);
    const precision = known(document, 'publishedPrecision', context);
    return partialDate(await date, await precision);
  }

  @Directive('@shareable')
  @FieldResolver(() => [Party], {
    nullable: true,
    description: 'Who published or issued it; a document may have several issuers, or none that is known.',
  })
  async publishers(@Root() { id }: Known, @Ctx() { documents }: VocabularyContext): Promise<readonly PartyReference[]> {
    return documents.publishersOf(id);
  }
}

async function known<Name extends keyof DocumentFields>(
  document: Known,
  name: Name,
  { documents }: VocabularyContext,
): Promise<DocumentFields[Name] | null> {
  const given = (document as Partial<DocumentFields>)[name];
  return given === undefined ? ((await documents.byId(document.id))?.[name] ?? null) : given;
}
