import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';

import { Language } from '../figure/language.js';
import { totalText } from './total-text.js';
import { Total } from './total.js';

@Resolver(() => Total)
export class TotalResolver {
  @FieldResolver(() => String, {
    description:
      'Ready for display: "at least 20,200 jobs", "65.94 million yuan", "up to 95 million yuan, shared with 1 other pairing", "nothing done is reported; left out: 2 planned", "none reported".',
  })
  text(
    @Root() total: Total,
    @Arg('language', () => Language, { defaultValue: Language.EN, description: 'Language of the text.' })
    language: Language,
  ): string {
    return totalText(total, language);
  }
}
