import { describe, expect, it } from 'vitest';
import { emptyTrace, queueSimulation, type Queue } from '$lib/statistics/queue_simulation';
import { seededRandom } from '$lib/statistics/seeded_random';

const HORIZON = 6000;
/** After a warm-up the queue is looked at every ten days. */
const DAYS = Array.from({ length: HORIZON / 10 }, (_, i) => 10 * (i + 1));

/** Stays of this mean, the chance to leave the same every day. */
function geometricStays(mean: number, length: number): Float64Array {
  return Float64Array.from({ length }, (_, day) => (1 - 1 / mean) ** day);
}

function queue(given: Partial<Queue>): Queue {
  return {
    still: geometricStays(50, 2 * HORIZON),
    open: [],
    waiting: 0,
    places: null,
    days: DAYS,
    ...given,
  };
}

/** Means over time after the first sixth, of so many runs, and their spread between runs. */
function steadyState(given: Queue, comingADay: number, runs: number) {
  const random = seededRandom(8);
  const simulate = queueSimulation(given);
  const trace = emptyTrace(given);
  const from = Math.floor(given.days.length / 6);
  const rows = Array.from({ length: runs }, () => {
    simulate(comingADay, random, trace);
    const mean = (column: Float64Array) =>
      column.subarray(from).reduce((sum, value) => sum + value, 0) / (column.length - from);
    return {
      open: mean(trace.open),
      waiting: mean(trace.waiting),
      wait: mean(trace.waited) / mean(trace.begun),
    };
  });
  const summary = (of: 'open' | 'waiting' | 'wait') => {
    const mean = rows.reduce((sum, row) => sum + row[of], 0) / runs;
    const square = rows.reduce((sum, row) => sum + (row[of] - mean) ** 2, 0) / (runs - 1);
    return { mean, error: Math.sqrt(square / runs) };
  };
  return { open: summary('open'), waiting: summary('waiting'), wait: summary('wait') };
}

/** Erlang's probability to wait, from load in erlangs and places: his B formula, then C. */
function erlangC(load: number, places: number): number {
  let lost = 1;
  for (let n = 1; n <= places; n++) lost = (load * lost) / (n + load * lost);
  const use = load / places;
  return lost / (1 - use * (1 - lost));
}

describe('a queue without limit', () => {
  it('holds rate times mean stay on average, and as much variance (M/G/∞, Little)', () => {
    // Stays of 10 or of 90 days as often: mean 50; 0.6 a day come; so 30 are there.
    const still = Float64Array.from({ length: 2 * HORIZON }, (_, day) =>
      day < 10 ? 1 : day < 90 ? 0.5 : 0,
    );
    const { open, waiting } = steadyState(queue({ still }), 0.6, 60);
    expect(Math.abs(open.mean - 30)).toBeLessThan(4 * open.error);
    expect(open.error).toBeLessThan(0.2);
    expect(waiting.mean).toBe(0);
  });

  it('is the same as one with more places than people', () => {
    const given = {
      days: [30, 60, 90],
      waiting: 40,
      open: [
        { value: 0, count: 20 },
        { value: 30, count: 10 },
      ],
    };
    const means = [null, 100_000].map((places) => {
      const simulate = queueSimulation(queue({ ...given, places }));
      const trace = emptyTrace(queue(given));
      const random = seededRandom(5);
      const sums = new Float64Array(12);
      for (let run = 0; run < 4000; run++) {
        simulate(1.5, random, trace);
        const seen = [...trace.open, ...trace.waiting, ...trace.begun, ...trace.waited];
        for (const [i, value] of seen.entries()) sums[i]! += value / 4000;
      }
      return sums;
    });
    // Standard deviations of the numbers are below 12; four standard errors of the difference are 1.1.
    for (let i = 0; i < 12; i++) expect(Math.abs(means[0]![i]! - means[1]![i]!)).toBeLessThan(1.1);
  });

  it('has a Poisson number of people at a time', () => {
    const given = queue({ days: [400] });
    const simulate = queueSimulation(given);
    const trace = emptyTrace(given);
    const random = seededRandom(3);
    const counts = Array.from({ length: 4000 }, () => {
      simulate(0.4, random, trace);
      return trace.open[0]!;
    });
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / counts.length;
    // 0.4 × 50 × (1 − 0.98^400)
    expect(mean).toBeCloseTo(20 * (1 - 0.98 ** 400), 0);
    expect(variance / mean).toBeGreaterThan(0.91);
    expect(variance / mean).toBeLessThan(1.09);
  });
});

describe('a queue with places', () => {
  it.each([
    // Places and load in erlangs. C(5, 4) = 0.5541 is in printed tables of Erlang's formula.
    [5, 4],
    [10, 8],
    [3, 1.5],
  ])('of %d places under %d erlangs waits as Erlang says (M/M/c)', (places, load) => {
    const mean = 100;
    const still = geometricStays(mean, 5 * HORIZON);
    const days = DAYS.map((day) => 4 * day);
    const { open, waiting, wait } = steadyState(queue({ still, places, days }), load / mean, 60);
    const expected = (erlangC(load, places) * mean) / (places - load);
    // Days are whole here and time is not there: about half a day of the mean stay of 100.
    expect(Math.abs(wait.mean - expected)).toBeLessThan(4 * wait.error + 1);
    expect(Math.abs(waiting.mean - (expected * load) / mean)).toBeLessThan(
      4 * waiting.error + 0.05,
    );
    expect(Math.abs(open.mean - load)).toBeLessThan(4 * open.error);
  });

  it('agrees with the printed value of Erlang’s C formula', () => {
    expect(erlangC(4, 5)).toBeCloseTo(0.5541, 4);
  });

  it('serves first those who wait, and never has more than its places', () => {
    const given = queue({
      places: 4,
      waiting: 6,
      open: [{ value: 0, count: 4 }],
      // Everybody stays for ten days exactly.
      still: Float64Array.from({ length: 200 }, (_, day) => (day < 10 ? 1 : 0)),
      days: [5, 10, 15, 20, 25],
    });
    const trace = emptyTrace(given);
    queueSimulation(given)(0, seededRandom(1), trace);
    expect([...trace.open]).toEqual([4, 4, 4, 2, 2]);
    expect([...trace.waiting]).toEqual([6, 2, 2, 0, 0]);
    expect([...trace.begun]).toEqual([0, 4, 0, 2, 0]);
    expect([...trace.waited]).toEqual([0, 40, 0, 40, 0]);
  });

  it('takes nobody on while more are there than it has places', () => {
    const given = queue({ places: 2, waiting: 3, open: [{ value: 5, count: 4 }], days: [1] });
    const still = Float64Array.from({ length: 50 }, () => 1);
    const trace = emptyTrace(given);
    queueSimulation({ ...given, still })(0, seededRandom(1), trace);
    expect([trace.open[0], trace.waiting[0]]).toEqual([4, 3]);
  });
});

describe('people there today', () => {
  it('leave by the curve given how long they have stayed', () => {
    // 100,000 people of age 30; of those who stay past 30 days, 0.98^40 stay past 70.
    const given = queue({ open: [{ value: 30, count: 100_000 }], days: [40] });
    const trace = emptyTrace(given);
    queueSimulation(given)(0, seededRandom(2), trace);
    const share = 0.98 ** 40;
    const error = Math.sqrt((share * (1 - share)) / 100_000);
    expect(Math.abs(trace.open[0]! / 100_000 - share)).toBeLessThan(4 * error);
  });
});
