import type { DimensionId } from '../../measures/dimension_ids';
import type { Measure } from '../../measures/measure';
import { complementarySuppression } from '../complementary/complementary_suppression';
import { openCounts, type CountRow, type Counts, type CountsContent } from '../counts';
import type { DisclosurePolicy } from '../safe_table';
import { hiddenRows } from '../suppression';
import { lookedThrough } from '../../measures/widened';
import { countsOf, isOfPeople, type Counted } from './counted';
import { impliedBy } from './implied';
import { Population } from './population';
import { ShownCounts, type Difference } from './shown_counts';
import { isOfOneKind, Masks, mayTell, tells } from './telling';

/** Counts a measure in some periods by some characteristics, in everybody. */
export type CellsOf = (
  measure: Measure,
  periods: readonly string[],
  by: readonly DimensionId[],
) => Promise<Counts>;

/** Which rows of counts are hidden, and which of them because of what was shown before. */
export interface Decision {
  readonly hidden: readonly boolean[];
  readonly heldBack: readonly boolean[];
}

/** Of one series no more are held against each other, which would take too long: what comes after is held back. */
const mostShown = 20_000;

/**
 * The counts that were shown of one set of extracts. Two or three counts that leave the count of a group when they
 * are added and subtracted tell of it as if it were shown: a row that would tell of few that way is held back, with
 * as many others as keep it hidden. What was shown before stays, so the order in which a reader asks decides which
 * of two figures that do not go together is shown.
 */
export class Ledger {
  readonly #cellsOf: CellsOf;
  readonly #shown = new Map<string, ShownCounts>();
  /** What was held back stays so, whichever table it is in. */
  readonly #held = new Set<string>();
  readonly #populations = new Map<string, Masks>();
  readonly #counts = new WeakMap<CountRow, readonly Counted[]>();
  /** Tables are judged one after the other, for each must know what the one before it shows. */
  #lastTurn: Promise<unknown> = Promise.resolve();

  /** @param cellsOf rejects when the counts cannot be had; the table is not judged then, nor shown */
  constructor(cellsOf: CellsOf) {
    this.#cellsOf = cellsOf;
  }

  /**
   * Which rows are hidden under a policy when those are held back too that would tell of few together with what was
   * shown; the others of the part that is asked for are entered as shown. Nothing is under a policy that does not
   * ask for it.
   */
  decide(
    content: CountsContent,
    policy: DisclosurePolicy,
    isAsked: (row: CountRow) => boolean,
  ): Promise<Decision> {
    const turn = this.#lastTurn.then(() => this.#decide(content, policy, isAsked));
    this.#lastTurn = turn.catch(() => {});
    return turn;
  }

