import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFIDENCE_99_8 } from '$lib/statistics/confidence';
import { exactPoissonInterval } from '$lib/statistics/poisson';
import {
  directlyStandardisedRate,
  indirectlyStandardised,
  type Stratum,
} from '$lib/statistics/standardised_rates';
import { resultOf } from './result_of';

// The test data of PHEindicatormethods 2.1.0, testdata_DSR_ISR.xlsx: nineteen age bands.
const EUROPEAN_STANDARD_2013 = [
  5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000, 4000,
  2500, 1500, 1000,
];
const POPULATION = [
  636, 558, 609, 543, 384, 594, 669, 843, 660, 576, 606, 522, 426, 273, 300, 288, 153, 123, 207,
];
const BIG = [127, 25, 18, 21, 12, 27, 48, 27, 29, 32, 32, 34, 45, 65, 38, 68, 74, 82, 91];
const SMALL = [12, 4, 3, 2, 3, 4, 8, 2, 2, 3, 4, 5, 6, 8, 5, 6, 5, 5, 4];
const TINY = [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 1, 2, 3];
const REFERENCE_EVENTS = [
  10303, 2824, 0, 3615, 3641, 3490, 3789, 3213, 3031, 2771, 3089, 3490, 3595, 4745, 5514, 7125,
  5694, 6210, 5757,
];
const REFERENCE_POPULATION = [
  50520, 57173, 60213, 54659, 44345, 50128, 62163, 67423, 62899, 55463, 60479, 49974, 44140, 40888,
  37239, 30819, 18136, 15325, 13918,
];

const strataOf = (events: readonly number[], squared?: readonly number[]): Stratum[] =>
  events.map((count, i) => ({
    events: count,
    population: POPULATION[i]!,
    weight: EUROPEAN_STANDARD_2013[i]!,
    ...(squared && { squaredEvents: squared[i]! }),
  }));

