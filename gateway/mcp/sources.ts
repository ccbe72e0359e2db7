import { isObject, type Json } from './rows.js';

/** A document that an answer names as a source, with the paragraphs that it names; none for the document as a whole. */
export interface Source {
  readonly document: string;
  readonly title?: string;
  readonly titleEn?: string;
  readonly url?: string;
  readonly paragraphs: readonly number[];
}

interface Found extends Pick<Source, 'document' | 'title' | 'titleEn' | 'url'> {
  readonly paragraphs: Set<number>;
}

/** The sources in an answer, each document once; null where it was not asked for any. */
export function sourcesIn(data: Json): readonly Source[] | null {
  const found = new Map<string, Found>();
  const asked = new Set<string>();
  const add = (id: Json | undefined, paragraph: Json | undefined, about: Readonly<Record<string, Json>> = {}): void => {
    if (typeof id !== 'string') {
      return;
    }
    const texts = ['title', 'titleEn', 'url'].flatMap((name) =>
      typeof about[name] === 'string' ? [[name, about[name]] as const] : [],
    );
    const { paragraphs, ...known } = found.get(id) ?? { document: id, paragraphs: new Set<number>() };
    found.set(id, { ...known, ...Object.fromEntries(texts), paragraphs });
    if (typeof paragraph === 'number') {
      paragraphs.add(paragraph);
    }
  };
  const look = (value: Json): void => {
    if (value === null || typeof value !== 'object') {
      return;
    }
    for (const [name, each] of Object.entries(value)) {
      const isNamed = !Array.isArray(value) && /sources$/i.test(name);
      if (isNamed) {
        asked.add(name);
      }
      if (isNamed && typeof each === 'string') {
        // In a row of a table: `s1#10; s2#3`.
        for (const [, id, paragraph] of each.matchAll(/([^;#\s]+)(?:#(\d+))?/g)) {
          add(id, paragraph === undefined ? undefined : Number(paragraph));
        }
      } else if (isNamed && Array.isArray(each)) {
        for (const source of each.filter(isObject)) {
          const document = isObject(source['document']) ? source['document'] : {};
          add(document['id'], source['paragraph'], document);
        }
      } else {
        look(each);
      }
    }
  };
  look(data);
  return asked.size > 0
    ? Array.from(found.values(), ({ paragraphs, ...source }) => ({
        ...source,
        paragraphs: [...paragraphs].sort((one, other) => one - other),
      }))
    : null;
}
