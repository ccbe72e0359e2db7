import { simplified } from '../../../platform/simplified.js';
import { wordsOf } from '../../../platform/text-index.js';
import type { PartyRefRepository } from '../../../vocabulary/party/party-ref.repository.js';
import { ranked, type Hit, type RankedHit } from './hits.js';
import { matchAt, ranks, resemblance, soundMatch, type Match } from './match.js';
import {
  candidatesIn,
  namesIn,
  shortNamesIn,
  tokensOf,
  withoutKind,
  withoutRelation,
  type NameIn,
} from './names-in.js';
import { Places } from './places.js';
import type { SearchForm } from './search-form.entity.js';
import type { SearchRepository, Where } from './search.repository.js';
import { slipsOf } from './slips.js';
import { soundsOf, syllablesOf } from './sounds.js';

/** What a search asks for. */
export interface SearchRequest extends Where {
  readonly text: string;
}

/** A text of more words is taken as one name, not as the names of a place and of the places it lies in. */
const mostNames = 4;

/** Words between names in English. */
const fillers = /^(?:and|in|of|the|with)$/;

/** What some write in the number of a document: 中办发2016年第69号. */
const inNumbers = /(?<=\d{4})年(?=第?\d)|第(?=\d)/gu;

/** Full-text search over what `SearchKind` names. */
export class Search {
  private readonly places: Places;

  constructor(
    private readonly forms: SearchRepository,
    refs: PartyRefRepository,
  ) {
    this.places = new Places(forms, refs);
  }

  /** Whether something that is like the text may not be among the hits, as too much is. */
  get isCut(): boolean {
    return this.forms.isCut;
  }

  /** The hits, the best first, as `ranks` orders them. Weaker ways to match are tried where the stronger find nothing near. */
  async hits({ text, kinds, within }: SearchRequest): Promise<readonly Hit[]> {
    const words = wordsOf((await simplified(text)).replace(inNumbers, ''));
    // No further way is tried where a hit is nearer than `until`.
    const ways = [
      { find: () => this.whole(words, { within, kinds }), until: ranks.shortPairing },
      { find: () => this.shortNames(words, within), until: ranks.inside },
      { find: () => this.inPlaces(words, within), until: ranks.inside },
      { find: () => this.resembling(words, { within, kinds }), until: Infinity },
      { find: () => this.inText(words, within), until: 0 },
    ];
    let hits: readonly RankedHit[] = [];
    for (const { find, until } of ways) {
      const more = await find();
      hits = ranked([...hits, ...more].filter(({ kind }) => kinds?.includes(kind) ?? true));
      if ((hits[0]?.distance ?? Infinity) < until) {
        break;
      }
    }
    return hits;
  }

  /** What begins with the text or contains it; of several words, each may be a place that lies in the others. */
  private async whole(words: readonly string[], where: Where): Promise<readonly RankedHit[]> {
    const { within } = where;
    const names = words.filter((word) => !fillers.test(word));
    const isSeveral = names.length > 1 && names.length <= mostNames;
    return [
      ...(await this.places.nested([await this.forms.matches(words, where)], within)),
      // The party that is named may stand on the other side than the one in the region.
      ...(within === null
        ? []
        : await this.places.pairings(await this.forms.matches(words, { ...where, within: null }), within)),
      ...(isSeveral ? await this.hitsOf(names, within) : []),
    ];
  }

  /** What a short name of a pair or a group says: 粤桂, 京津冀. */
  private async shortNames(words: readonly string[], within: string | null): Promise<readonly RankedHit[]> {
    const short = shortNamesIn(words.join(''));
    if (short === null) {
      return [];
    }
    const forms = (await this.forms.equal(short)).filter(
      ({ match, text: name }) => match === 'ALIAS' && name.length === 1,
    );
    return this.places.pair(
      short.map((name) => forms.filter((form) => form.text === name)),
      within,
    );
  }

