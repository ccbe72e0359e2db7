import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { Identified } from '../../platform/page.js';
import { stubOrOwned } from '../../platform/subgraph.js';
import type { VocabularyContext } from '../context.js';
import { PartialDate, partialDate } from '../figure/partial-date.js';
import { SourceRef } from '../figure/source-ref.js';
import { PairingStub } from '../pairing/stubs.js';
import { RecordFields } from './record-fields.js';

@Resolver(() => RecordFields)
export class RecordFieldsResolver {
  @FieldResolver(() => PartialDate, {
    nullable: true,
    description: 'Start of the period reported on, or its day; null when the source gives none.',
  })
  from(@Root() { fromDate, fromPrecision }: RecordFields): PartialDate | null {
    return partialDate(fromDate, fromPrecision);
  }

  @FieldResolver(() => PartialDate, {
    nullable: true,
    description: 'End of the period reported on, itself not included; null when the source gives none.',
  })
  to(@Root() { toDate, toPrecision }: RecordFields): PartialDate | null {
    return partialDate(toDate, toPrecision);
  }

  @FieldResolver(() => [stubOrOwned('Pairing', PairingStub)()], {
    nullable: true,
    description:
      'The pairings it belongs to; several where the source reports one number for them, none where it belongs to a region or a body alone.',
  })
  async pairings(
    @Root() record: RecordFields,
    @Ctx() { recordPairings }: VocabularyContext,
  ): Promise<readonly Identified[]> {
    return recordPairings.of(record.id);
  }

  @FieldResolver(() => [SourceRef], { description: 'Where it is printed: at least one place.' })
  async sources(@Root() record: RecordFields, @Ctx() { sources }: VocabularyContext): Promise<readonly SourceRef[]> {
    return sources.of(record.id);
  }
}
