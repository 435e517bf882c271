import { Ledger } from '../disclosure/differencing/ledger';
import { protect, protectAfter } from '../disclosure/protect';
import type { DisclosurePolicy, SafeTable } from '../disclosure/safe_table';
import type { AskOptions, Engine } from '../engine/engine';
import { KeptCounts } from '../measures/kept_counts';
import type { DimensionId, Measure } from '../measures/measure';
import {
  academicYearOfPeriod,
  academicYearText,
  parsePeriod,
  periodText,
  yearsOn,
  type Period,
} from '../measures/period';
import type { FigureRequest } from '../measures/request';
import { timed } from '../platform/timed';
import { lookedThrough, widened } from '../measures/widened';
import type { Round } from './reading_ahead';

const mostKept = 600;

/** The dimensions that are read ahead: the page's own controls. The others are read when they are chosen. */
const readAhead: readonly DimensionId[] = lookedThrough.filter((id) => id !== 'ethnic_group');

const places: readonly DimensionId[] = ['district', 'home_district'];

/** What figures are made of, while the extracts stay as they are. */
export interface Standing {
  /** The engine now, which may be another after a fault. */
  readonly engine: () => Engine;
  /** The policy in force now; what was counted before is protected anew when it changes. */
  readonly policy: () => DisclosurePolicy;
  /** Whether the loaded extracts cover a period of a measure. */
  readonly covered: (measure: Measure, period: Period) => boolean;
  /** The month end at which an academic year, as `2024-25`, is shown by what is counted on a day. */
  readonly lastMonthOf: (year: string) => string;
}

/** Figures of one state of the extracts. Both methods reject when they are cancelled or the engine fails. */
export interface Figures {
  /** Counts, after disclosure control. Throws a `RequestError` for a request the measure cannot answer. */
  figures(measure: Measure, request: FigureRequest, options?: AskOptions): Promise<SafeTable>;
  /** Asks what answers the reader's next click, of one sort. */
  readAhead(
    measure: Measure,
    request: FigureRequest,
    round: Round,
    signal: AbortSignal,
  ): Promise<void>;
}

/** Figures asked of the engine each time, for the command line, which asks each once. */
export function askedFigures(standing: Standing): Figures {
  return {
    figures: (measure, request, options) =>
      new KeptFigures(standing).figures(measure, request, options),
    readAhead: () => Promise.resolve(),
  };
}

/**
 * Figures that are kept, so that going back to a view, or looking through the groups of a dimension, asks the
 * engine nothing. The same request gives the very same table, by which pictures know that they need not be drawn
 * anew.
 */
export class KeptFigures implements Figures {
  readonly #standing: Standing;
  readonly #counts = new KeptCounts();
  readonly #tables = new Map<string, SafeTable>();
  /** The questions that were read ahead, with the policy under which was decided what is hidden. */
  readonly #readAhead = new Set<string>();

  /** What the reader has seen of these extracts. */
  readonly #ledger: Ledger;

  constructor(standing: Standing) {
    this.#standing = standing;
    this.#ledger = new Ledger((measure, periods, by) => {
      const everybody = { measure: measure.id, periods, by, where: {} };
      const isCovered = (each: Period) => standing.covered(measure, each);
      return this.#counts.count(standing.engine(), measure, everybody, isCovered);
    });
  }

  async figures(
    measure: Measure,
    request: FigureRequest,
    options?: AskOptions,
  ): Promise<SafeTable> {
    const { engine, covered } = this.#standing;
    const policy = this.#standing.policy();
    const { periods, by, where } = request;
    const key = JSON.stringify([policy.id, request.measure, periods, by, where]);
    const kept = this.#tables.get(key);
    if (kept) return kept;
    const isCovered = (period: Period) => covered(measure, period);
    const counts = await this.#counts.count(engine(), measure, request, isCovered, options);
    const table = await timed('protect', async () =>
      policy.differencing ? protectAfter(this.#ledger, counts, policy) : protect(counts, policy),
    );
    const same = this.#tables.get(key);
    if (same) return same;
    this.#tables.set(key, table);
    const [oldest] = this.#tables.keys();
    if (this.#tables.size > mostKept && oldest !== undefined) this.#tables.delete(oldest);
    return table;
  }

  async readAhead(
    ...[measure, request, round, signal]: Parameters<Figures['readAhead']>
  ): Promise<void> {
    const { engine, covered, lastMonthOf } = this.#standing;
    const isCovered = (period: Period) => covered(measure, period);
    const neighbours =
      round === 'years'
        ? yearsBeside(request, lastMonthOf)
        : otherGroups(measure, request, round === 'places');
    for (const neighbour of neighbours) {
      const policy = this.#standing.policy();
      // Districts that were looked at one after the other have the same neighbours.
      const key = JSON.stringify([policy.id, widened(measure, neighbour)]);
      if (this.#readAhead.has(key)) continue;
      const counts = await this.#counts.count(engine(), measure, neighbour, isCovered, { signal });
      // What is hidden is decided for all groups together, and takes longer than to count them.
      protect(counts, policy);
      if (policy.differencing) await this.#ledger.getReady(counts);
      this.#readAhead.add(key);
    }
  }
}

/** The same request by each dimension looked through: of places, or of groups of people. */
function otherGroups(
  measure: Measure,
  request: FigureRequest,
  ofPlaces: boolean,
): readonly FigureRequest[] {
  return (
    readAhead
      .filter(
        (id) =>
          places.includes(id) === ofPlaces &&
          measure.dimensions.includes(id) &&
          measure.kinds?.[id] === undefined &&
          !request.by.includes(id) &&
          (request.where[id]?.length ?? 1) === 1,
      )
      // Any one group will do: it is answered out of all of them.
      .map((id) => ({ ...request, where: { ...request.where, [id]: ['any'] } }))
  );
}

/** The same request of the year before and of the next. */
function yearsBeside(
  request: FigureRequest,
  lastMonthOf: Standing['lastMonthOf'],
): readonly FigureRequest[] {
  return [-1, 1].map((on) => ({
    ...request,
    periods: request.periods.map((text) => {
      const period = parsePeriod(text);
      if (period === null) return text;
      const then = yearsOn(period, on);
      // One month end stands for its year, whose last month may be another.
      return then.basis === 'month_end' && request.periods.length === 1
        ? lastMonthOf(academicYearText(academicYearOfPeriod(then)))
        : periodText(then);
    }),
  }));
}
