import type { SafeRow } from '../disclosure/safe_table';
import type { Measure } from '../measures/measure';
import type { Estimate } from '../statistics/confidence';
import {
  differenceOfProportions,
  differenceOfRates,
  ratioOfProportions,
  ratioOfRates,
} from '../statistics/gaps';
import { notAvailable, unreliable, type NotEnough, type Outcome } from '../statistics/outcome';

/** How far one figure lies from another: less it, as a fraction, and over it. */
export interface Gap {
  readonly difference: Outcome<Estimate>;
  readonly ratio: Outcome<Estimate>;
}

/**
 * The gap between two rows of one measure, with 95 % intervals: Newcombe and Katz for proportions, the
 * intervals of two Poisson counts for rates. It rests on the counts that disclosure control showed, so
 * a hidden row has no gap. The two groups must not share people, or the interval is too wide: a
 * district against the county it is part of is compared by `gapToRest`.
 */
export function gapBetween(measure: Measure, row: SafeRow, other: SafeRow): Gap {
  const first = countsOf(row);
  const second = countsOf(other);
  if (first === null || second === null) return none(hidden);
  switch (measure.kind) {
    case 'proportion':
      return {
        difference: differenceOfProportions(first, second),
        ratio: ratioOfProportions(first, second),
      };
    case 'rate': {
      const [events, otherEvents] = [rateOf(first), rateOf(second)];
      if (events === null || otherEvents === null) return none(notWhole);
      return {
        difference: differenceOfRates(events, otherEvents),
        ratio: ratioOfRates(events, otherEvents),
      };
    }
    case 'count':
    case 'mean':
    case 'length':
      return none(noInterval);
  }
}

/** The gap between a part and the rest of the whole it belongs to: a district and the county without it. */
export function gapToRest(measure: Measure, part: SafeRow, whole: SafeRow): Gap {
  const own = countsOf(part);
  const all = countsOf(whole);
  if (own === null || all === null) return none(hidden);
  const cell = (value: number) => ({ value, status: 'ok' as const });
  const numerator = all.numerator - own.numerator;
  const denominator = all.denominator - own.denominator;
  // Rounded counts need not add up, so what is left can be less than nobody.
  const isPossible =
    numerator >= 0 &&
    denominator >= 0 &&
    (measure.kind !== 'proportion' || numerator <= denominator);
  if (!isPossible) return none(noRest);
  return gapBetween(measure, part, {
    ...whole,
    numerator: cell(numerator),
    denominator: cell(denominator),
  });
}

const hidden = notAvailable('One of the two figures is hidden or not available.');
const notWhole = unreliable('A mean of several months has no counts to compare.');
const noRest = unreliable('The counts of the part are not a part of those of the whole.');
const noInterval = notAvailable('Figures of this kind are compared without an interval.');

function none(why: NotEnough): Gap {
  return { difference: why, ratio: why };
}

function countsOf({ numerator, denominator }: SafeRow) {
  return numerator.value === null || denominator.value === null
    ? null
    : { numerator: numerator.value, denominator: denominator.value };
}

function rateOf({ numerator, denominator }: { numerator: number; denominator: number }) {
  return Number.isInteger(numerator) ? { events: numerator, base: denominator } : null;
}
