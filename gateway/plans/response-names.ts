/** What a client calls the fields of an answer that have internal aliases in the normalised operation. */
export class ResponseNames {
  /** `byAlias` are the client's names, by internal aliases; null for what it has not asked for. */
  constructor(readonly byAlias: ReadonlyMap<string, string | null>) {}

  /** A path in the client's names. The planner adds `__alias_` and a number where fields of one name have unlike types. */
  inPath(path: readonly (string | number)[]): readonly (string | number)[] {
    return path.map((key) => {
      const own = typeof key === 'string' ? key.replace(/__alias_\d+$/, '') : key;
      return typeof own === 'string' ? (this.byAlias.get(own) ?? own) : own;
    });
  }

  /** A text in which internal aliases are replaced; a field is not called what is its own name. */
  inText(text: string): string {
    return text.replaceAll(
      /\b(__a\d+)(?=\b|__alias_)(?:: (\w+)\b)?/g,
      (all, alias: string, field: string | undefined) => {
        const name = this.byAlias.get(alias);
        return name == null ? all : field === undefined || field === name ? name : `${name}: ${field}`;
      },
    );
  }
}