  /**
   * A text without spaces as the names of places, each in one before it, and a beginning of the last: 杭州西; with or
   * without a word for their relation: 西湖区对口宣恩县. Of two characters, the beginnings of a pairing's sides: 杭恩.
   */
  private async inPlaces(words: readonly string[], within: string | null): Promise<readonly RankedHit[]> {
    const text = words.join('');
    const known = await this.forms.equal(candidatesIn(tokensOf(words)));
    for (const parts of [words, words.map(withoutRelation)]) {
      const names = leadingNames(tokensOf(parts), known);
      const found = names.length < 2 ? [] : await this.hitsOf(names, within, ranks.inside);
      if (found.length > 0) {
        return found;
      }
    }
    if (known.length > 0 || !/^\p{Script=Han}{2}$/u.test(text)) {
      return [];
    }
    const found = await this.hitsOf(Array.from(text), within);
    return found.filter(({ kind }) => kind === 'PAIRING');
  }

  /** What the text sounds like, with another kind of unit too, or has more between its parts; else what it resembles. */
  private async resembling(words: readonly string[], where: Where): Promise<readonly RankedHit[]> {
    const { within } = where;
    const sounding = await this.sounding(words, within);
    const containing = await this.forms.withAll(tokensOf(words), where);
    const strong = [...sounding, ...containing.flatMap((form) => resemblance(form, words) ?? [])];
    const isEnough = strong.some(({ distance }) => distance < ranks.alikeSound);
    return this.places.nested([isEnough ? strong : [...strong, ...(await this.alike(words, within))]], within);
  }

  /** The regions that the text sounds like, or that have its name with another kind of unit. */
  private async sounding(words: readonly string[], within: string | null): Promise<readonly Match[]> {
    const stem = withoutKind(words.join(' '));
    const sounds = [await soundsOf(words.join('')), stem === null ? [] : await soundsOf(stem)];
    const likeliest = sounds.flatMap(([first]) => first ?? []);
    const equal = await this.forms.equal([...(stem === null ? [] : [stem]), ...sounds.flat()], within);
    return equal.map((form) => {
      const is = (texts: readonly (string | null)[]): boolean => texts.includes(form.text) || texts.includes(form.stem);
      return matchAt(form, is([stem]) ? ranks.otherKind : is(likeliest) ? ranks.sameSound : ranks.otherReading);
    });
  }

  /** What the text is up to typing errors, or to sounds that are often confused. */
  private async alike(words: readonly string[], within: string | null): Promise<readonly Match[]> {
    const text = words.join('');
    const slips = await this.forms.equal(slipsOf(text), within);
    const forms = slips.length > 0 ? slips : await this.forms.alike(text, within);
    const sound = (await syllablesOf(text))?.join('') ?? null;
    const heard = sound === null ? [] : await this.forms.alike(sound, within);
    return [
      ...forms.flatMap((form) => resemblance(form, words) ?? []),
      ...heard.flatMap((form) => soundMatch(form, sound ?? '') ?? []),
    ];
  }

  /** The names in a longer text; without any, the names that all of it sounds like. */
  private async inText(words: readonly string[], within: string | null): Promise<readonly RankedHit[]> {
    const named = await this.namesIn(tokensOf(words));
    if (named.length > 0) {
      return this.places.named(named, within);
    }
    const syllables = await syllablesOf(words.join(''));
    const heard = syllables === null ? [] : await this.namesIn(syllables);
    const isWhole = heard.map(({ name }) => name).join('') === syllables?.join('');
    return isWhole ? this.places.named(heard, within) : [];
  }

  private async namesIn(tokens: readonly string[]): Promise<readonly NameIn[]> {
    return namesIn(tokens, await this.forms.equal(candidatesIn(tokens)));
  }

  /** The hits of several names, each nearer than `until`. */
  private async hitsOf(
    names: readonly string[],
    within: string | null,
    until = Infinity,
  ): Promise<readonly RankedHit[]> {
    const matches = await Promise.all(names.map((name) => this.forms.matches([name])));
    return this.places.nested(
      matches.map((each) => each.filter(({ distance }) => distance < until)),
      within,
    );
  }
}

/** The names that a text begins with, and what is left as the last one. */
function leadingNames(tokens: readonly string[], forms: readonly SearchForm[]): readonly string[] {
  const text = tokens.join('');
  const names = namesIn(tokens, forms).map(({ name }) => name);
  let length = 0;
  const leading = names.slice(0, mostNames).filter((name) => {
    const isNext = text.startsWith(name, length);
    length += isNext ? name.length : 0;
    return isNext;
  });
  return length === text.length ? leading : [...leading, text.slice(length)];
}
