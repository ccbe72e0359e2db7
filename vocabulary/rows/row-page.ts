import type { VocabularyContext } from '../context.js';

/** What is known beside rows, by the id of a row or another key. */
export type Known<Cells> = ReadonlyMap<string, readonly Cells[]>;

/**
 * Reads what stands in other tables beside rows: one statement, however many rows there are. It is a constant of its
 * module, by which a page knows what was read.
 */
export interface RowReader<Row, Cells = object> {
  readonly read: (context: VocabularyContext, rows: readonly Row[]) => Promise<Known<Cells>>;
}

/** What is known beside the rows of a page. */
export class RowPage {
  private constructor(private readonly known: ReadonlyMap<RowReader<never>, Known<object>>) {}

  /** Reads with each reader once. */
  static async read<Row>(
    context: VocabularyContext,
    rows: readonly Row[],
    readers: ReadonlySet<RowReader<Row>>,
  ): Promise<RowPage> {
    const known = await Promise.all(
      Array.from(rows.length > 0 ? readers : [], async (reader) => [reader, await reader.read(context, rows)] as const),
    );
    return new RowPage(new Map(known));
  }

  /** What a reader knows of a key; empty where it knows nothing. */
  of<Row, Cells>(reader: RowReader<Row, Cells>, key: string): readonly Cells[] {
    return (this.known.get(reader as RowReader<never>)?.get(key) ?? []) as readonly Cells[];
  }
}
