import { Arg, Args, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';

import { connectionOf, listSize, type List } from '../../../vocabulary/record/connection.js';
import { PartialDate, partialDate } from '../../../vocabulary/figure/partial-date.js';
import { Party, type PartyReference } from '../../../vocabulary/party/party.js';
import type { PairingsContext } from '../context.js';
import { PairingConnection, type Pairing } from '../pairing/pairing.entity.js';
import { PairingListArguments } from '../pairing/pairing.inputs.js';
import { Document } from './document.entity.js';
import { DocumentListArguments } from './document.inputs.js';

const DocumentConnection = connectionOf('Document', () => Document);

@Resolver(() => Document)
export class DocumentResolver {
  @Query(() => Document, { nullable: true, description: 'The document with this id; null when there is none.' })
  async document(
    @Arg('id', () => ID, { description: 'Id of the document.' }) id: string,
    @Ctx() context: PairingsContext,
  ): Promise<Document | null> {
    return context.documents.byId(id);
  }

  @Directive(listSize)
  @Query(() => DocumentConnection, { nullable: true, description: 'Documents, by id.' })
  documents(
    @Args(() => DocumentListArguments) args: DocumentListArguments,
    @Ctx() context: PairingsContext,
  ): List<Document> {
    return context.documents.list(args);
  }

  @FieldResolver(() => PartialDate, {
    nullable: true,
    description: 'When it was published or issued; null where its source does not say.',
  })
  published(@Root() document: Document): PartialDate | null {
    return partialDate(document.publishedDate, document.publishedPrecision);
  }

  @FieldResolver(() => [Party], {
    description: 'Who published or issued it; a document may have several issuers, or none that is known.',
  })
  async publishers(@Root() document: Document, @Ctx() context: PairingsContext): Promise<readonly PartyReference[]> {
    return context.parties.of(document.id, 'ISSUER');
  }

  @Directive(listSize)
  @FieldResolver(() => PairingConnection, {
    nullable: true,
    description: 'Pairings of which this document set a period; empty for an article.',
  })
  pairings(
    @Root() document: Document,
    @Args(() => PairingListArguments) args: PairingListArguments,
    @Ctx() context: PairingsContext,
  ): List<Pairing> {
    return context.pairings.ofBasis(document.id, args);
  }
}