describe('directly standardised rate', () => {
  it.each([
    ['big', BIG, 10430.247991469423, 9717.709067985681, 11178.94091547925],
    ['small', SMALL, 1103.212025300104, 877.455767536709, 1367.0882227251795],
  ])('of the %s test data has the published value and Dobson limits', (_, events, ...published) => {
    const rate = resultOf(directlyStandardisedRate(strataOf(events)));
    [rate.value, rate.lower, rate.upper].forEach((actual, i) =>
      expect(actual * 1e5).toBeCloseTo(published[i]!, 7),
    );
  });

  it.each([
    ['big', BIG, 9323.2878802199029, 11620.595999522058],
    ['small', SMALL, 763.64203579398793, 1530.0328948244762],
  ])('of the %s test data has the published limits at 99.8 %', (_, events, lower, upper) => {
    const rate = resultOf(directlyStandardisedRate(strataOf(events), CONFIDENCE_99_8));
    expect(rate.lower * 1e5).toBeCloseTo(lower, 6);
    expect(rate.upper * 1e5).toBeCloseTo(upper, 6);
  });

  it.each([
    // The published counts of people with one, two, three and four events, squared and summed.
    [
      'big',
      BIG,
      [207, 37, 28, 33, 24, 39, 84, 39, 43, 46, 46, 48, 81, 105, 54, 110, 116, 132, 143],
      9532.94977862,
      11373.07483298,
    ],
    [
      'dummy',
      BIG,
      [201, 35, 32, 25, 12, 29, 66, 37, 39, 44, 48, 38, 83, 117, 64, 128, 130, 150, 187],
      9512.29883752,
      11394.77359633,
    ],
  ])('allows for people with several events (%s)', (_, events, squared, lower, upper) => {
    const rate = resultOf(directlyStandardisedRate(strataOf(events, squared)));
    expect(rate.value * 1e5).toBeCloseTo(10430.24799147, 7);
    expect(rate.lower * 1e5).toBeCloseTo(lower, 7);
    expect(rate.upper * 1e5).toBeCloseTo(upper, 7);
  });

  it('is not shown below 10 events, and is from 10', () => {
    expect(directlyStandardisedRate(strataOf(TINY))).toMatchObject({ status: 'u' });
    const ten = strataOf(TINY.map((events, i) => (i === 0 ? 1 : events)));
    expect(directlyStandardisedRate(ten).status).toBe('ok');
  });

  it('is not available without a weight, or where a group that weighs is empty', () => {
    const group = { events: 20, population: 100, weight: 1 };
    const empty = { events: 0, population: 0, weight: 1 };
    expect(directlyStandardisedRate([])).toMatchObject({ status: 'x' });
    expect(directlyStandardisedRate([group, empty])).toMatchObject({ status: 'x' });
    expect(directlyStandardisedRate([group, { ...empty, weight: 0 }]).status).toBe('ok');
    expect(() => directlyStandardisedRate([{ ...group, events: 1.5 }])).toThrow(RangeError);
  });

  const strata = fc.array(
    fc.record({
      events: fc.integer({ min: 5, max: 300 }),
      population: fc.integer({ min: 300, max: 9000 }),
      weight: fc.integer({ min: 1, max: 9000 }),
    }),
    { minLength: 2, maxLength: 12 },
  );

  it('lies within its limits and among the rates of its groups', () => {
    fc.assert(
      fc.property(strata, (groups) => {
        const { value, lower, upper } = resultOf(directlyStandardisedRate(groups));
        const rates = groups.map((group) => group.events / group.population);
        expect(value).toBeGreaterThanOrEqual(Math.min(...rates) * (1 - 1e-12));
        expect(value).toBeLessThanOrEqual(Math.max(...rates) * (1 + 1e-12));
        expect(lower).toBeLessThan(value);
        expect(upper).toBeGreaterThan(value);
      }),
    );
  });

  it('is the crude rate when the groups weigh as much as they have people', () => {
    fc.assert(
      fc.property(strata, (groups) => {
        const own = groups.map((group) => ({ ...group, weight: group.population }));
        const events = groups.reduce((sum, group) => sum + group.events, 0);
        const people = groups.reduce((sum, group) => sum + group.population, 0);
        expect(resultOf(directlyStandardisedRate(own)).value).toBeCloseTo(events / people, 12);
      }),
    );
  });

  it('does not depend on the order of the groups or on the unit of the weights', () => {
    fc.assert(
      fc.property(strata, (groups) => {
        const one = resultOf(directlyStandardisedRate(groups));
        const other = resultOf(
          directlyStandardisedRate(
            [...groups].reverse().map((group) => ({ ...group, weight: group.weight * 1000 })),
          ),
        );
        expect(other.value).toBeCloseTo(one.value, 12);
        expect(other.lower).toBeCloseTo(one.lower, 12);
        expect(other.upper).toBeCloseTo(one.upper, 12);
      }),
    );
  });
});

const REFERENCE = POPULATION.map((population, i) => ({
  population,
  referenceEvents: REFERENCE_EVENTS[i]!,
  referencePopulation: REFERENCE_POPULATION[i]!,
}));

