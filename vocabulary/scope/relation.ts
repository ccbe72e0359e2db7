/** How what one statement is about stands to what another is about; `WIDER` says that the first has the second in it. */
export type Relation = 'APART' | 'EQUAL' | 'WIDER' | 'NARROWER' | 'CROSS';

/** The relation of two scopes by those in their dimensions: apart in one is apart, wider here and narrower there is a cross. */
export function combined(relations: readonly Relation[]): Relation {
  let result: Relation = 'EQUAL';
  for (const relation of relations) {
    if (relation === 'APART') {
      return 'APART';
    }
    result = result === 'EQUAL' || result === relation ? relation : relation === 'EQUAL' ? result : 'CROSS';
  }
  return result;
}

/** A set of places in a hierarchy: none of them means that nothing is said, which is wider than anything. */
export function relationOfSets(
  one: readonly string[],
  other: readonly string[],
  above: (id: string) => readonly string[],
): Relation {
  if (one.length === 0 || other.length === 0) {
    return one.length === other.length ? 'EQUAL' : one.length === 0 ? 'WIDER' : 'NARROWER';
  }
  const isIn = (id: string, whole: readonly string[]): boolean => above(id).some((each) => whole.includes(each));
  const [oneIn, otherIn] = [one.filter((id) => isIn(id, other)), other.filter((id) => isIn(id, one))];
  const [isWithin, isAround] = [oneIn.length === one.length, otherIn.length === other.length];
  if (isWithin || isAround) {
    return isWithin && isAround ? 'EQUAL' : isWithin ? 'NARROWER' : 'WIDER';
  }
  return oneIn.length > 0 || otherIn.length > 0 ? 'CROSS' : 'APART';
}

/** Two words that narrow what is counted: unlike ones are apart, and none is wider than any. */
export const relationOfWords = (one: string | null, other: string | null): Relation =>
  one === other ? 'EQUAL' : one === null ? 'WIDER' : other === null ? 'NARROWER' : 'APART';
