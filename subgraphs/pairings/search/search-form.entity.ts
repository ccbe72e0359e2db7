import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

import { describedEnum, type EnumValue } from '../../../platform/described-enum.js';

export const SearchKind = describedEnum('SearchKind', 'What a search can find.', {
  REGION: ['region', '地区', 'A region (地区).'],
  ORGANISATION: ['organisation', '机构', 'An organisation (机构).'],
  PROGRAMME: ['programme', '帮扶机制', 'A programme (项目).'],
  PAIRING: ['pairing', '结对关系', 'A pairing, by the parties of its sides (结对关系).'],
  DOCUMENT: ['document', '文件', 'A document, by title or number (文件).'],
  PROVISION: ['provision', '机制、规定', 'What parties agreed, set up or hold, by title (机制、规定).'],
  PROJECT: ['project', '建设项目', 'A project, by title (项目).'],
});
export type SearchKind = EnumValue<typeof SearchKind>;

export const SearchMatch = describedEnum('SearchMatch', 'What of a hit the searched text is like.', {
  NAME: ['name', '名称', 'Its Chinese name, or the title of a document (名称).'],
  ALIAS: ['other name', '别名、简称', 'Another name in use (别名、简称).'],
  ENGLISH: ['English name', '英文名', 'Its name or title in English (英文名).'],
  PINYIN: ['pinyin', '拼音', 'The pinyin of its name (拼音).'],
  INITIALS: ['pinyin initials', '拼音首字母', 'The first letters of the pinyin of its name (拼音首字母).'],
  CODE: ['code of today', '现行代码', 'Its code of today (代码).'],
  NUMBER: ['document number', '文号', 'The number of a document (文号).'],
  FORMER_NAME: ['former name', '曾用名', 'A name that it, or a region that went into it, had before (曾用名).'],
  FORMER_CODE: ['former code', '曾用代码', 'A code that it, or a region that went into it, had before (曾用代码).'],
  PARTY: ['party of a side', '结对双方', 'A party of one of its sides (结对双方).'],
});
export type SearchMatch = EnumValue<typeof SearchMatch>;

/** One of the texts by which something is found. */
@Entity({ tableName: 'search_form' })
export class SearchForm {
  @PrimaryKey({ type: 'integer', autoincrement: true }) id!: number;
  @Property({ type: 'string' }) dataset!: string;
  @Property({ type: 'string' }) kind!: Exclude<SearchKind, 'PAIRING'>;
  /** Id of what is found. */
  @Property({ type: 'string' }) record!: string;
  @Property({ type: 'string' }) match!: Exclude<SearchMatch, 'PARTY'>;
  /** The text for display. */
  @Property({ type: 'string' }) form!: string;

  /** The folded text, which is compared. */
  @Index()
  @Property({ type: 'string' })
  text!: string;

  /** The beginning of `text` that stands for all of it: 西湖 of 西湖区, `xihu` of `xihuqu`. */
  @Index()
  @Property({ type: 'string' })
  stem!: string;

  /** The trigrams that `text` is indexed by; null for a form that is matched by its beginning alone. */
  @Property({ type: 'string', nullable: true }) grams!: string | null;
  /** Orders forms at an equal distance: the smaller comes first. */
  @Property({ type: 'integer' }) weight!: number;
  /** The region that it is or lies in. */
  @Property({ type: 'string', nullable: true }) region!: string | null;
}
