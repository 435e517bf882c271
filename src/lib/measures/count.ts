import { makeCounts, type CountRow, type Counts } from '../disclosure/counts';
import type { AskOptions, Engine } from '../engine/engine';
import { openRows } from '../engine/rows';
import { named } from '../engine/sql';
import type { DimensionId, Measure } from './measure';
import { parsePeriod, type Period } from './period';
import { RequestError, type FigureRequest } from './request';
import { statementFor } from './statement';

type CountsOfGroup = Readonly<Record<string, string | number | null>>;

/**
 * Counts one measure for one request. A period that the loaded extracts do not cover answers one row
 * marked as not available. Throws a `RequestError` for a request the measure cannot answer.
 *
 * @param covered says whether the loaded extracts cover a period of this measure
 */
export async function count(
  engine: Engine,
  measure: Measure,
  request: FigureRequest,
  covered: (period: Period) => boolean,
  options?: AskOptions,
): Promise<Counts> {
  const rows: CountRow[] = [];
  const texts = new Set<string>();
  const parameters: Record<string, Record<string, unknown>> = {};
  for (const text of request.periods) {
    const period = parsePeriod(text);
    if (period === null) {
      throw new RequestError(
        `"${text}" is not a period. Write 2024-25, 2024-25-t1, 2024-25-ytd, 2025-01 or 2025-djf.`,
      );
    }
    const statement = statementFor(measure, period, request);
    texts.add(statement.text);
    parameters[text] = statement.parameters;
    if (!covered(period)) {
      rows.push({ period: text, keys: {}, numerator: null, denominator: null, available: false });
      continue;
    }
    const answer = await engine.ask(named(statement.text, statement.parameters), options);
    rows.push(...openRows<CountsOfGroup>(answer).map((row) => countRow(text, request.by, row)));
  }
  return makeCounts({
    measure,
    by: request.by,
    where: request.where,
    rows,
    made: { sql: [...texts].join('\n\n'), parameters },
  });
}

function countRow(period: string, by: readonly DimensionId[], row: CountsOfGroup): CountRow {
  const people = {
    numerator: row['people_in_numerator'],
    denominator: row['people_in_denominator'],
  };
  return {
    period,
    keys: Object.fromEntries(by.map((id) => [id, String(row[id])])),
    numerator: Number(row['numerator'] ?? 0),
    denominator: Number(row['denominator'] ?? 0),
    available: true,
    ...(people.denominator === undefined
      ? {}
      : {
          contributors: {
            numerator: Number(people.numerator ?? 0),
            denominator: Number(people.denominator ?? 0),
          },
        }),
  };
}