describe('indirectly standardised ratio and rate', () => {
  it.each([
    [895, 10011.137622091057, 9365.91600297888, 10689.097582910616],
    [91, 1017.8922051511577, 819.52100250646299, 1249.7592601383201],
    [9, 100.6706576523123, 46.033035133078933, 191.10426659054028],
  ])('of %d events have the published rate per 100,000', (observed, value, lower, upper) => {
    const { expected, referenceRate, rate } = resultOf(indirectlyStandardised(observed, REFERENCE));
    expect(expected).toBeCloseTo(835.8835612311743, 10);
    expect(referenceRate * 1e5).toBeCloseTo(9349.88309221102, 9);
    expect(rate.value * 1e5).toBeCloseTo(value, 8);
    // The published exact limits carry nine digits.
    expect(Math.abs((rate.lower * 1e5) / lower - 1)).toBeLessThan(2e-9);
    expect(Math.abs((rate.upper * 1e5) / upper - 1)).toBeLessThan(2e-9);
  });

  it.each([
    [895, 1.0707232939020275, 0.96351556196144372, 1.1860070415876287],
    [91, 0.10886683770400503, 0.076954255283921108, 0.14897920510466744],
    [9, 0.010767049882813684, 0.0029339306550682617, 0.027105896514690211],
  ])('of %d events have the published ratio at 99.8 %', (observed, value, lower, upper) => {
    const { ratio } = resultOf(indirectlyStandardised(observed, REFERENCE, CONFIDENCE_99_8));
    expect(ratio.value).toBeCloseTo(value, 14);
    expect(Math.abs(ratio.lower / lower - 1)).toBeLessThan(2e-9);
    expect(Math.abs(ratio.upper / upper - 1)).toBeLessThan(2e-9);
  });

  it('leave out a group nobody lives in', () => {
    // The published case with the second age band empty.
    const without = REFERENCE.map((group, i) => (i === 1 ? { ...group, population: 0 } : group));
    const { expected, ratio } = resultOf(indirectlyStandardised(895, without));
    expect(expected).toBeCloseTo(808.32174009182529, 10);
    expect(ratio.value).toBeCloseTo(1.1072323749430866, 13);
    expect(ratio.lower).toBeCloseTo(1.0358708281676485, 13);
    expect(ratio.upper).toBeCloseTo(1.182214784122851, 13);
  });

  it.each([
    // PySAL's esda, the documented example of standardized_mortality_ratio: 95 / 38.2 and 104 / 38.
    [95, [100, 100, 110, 90], [100, 45, 120, 100], 38.2, 2.4869],
    [104, [100, 90, 110, 90], [50, 30, 200, 80], 38, 2.7368],
  ])(
    'of %d events in four strata are the example’s',
    (observed, people, events, expected, ratio) => {
      const strata = people.map((population, i) => ({
        population,
        referenceEvents: events[i]!,
        referencePopulation: [1000, 900, 1000, 900][i]!,
      }));
      const result = resultOf(indirectlyStandardised(observed, strata));
      expect(result.expected).toBeCloseTo(expected, 12);
      expect(result.ratio.value).toBeCloseTo(ratio, 4);
    },
  );

  it('have exact limits below 10 events and none when nothing is expected', () => {
    const stratum = { population: 50, referenceEvents: 10, referencePopulation: 100 };
    const { ratio } = resultOf(indirectlyStandardised(0, [stratum]));
    expect(ratio).toEqual({ value: 0, lower: 0, upper: exactPoissonInterval(0).upper / 5 });
    const never = { ...stratum, referenceEvents: 0 };
    const unknown = { ...stratum, referencePopulation: 0 };
    expect(indirectlyStandardised(3, [never])).toMatchObject({ status: 'x' });
    expect(indirectlyStandardised(3, [])).toMatchObject({ status: 'x' });
    expect(indirectlyStandardised(3, [stratum, unknown])).toMatchObject({ status: 'x' });
    expect(indirectlyStandardised(3, [stratum, { ...unknown, population: 0 }]).status).toBe('ok');
    expect(() => indirectlyStandardised(2.5, [stratum])).toThrow(RangeError);
  });

  it('are 1 for the reference itself', () => {
    const own = REFERENCE.map((group) => ({ ...group, population: group.referencePopulation }));
    const events = REFERENCE_EVENTS.reduce((sum, count) => sum + count, 0);
    const { ratio, rate, referenceRate } = resultOf(indirectlyStandardised(events, own));
    expect(ratio.value).toBeCloseTo(1, 12);
    expect(rate.value).toBeCloseTo(referenceRate, 12);
  });
});
