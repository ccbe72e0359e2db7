import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { VocabularyContext } from '../context.js';
import { figureText } from './figure-text.js';
import { Figure } from './figure.js';
import { Language } from './language.js';
import { SourceRef } from './source-ref.js';

@Resolver(() => Figure)
export class FigureResolver {
  @FieldResolver(() => String, { description: 'Ready for display: "at least 35 million yuan", "至少3500万元".' })
  text(
    @Root() figure: Figure,
    @Arg('language', () => Language, { defaultValue: Language.EN, description: 'Language of the text.' })
    language: Language,
  ): string {
    return figureText(figure, language);
  }

  @FieldResolver(() => [SourceRef], { description: 'Where it is printed: at least one place.' })
  async sources(@Root() figure: Figure, @Ctx() context: VocabularyContext): Promise<readonly SourceRef[]> {
    return context.sources.of(figure.record);
  }
}
