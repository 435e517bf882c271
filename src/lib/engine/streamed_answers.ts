import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { DataType, Table } from 'apache-arrow';
import { boundStatements } from './bound_values';
import { EngineError, type Query } from './engine';
import { withoutEnd } from './sql_text';

/**
 * Answers by way of the package's streamed results, the only ones that can be cancelled. They lack
 * the dictionaries of ENUM columns (duckdb-wasm 1.32.0 sends none, and such a column reads as
 * null), so a question that turns out to answer with one is asked again with those columns as text.
 */
export class StreamedAnswers {
  readonly #connection: AsyncDuckDBConnection;
  readonly #readable = new Map<string, string>();
  #prepared: string | null = null;
  #interrupted = false;

  constructor(connection: AsyncDuckDBConnection) {
    this.#connection = connection;
  }

  /** To be called when tables may have changed: what was learned about questions no longer holds. */
  forget(): void {
    this.#readable.clear();
    this.#prepared = null;
  }

  async answer({ text, values }: Query): Promise<Table> {
    this.#interrupted = false;
    const answer = await this.#send({ text: this.#readable.get(text) ?? text, values });
    const enums = answer.schema.fields.filter(({ type }) => DataType.isDictionary(type));
    if (enums.length === 0) return answer;

    const readable = enumsAsText(
      text,
      enums.map(({ name }) => name),
    );
    this.#readable.set(text, readable);
    return this.#send({ text: readable, values });
  }

  /** Gives up the question in hand: its answer rejects. */
  interrupt(): void {
    this.#interrupted = true;
    // That nothing was left to cancel is no error.
    this.#connection.cancelSent().catch(() => {});
  }

  async #send(query: Query): Promise<Table> {
    const { prepare, execute } = boundStatements(query);
    if (prepare !== null && prepare !== this.#prepared) {
      this.#prepared = null;
      await this.#connection.query(prepare);
      this.#prepared = prepare;
    }
    if (this.#interrupted) throw new EngineError('The question was cancelled.', 'cancelled');
    const reader = await this.#connection.send(execute);
    const batches = await reader.readAll();
    return new Table(reader.schema, batches);
  }
}

/** The same question with some of its columns as text, rows in the same order. */
export function enumsAsText(text: string, columns: readonly string[]): string {
  const casts = columns
    .map((column) => `"${column.replaceAll('"', '""')}"`)
    .map((column) => `${column}::varchar as ${column}`);
  return `select * replace (${casts.join(', ')}) from (${withoutEnd(text)})`;
}
