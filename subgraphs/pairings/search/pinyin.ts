interface Named {
  readonly name: string;
  /** With tones, syllable by syllable; null where it is to be worked out. */
  readonly pinyin: string | null;
}

/** Rows with the pinyin of their names. The tables to work it out are loaded when a row comes without. */
export async function withPinyin<Row extends Named>(
  rows: readonly Row[],
): Promise<readonly (Row & { readonly pinyin: string })[]> {
  const isGiven = rows.every(({ pinyin }) => pinyin !== null);
  const workOut = isGiven ? null : (await import('pinyin-pro')).pinyin;
  return rows.map((row) => ({
    ...row,
    pinyin: row.pinyin ?? workOut?.(row.name, { type: 'array', nonZh: 'consecutive' }).join(' ') ?? '',
  }));
}
