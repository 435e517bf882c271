import { CONFIDENCE_95, type Confidence, type Estimate, type Interval } from './confidence';
import { answered, notAvailable, unreliable, type Outcome } from './outcome';
import { byarInterval, rateInterval } from './poisson';
import { sum } from './sum';

/** Below this many events a directly standardised rate is not shown. */
const FEWEST_EVENTS = 10;

/** One group (an age, a key stage) of the area whose rate is standardised directly. */
export interface Stratum {
  readonly events: number;
  readonly population: number;
  /** People of this group in the standard population, in any unit. */
  readonly weight: number;
  /**
   * Where one person may have several events: the sum over people of the square of each one's number.
   * Left out, each event is a person's only one.
   */
  readonly squaredEvents?: number;
}

/** One group of the area whose rate is standardised indirectly, and of the reference. */
export interface ReferenceStratum {
  readonly population: number;
  readonly referenceEvents: number;
  readonly referencePopulation: number;
}

export interface IndirectlyStandardised {
  readonly observed: number;
  /** Events if each group had the rate of the reference. */
  readonly expected: number;
  /** Observed over expected; 1 is as in the reference. */
  readonly ratio: Estimate;
  /** The ratio times the reference's crude rate, in events per person. */
  readonly rate: Estimate;
  /** The reference's crude rate, in events per person. */
  readonly referenceRate: number;
}

/**
 * Directly standardised rate in events per person (multiply for "per 1,000"): Σ(wᵢ xᵢ/nᵢ)/Σw.
 * Unreliable below 10 events; not available when a group that weighs has nobody in it.
 *
 * Limits: Dobson, Kuulasmaa, Eberle and Scherer (1991), by Byar's limits of the count O:
 * rate + √(V/O)·(Byar(O) − O), V = Σ wᵢ² xᵢ/nᵢ² / (Σw)²; with several events to a person Σ of their
 * squares in place of xᵢ.
 *
 * @throws RangeError when a group's events are not a whole number from 0.
 */
export function directlyStandardisedRate(
  strata: readonly Stratum[],
  confidence: Confidence = CONFIDENCE_95,
): Outcome<Estimate> {
  for (const { events } of strata) requireWhole(events);
  const weighing = strata.filter((stratum) => stratum.weight > 0);
  if (weighing.length === 0) return notAvailable('There is no standard population to weigh by.');
  if (weighing.some((stratum) => !(stratum.population > 0)))
    return notAvailable('A group of the standard population has nobody in it here.');
  const events = sum(weighing.map((stratum) => stratum.events));
  if (events < FEWEST_EVENTS)
    return unreliable(`A standardised rate needs at least ${FEWEST_EVENTS} events.`);

  const weight = sum(weighing.map((stratum) => stratum.weight));
  const value = sum(weighing.map((s) => (s.weight * s.events) / s.population)) / weight;
  const variance = sum(
    weighing.map((s) => (s.squaredEvents ?? s.events) * (s.weight / weight / s.population) ** 2),
  );
  const { lower, upper } = byarInterval(events, confidence.z);
  const scale = Math.sqrt(variance / events);
  return answered({
    value,
    lower: Math.max(0, value + scale * (lower - events)),
    upper: value + scale * (upper - events),
  });
}

/**
 * Indirectly standardised ratio and rate: the area's events over those it would have if each of its
 * groups had the rate of the reference, E = Σ nᵢ · (reference events / reference population). Limits
 * exact Poisson below 10 events, Byar from 10, over E. Not available when nothing is expected, or the
 * reference has nobody in a group that lives here.
 *
 * @throws RangeError when `observed` is not a whole number from 0.
 */
export function indirectlyStandardised(
  observed: number,
  strata: readonly ReferenceStratum[],
  confidence: Confidence = CONFIDENCE_95,
): Outcome<IndirectlyStandardised> {
  requireWhole(observed);
  const lived = strata.filter((stratum) => stratum.population > 0);
  if (lived.some((stratum) => !(stratum.referencePopulation > 0)))
    return notAvailable('The reference has nobody in a group that is found here.');
  const expected = sum(
    lived.map((s) => s.population * (s.referenceEvents / s.referencePopulation)),
  );
  const limits = rateInterval(observed, expected, confidence);
  if (limits === null) return notAvailable('By the rates of the reference no event is expected.');
  const referenceRate =
    sum(strata.map((s) => s.referenceEvents)) / sum(strata.map((s) => s.referencePopulation));
  const ratio = { value: observed / expected, ...limits };
  return answered({
    observed,
    expected,
    ratio,
    rate: { value: ratio.value * referenceRate, ...scaled(limits, referenceRate) },
    referenceRate,
  });
}

function scaled({ lower, upper }: Interval, by: number): Interval {
  return { lower: lower * by, upper: upper * by };
}

function requireWhole(events: number): void {
  if (!Number.isInteger(events) || events < 0)
    throw new RangeError(
      `A standardised rate needs whole numbers of events from 0; it was given ${events}.`,
    );
}
