import { heldBackInWords, protectionInWords } from '../disclosure/policy';
import type { SafeTable } from '../disclosure/safe_table';
import type { Measure } from '../measures/measure';
import { formatDate } from '../ui/format';
import type { SourceFile } from '../ui/provenance';

/** How one measure of a figure came to be. */
export interface MeasureMade {
  readonly measure: Measure;
  /** What is above and below the line. */
  readonly counted: string;
  /** The disclosure profile, and what it did. */
  readonly protection: string;
  /** What was asked of the extracts, once for each different question; the last asked first. */
  readonly statements: readonly SafeTable['made'][];
}

/** How a figure was made, read off its own tables. */
export interface HowMade {
  readonly measures: readonly MeasureMade[];
  /** The files it rests on, a line each. */
  readonly files: readonly string[];
}

export function howMade(tables: readonly SafeTable[], files: readonly SourceFile[]): HowMade {
  const ids = [...new Set(tables.map(({ measure }) => measure.id))];
  const needed = new Set(tables.flatMap(({ measure }) => measure.needs.flat()));
  return {
    measures: ids.map((id) => madeOf(tables.filter(({ measure }) => measure.id === id))),
    files: files.filter(({ table }) => needed.has(table)).map(fileInWords),
  };
}

/** @param tables of one measure, at least one */
function madeOf(tables: readonly SafeTable[]): MeasureMade {
  const { measure, policy } = tables.at(-1)!;
  const different = new Map(
    tables.toReversed().map(({ made }) => [JSON.stringify(made), made] as const),
  );
  return {
    measure,
    counted: `${measure.numerator}, out of ${measure.denominator}`,
    protection: [`${policy.name}.`, protectionInWords(policy), heldBackInWords(tables)]
      .filter((part) => part !== null)
      .join(' '),
    statements: [...different.values()],
  };
}

/** "people.parquet (Capita ONE), extracted 31 July 2025, final". */
export function fileInWords({ name, source, extractedOn, status }: SourceFile): string {
  return [
    `${name}${source ? ` (${source})` : ''}`,
    ...(extractedOn ? [`extracted ${formatDate(extractedOn)}`] : []),
    ...(status ? [status] : []),
  ].join(', ');
}
