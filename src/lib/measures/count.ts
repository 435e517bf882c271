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

/** Says whether the loaded extracts cover a period of a measure. */
export type Covers = (period: Period) => boolean;

/**
 * Counts one measure for one request. A period that the loaded extracts do not cover answers one row
 * marked as not available. Throws a `RequestError` for a request the measure cannot answer.
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
  covered: Covers,
  options?: AskOptions,
): Promise<Pick<CountsContent, 'rows' | 'made'>> {
  const plan = planFor(measure, request, covered);
  const answers = new Map<string, readonly CountsOfGroup[]>();
  for (const { statement, periods, byMonth } of plan) {
    const rows = await ask(engine, statement, { ...options, name: nameOf(request) });
    for (const period of periods)
      answers.set(period, byMonth ? rows.filter((row) => row['month'] === `${period}-01`) : rows);
  }
  return {
    rows: request.periods.flatMap((text) => rowsOf(measure, text, request.by, answers.get(text))),
    made: madeBy(plan, measure, request),
  };
}

/** What a request asks, shortly: "persistent_absence by district". */
export function nameOf({ measure, by }: Pick<FigureRequest, 'measure' | 'by'>): string {
  return [measure, ...by].join(' by ');
}

/** How the counts of a request are made, without asking for them; put into words when somebody looks. */
export function howMade(
  measure: Measure,
  request: FigureRequest,
  covered: Covers,
): CountsContent['made'] {
  let made: CountsContent['made'] | null = null;
  const once = () => (made ??= madeBy(planFor(measure, request, covered), measure, request));
  return {
    get sql() {
      return once().sql;
    },
    get parameters() {
      return once().parameters;
    },
  };
}

/** The row of a total that nobody is in. */
export function nobody(measure: Measure, period: string): CountRow {
  return measure.kind === 'length'
    ? { period, keys: {}, numerator: null, denominator: 0, lengths: [], available: true }
    : countRow(measure, period, [], {});
}

/** A statement and the periods, as they were asked for, that it answers. */
interface Step {
  readonly statement: Statement;
  readonly periods: readonly string[];
  /** Whether it answers many month ends, each in rows of its own. */
  readonly byMonth: boolean;
}

function planFor(measure: Measure, request: FigureRequest, covered: Covers): readonly Step[] {
  const asked = request.periods
    .map((text) => ({ text, period: periodOf(text) }))
    .filter(({ period }) => covered(period));
  const months = statementForMonthEnds(
    measure,
    asked.map(({ period }) => period),
    request,
  );
  if (months) return [{ statement: months, periods: asked.map(({ text }) => text), byMonth: true }];
  return asked.map(({ text, period }) => ({
    statement: statementFor(measure, period, request),
    periods: [text],
    byMonth: false,
  }));
}

function madeBy(
  plan: readonly Step[],
  measure: Measure,
  request: FigureRequest,
): CountsContent['made'] {
  const texts = plan.map(({ statement }) => statement.text);
  const [first] = request.periods;
  // Even of a period without data the reader may see how its figure would be made.
  if (texts.length === 0 && first !== undefined)
    texts.push(statementFor(measure, periodOf(first), request).text);
  return {
    sql: [...new Set(texts)].join('\n\n'),
    parameters: Object.fromEntries(
      plan.flatMap(({ periods, statement }) =>
        periods.map((period) => [period, statement.parameters]),
      ),
    ),
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
  if (answer.length === 0 && by.length === 0) return [nobody(measure, period)];
  return answer.map((row) => countRow(measure, period, by, row));
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