  async #decide(
    content: CountsContent,
    policy: DisclosurePolicy,
    isAsked: (row: CountRow) => boolean,
  ): Promise<Decision> {
    const { rows } = content;
    const hidden = hiddenRows(content, policy);
    const nothing = { hidden, heldBack: rows.map(() => false) };
    if (!policy.differencing) return nothing;
    const counts = rows.map((row) => this.#countsOf(content, row));
    const heldBack = counts.map((each) => each.some(({ name }) => this.#held.has(name)));
    const entered = new Set<Counted>();
    const mayShow = async (each: readonly Counted[]): Promise<boolean> => {
      let judged = this.#judge(content, each, policy);
      // Seldom: as a rule who there is was looked up ahead.
      if (typeof judged !== 'boolean') judged = await this.#judgeLookingUp(content, each, policy);
      if (judged) this.#enter(each, entered);
      return judged;
    };
    for (const [i, row] of rows.entries()) {
      if (hidden[i] === true || heldBack[i] === true || !row.available || !isAsked(row)) continue;
      heldBack[i] = !(await mayShow(counts[i] ?? []));
    }
    const isShown = (i: number): boolean => hidden[i] !== true && heldBack[i] !== true;
    const asked = rows.map(isAsked);
    for (const { smallest, counts: implied } of impliedBy(
      content,
      rows,
      isShown,
      (i) => asked[i] === true,
    ))
      if (!(await mayShow(implied))) heldBack[smallest] = true;
    if (!heldBack.includes(true)) return nothing;
    for (const [i, isHeld] of heldBack.entries())
      if (isHeld) for (const { name } of counts[i] ?? []) this.#held.add(name);
    const small = hidden.map((isHidden, i) => isHidden || heldBack[i] === true);
    const seen = counts.map((each) =>
      each.every((count) => this.#isShown(count) && !entered.has(count)),
    );
    return {
      hidden: complementarySuppression(content, small, policy, { heldBack, seen }),
      heldBack,
    };
  }

  /** Enters counts as shown, and names those that were not before. */
  #enter(counts: readonly Counted[], entered: Set<Counted>): void {
    for (const count of counts) {
      if (this.#isShown(count)) continue;
      this.#seriesOf(count).add(count);
      entered.add(count);
    }
  }

  /** Whether counts may be shown, none of them telling of few; or the count for which must be looked up who there is. */
  #judge(
    { measure }: CountsContent,
    counts: readonly Counted[],
    { threshold }: DisclosurePolicy,
  ): boolean | Counted {
    for (const count of counts) {
      if (this.#isShown(count)) continue;
      const series = this.#seriesOf(count);
      if (series.size >= mostShown) return false;
      let masks: Masks | null = null;
      const few = threshold * (count.thingsEach ?? 1);
      for (const difference of series.differencesWith(count, few + 1)) {
        // Who stands behind things of one kind is judged as people.
        if (count.thingsEach !== null && isOfOneKind(difference)) continue;
        if (!mayTell(difference)) continue;
        masks ??= this.#masksFor(measure, count, series);
        if (masks === null) return count;
        if (isCoveredBy(masks, difference) && tells(difference, masks)) return false;
      }
    }
    return true;
  }

  async #judgeLookingUp(
    content: CountsContent,
    counts: readonly Counted[],
    policy: DisclosurePolicy,
  ): Promise<boolean> {
    const judged = this.#judge(content, counts, policy);
    if (typeof judged === 'boolean') return judged;
    const { measure, rows } = content;
    const known = this.#populations.get(inPeriod(measure, judged.period));
    const used = usedBy(measure, judged, this.#seriesOf(judged));
    const by = [...(known?.population.dimensions ?? []), ...used, ...likelyOf(measure)];
    await this.#lookUp(measure, periodsOf(rows), [...new Set(by)]);
    return this.#judgeLookingUp(content, counts, policy);
  }

  /** Looks up ahead who there is, as far as is likely to be needed to judge these counts. */
  async getReady(counts: Counts): Promise<void> {
    const content = openCounts(counts);
    const { measure, rows } = content;
    for (const row of rows) this.#countsOf(content, row);
    const periods = periodsOf(rows).filter(
      (each) => !this.#populations.has(inPeriod(measure, each)),
    );
    if (periods.length > 0) await this.#lookUp(measure, periods, likelyOf(measure));
  }

  /** The population of a count in cells that tell apart all of its series; null while it is not looked up. */
  #masksFor(measure: Measure, count: Counted, series: ShownCounts): Masks | null {
    const known = this.#populations.get(inPeriod(measure, count.period));
    if (!known) return null;
    const { dimensions } = known.population;
    return usedBy(measure, count, series).every((id) => dimensions.includes(id)) ? known : null;
  }

  /**
   * Asks for the cells of all periods of a table at once, and by every characteristic that a reader looks through, so
   * that it is seldom asked again.
   */
  async #lookUp(
    measure: Measure,
    periods: readonly string[],
    by: readonly DimensionId[],
  ): Promise<void> {
    const cells = new Map<string, CountRow[]>(periods.map((period) => [period, []]));
    for (const row of openCounts(await this.#cellsOf(measure, periods, by)).rows)
      cells.get(row.period)?.push(row);
    for (const [period, rows] of cells)
      this.#populations.set(inPeriod(measure, period), new Masks(new Population(by, rows)));
  }

  /** Kept with the row: a table of all districts is judged anew for each that is looked at. */
  #countsOf(content: CountsContent, row: CountRow): readonly Counted[] {
    const known = this.#counts.get(row);
    if (known) return known;
    const counts = row.available ? countsOf(content, row) : [];
    this.#counts.set(row, counts);
    return counts;
  }

  #seriesOf({ series }: Counted): ShownCounts {
    const known = this.#shown.get(series);
    if (known) return known;
    const shown = new ShownCounts();
    this.#shown.set(series, shown);
    return shown;
  }

  #isShown(count: Counted): boolean {
    return this.#seriesOf(count).has(count.id);
  }
}

const inPeriod = ({ id }: Measure, period: string): string => JSON.stringify([id, period]);

const periodsOf = (rows: readonly CountRow[]): readonly string[] => [
  ...new Set(rows.flatMap((row) => (row.available ? row.period : []))),
];

/** The characteristics by which a reader may look through the groups of a measure. */
const likelyOf = (measure: Measure): readonly DimensionId[] =>
  lookedThrough.filter((id) => measure.dimensions.includes(id) && isOfPeople(measure, id));

/** The characteristics by which a count and those of its series are told apart. */
const usedBy = (
  measure: Measure,
  { cohort }: Counted,
  { dimensions }: ShownCounts,
): readonly DimensionId[] =>
  [...dimensions, ...cohort.people.keys()].filter(
    (id) => measure.dimensions.includes(id) && isOfPeople(measure, id),
  );

/** Whether the cells tell apart all the cohorts of a difference; of others nothing can be said. */
function isCoveredBy({ population }: Masks, { plus, minus }: Difference): boolean {
  return [...plus, ...minus].every(({ cohort }) =>
    [...cohort.people.keys()].every((id) => population.dimensions.includes(id)),
  );
}
