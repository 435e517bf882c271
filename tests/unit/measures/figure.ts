import type { Engine } from '../../../src/lib/engine/engine';
import { openRows } from '../../../src/lib/engine/rows';
import { named } from '../../../src/lib/engine/sql';
import { measureNamed } from '../../../src/lib/measures/catalogue';
import { parsePeriod } from '../../../src/lib/measures/period';
import type { FigureRequest } from '../../../src/lib/measures/request';
import { statementFor } from '../../../src/lib/measures/statement';

/** The counts of one measure as the engine answers them, before disclosure control. */
export async function countsOf(
  engine: Engine,
  measureId: string,
  periodText: string,
  request: Partial<Pick<FigureRequest, 'by' | 'where'>> = {},
): Promise<Record<string, unknown>[]> {
  const measure = measureNamed(measureId);
  const period = parsePeriod(periodText);
  if (!measure || !period) throw new Error(`${measureId} ${periodText}`);
  const { text, parameters } = statementFor(measure, period, { by: [], where: {}, ...request });
  return openRows(await engine.ask(named(text, parameters)));
}

/** Numerator over denominator of a table with one row. */
export async function rateOf(
  engine: Engine,
  measureId: string,
  period: string,
  request: Partial<Pick<FigureRequest, 'by' | 'where'>> = {},
): Promise<number> {
  const rows = await countsOf(engine, measureId, period, request);
  if (rows.length !== 1) throw new Error(`${rows.length} rows`);
  return Number(rows[0]?.['numerator']) / Number(rows[0]?.['denominator']);
}
