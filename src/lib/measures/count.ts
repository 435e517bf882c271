import {
  makeCounts,
  type CountRow,
  type CountsContent,
  type Counts,
  type LengthCount,
} from '../disclosure/counts';
import type { AskOptions, Engine } from '../engine/engine';
import { openRows } from '../engine/rows';
import { named } from '../engine/sql';
import type { DimensionId, Measure } from './measure';
import { parsePeriod, type Period } from './period';
import { RequestError, type FigureRequest } from './request';
import { statementFor, statementForMonthEnds, type Statement } from './statement';

type CountsOfGroup = Readonly<Record<string, string | number | null>>;

/**
 * Counts one measure for one request. A period that the loaded extracts do not cover answers one row
 * marked as not available. Throws a `RequestError` for a request the measure cannot answer.
 *
 * @param covered says whether the loaded extracts cover a period of this measure
 */
export async function count(
  ...[engine, measure, request, covered, options]: Parameters<typeof countRows>
): Promise<Counts> {
  const { rows, made } = await countRows(engine, measure, request, covered, options);
  return makeCounts({ measure, by: request.by, where: request.where, rows, made });
}

/** The same before it is sealed: for models, which answer findings of their own. */
export async function countRows(
  engine: Engine,
  measure: Measure,
  request: FigureRequest,
  covered: (period: Period) => boolean,
  options?: AskOptions,
): Promise<Pick<CountsContent, 'rows' | 'made'>> {
  const periods = request.periods.map((text) => ({ text, period: periodOf(text) }));
  const asked = periods.filter(({ period }) => covered(period));
  const byMonth = statementForMonthEnds(
    measure,
    asked.map(({ period }) => period),
    request,
  );
  const answers = new Map<string, readonly CountsOfGroup[]>();
  const statements = new Map<string, Statement>();
  if (byMonth) {
    const rows = await ask(engine, byMonth, options);
    for (const { text } of asked) {
      answers.set(
        text,
        rows.filter((row) => row['month'] === `${text}-01`),
      );
      statements.set(text, byMonth);
    }
  } else {
    for (const { text, period } of asked) {
      const statement = statementFor(measure, period, request);
      answers.set(text, await ask(engine, statement, options));
      statements.set(text, statement);
    }
  }
  const shown = [...statements.values()];
  // Even of a period without data the reader may see how its figure would be made.
  const first = periods[0];
  if (shown.length === 0 && first) shown.push(statementFor(measure, first.period, request));
  return {
    rows: periods.flatMap(({ text }) => rowsOf(measure, text, request.by, answers.get(text))),
    made: {
      sql: [...new Set(shown.map((statement) => statement.text))].join('\n\n'),
      parameters: Object.fromEntries(
        [...statements].map(([text, statement]) => [text, statement.parameters]),
      ),
    },
  };
}

function periodOf(text: string): Period {
  const period = parsePeriod(text);
  if (period !== null) return period;
  throw new RequestError(
    `"${text}" is not a period. Write 2024-25, 2024-25-t1, 2024-25-ytd, 2025-01 or 2025-djf.`,
  );
}

async function ask(
  engine: Engine,
  statement: Statement,
  options?: AskOptions,
): Promise<CountsOfGroup[]> {
  return openRows<CountsOfGroup>(
    await engine.ask(named(statement.text, statement.parameters), options),
  );
}

function rowsOf(
  measure: Measure,
  period: string,
  by: readonly DimensionId[],
  answer: readonly CountsOfGroup[] | undefined,
): CountRow[] {
  if (answer === undefined) {
    return [{ period, keys: {}, numerator: null, denominator: null, available: false }];
  }
  if (measure.kind === 'length') return lengthRows(period, by, answer);
  // A total always has a row, also where a filter leaves nobody.
  const rows = answer.length === 0 && by.length === 0 ? [{}] : answer;
  return rows.map((row) => countRow(measure, period, by, row));
}

function countRow(
  measure: Measure,
  period: string,
  by: readonly DimensionId[],
  row: CountsOfGroup,
): CountRow {
  const people = {
    numerator: row['people_in_numerator'],
    denominator: row['people_in_denominator'],
  };
  return {
    period,
    keys: keysOf(by, row),
    numerator: Number(row['numerator'] ?? 0),
    denominator: measure.kind === 'count' ? null : Number(row['denominator'] ?? 0),
    available: true,
    ...(people.numerator === undefined
      ? {}
      : {
          contributors: {
            numerator: Number(people.numerator ?? 0),
            denominator: Number(people.denominator ?? people.numerator ?? 0),
          },
        }),
  };
}

/** One row a group, with its lengths; a total always has a row. */
function lengthRows(
  period: string,
  by: readonly DimensionId[],
  answer: readonly CountsOfGroup[],
): CountRow[] {
  const groups = new Map<string, { keys: CountRow['keys']; lengths: LengthCount[] }>();
  if (by.length === 0) groups.set('', { keys: {}, lengths: [] });
  for (const row of answer) {
    const keys = keysOf(by, row);
    const id = Object.values(keys).join('\n');
    const group = groups.get(id) ?? { keys, lengths: [] };
    groups.set(id, group);
    group.lengths.push({
      days: Number(row['days']),
      ended: Number(row['ended'] ?? 0),
      stillGoingOn: Number(row['still_going_on'] ?? 0),
    });
  }
  return [...groups.values()].map(({ keys, lengths }) => ({
    period,
    keys,
    numerator: null,
    denominator: lengths.reduce((all, { ended, stillGoingOn }) => all + ended + stillGoingOn, 0),
    lengths,
    available: true,
  }));
}

function keysOf(by: readonly DimensionId[], row: CountsOfGroup): CountRow['keys'] {
  return Object.fromEntries(by.map((id) => [id, String(row[id] ?? 'unknown')]));
}
