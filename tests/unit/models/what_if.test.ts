import { describe, expect, it } from 'vitest';
import type { ExpectedMonth } from '$lib/models/expected_months';
import { whatIf, type Flow } from '$lib/models/what_if';
import type { SpellCount } from '$lib/statistics/kaplan_meier';
import { resultOf } from '../statistics/result_of';

const DAYS_A_MONTH = 365.25 / 12;

/** Many spells, the chance to end this share a day. */
function lengthsOf(chance: number, lastDay = 1500): SpellCount[] {
  return Array.from({ length: lastDay }, (_, i) => ({
    days: i + 1,
    ended: 1e6 * chance * (1 - chance) ** i,
    stillOpen: 0,
  }));
}

/** Starts of 60 a month, known almost exactly; mean stay 100 days; so about 197 open when at rest. */
const flow = (given: Partial<Flow> = {}): Flow => ({
  service: 'help',
  district: 'Ashford',
  started: { spells: 6_000_000, months: 100_000 },
  lengths: lengthsOf(0.01),
  open: [{ value: 50, count: 197 }],
  waiting: 0,
  unmetNeed: 0,
  places: null,
  demand: 1,
  takenUp: 0,
  ...given,
});
const months = (given: Partial<Flow>, settings = {}): readonly ExpectedMonth[] =>
  resultOf(whatIf({ flows: [flow(given)], seed: 7, simulations: 400, ...settings })).all;

/** Expected open at the end of a day, when the chance to end is the same every day. */
function openAfter(days: number, open: number, startsADay: number, chance: number): number {
  const left = (1 - chance) ** days;
  return open * left + (startsADay / chance) * (1 - left);
}

describe('expected open caseload', () => {
  it('runs from today’s towards rate times mean length (M/G/∞, Little)', () => {
    const open = [{ value: 40, count: 100 }];
    const found = months({ open });
    for (const [m, month] of found.entries()) {
      const days = Math.round((m + 1) * DAYS_A_MONTH);
      const expected = openAfter(days, 100, 60 / DAYS_A_MONTH, 0.01);
      // Four standard errors of a mean of 400 simulations; the variance is at most the mean.
      expect(Math.abs(month.open.mean - expected)).toBeLessThan(4 * Math.sqrt(expected / 400));
      expect(month.waiting.mean).toBe(0);
      expect(month.daysWaited!.mean).toBe(0);
    }
    // Long after, it is at rest at 60 / 30.4375 × 100 = 197.1.
    const late = months({ open }, { months: 40 }).at(-1)!;
    expect(Math.abs(late.open.mean - 6000 / DAYS_A_MONTH)).toBeLessThan(4 * Math.sqrt(197 / 400));
  });

  it('has intervals that hold 80 and 95 % of a Poisson number', () => {
    // At rest the number is Poisson with mean 197.1: standard deviation 14.04; 1.2816 and 1.96 of them.
    const { open } = months({ open: [] }, { months: 40, simulations: 4000 }).at(-1)!;
    const width = ({ lower, upper }: { lower: number; upper: number }) => upper - lower;
    expect(width(open.likely) / (2 * 1.2816 * 14.04)).toBeCloseTo(1, 1);
    expect(width(open.almostAll) / (2 * 1.96 * 14.04)).toBeCloseTo(1, 1);
  });

  it('is less sure when the rate of starting is', () => {
    // 20 spells in 20 months: the rate alone has a standard deviation of 22 %.
    const known = months(
      { open: [], started: { spells: 100_000, months: 100_000 } },
      { months: 40 },
    );
    const unsure = months({ open: [], started: { spells: 20, months: 20 } }, { months: 40 });
    const width = ({ open }: ExpectedMonth) => open.almostAll.upper - open.almostAll.lower;
    expect(width(unsure.at(-1)!)).toBeGreaterThan(1.05 * width(known.at(-1)!));
  });

  it('grows with demand and with the unmet need that comes forward', () => {
    const last = (given: Partial<Flow>) => months(given).at(-1)!.open.mean;
    // At rest with 197 open; a fifth more starts take it towards 236.
    const more = openAfter(365, 197, (1.2 * 60) / DAYS_A_MONTH, 0.01);
    expect(Math.abs(last({ demand: 1.2 }) - more)).toBeLessThan(4 * Math.sqrt(more / 400));
    // Half of 1,000 people in need come forward over the year.
    const extra = openAfter(365, 0, 500 / 365, 0.01);
    const forward = last({ unmetNeed: 1000, takenUp: 0.5 }) - last({ unmetNeed: 1000 });
    expect(Math.abs(forward - extra)).toBeLessThan(4 * Math.sqrt((2 * 330) / 400));
  });
});

describe('places', () => {
  it('make people wait as Erlang says (M/M/c)', () => {
    // 4 erlangs on 5 places with mean stay 30 days: C = 0.5541, wait C·30/(5 − 4) = 16.62 days.
    const perMonth = (4 / 30) * DAYS_A_MONTH;
    const found = months(
      {
        started: { spells: 1e6, months: 1e6 / perMonth },
        lengths: lengthsOf(1 / 30),
        open: [],
        places: 5,
      },
      { months: 120, simulations: 1500 },
    );
    const late = found.slice(60);
    const mean = late.reduce((sum, month) => sum + month.waiting.mean, 0) / late.length;
    // Little: number waiting = rate × wait = 2.22. The queue forgets in about 540 days, so the standard
    // error is about 0.06; days are whole, which adds up to 0.07.
    expect(Math.abs(mean - (4 / 30) * 16.623)).toBeLessThan(0.3);
    expect(late.every((month) => month.open.almostAll.upper <= 5)).toBe(true);
  });

  it('are filled from the queue', () => {
    const found = months({
      open: [],
      waiting: 50,
      places: 20,
      started: { spells: 10, months: 1e6 },
    });
    expect(found[0]!.open.mean).toBe(20);
    expect(found[0]!.waiting.mean).toBeLessThan(30.1);
    expect(found.at(-1)!.waiting.mean).toBeLessThan(found[0]!.waiting.mean);
    // Those who start in the first month are the first 20 and a few who follow.
    expect(found[0]!.daysWaited!.mean).toBeLessThan(10);
  });
});

describe('coverage', () => {
  it('is the share of those open, waiting or in unmet need today who are open', () => {
    const [first] = months({ open: [{ value: 10, count: 100 }], waiting: 20, unmetNeed: 300 });
    expect(first!.coverage!.mean).toBeCloseTo(first!.open.mean / 420, 12);
    expect(first!.coverage!.almostAll.upper).toBeCloseTo(first!.open.almostAll.upper / 420, 12);
  });

  it('is never more than all, and none when nobody is in need', () => {
    expect(months({ open: [{ value: 10, count: 10 }] }).at(-1)!.coverage!.almostAll.upper).toBe(1);
    expect(months({ open: [] })[0]!.coverage).toBeNull();
  });
});

describe('flows', () => {
  const flows = [
    flow({ service: 'help', district: 'Ashford' }),
    flow({ service: 'help', district: 'Dover' }),
    flow({ service: 'plan', district: 'Dover', open: [{ value: 3, count: 4 }] }),
    flow({ service: 'care', district: 'Dover', started: { spells: 9, months: 24 } }),
    flow({ service: 'care', district: 'Ashford', lengths: [{ days: 9, ended: 9, stillOpen: 99 }] }),
  ];
  const found = resultOf(whatIf({ flows, seed: 3, simulations: 200 }));

  it('are summed over services, districts and all', () => {
    expect(found.services.map(({ name }) => name)).toEqual(['help', 'plan']);
    const open = (name: string) =>
      resultOf([...found.services, ...found.districts].find((one) => one.name === name)!.months)[0]!
        .open.mean;
    const own = (i: number) => resultOf(found.flows[i]!.months)[0]!.open.mean;
    expect(open('help')).toBeCloseTo(own(0) + own(1), 8);
    expect(open('Ashford')).toBeCloseTo(own(0), 8);
    expect(found.all[0]!.open.mean).toBeGreaterThan(open('help'));
    // A sum is surer than its parts together.
    const width = (month: ExpectedMonth) => month.open.almostAll.upper - month.open.almostAll.lower;
    const parts = [0, 1].map((i) => width(resultOf(found.flows[i]!.months)[5]!));
    expect(width(resultOf(found.services[0]!.months)[5]!)).toBeLessThan(parts[0]! + parts[1]!);
  });

  it('of few people are counted but not shown, and those that cannot be fitted left out', () => {
    expect(found.flows.map(({ months: one }) => one.status)).toEqual(['ok', 'ok', 'u', 'u', 'u']);
    expect(found.services.map(({ months: one }) => one.status)).toEqual(['ok', 'u']);
    expect(found.assumptions.at(-1)).toContain(
      '2 combinations of service and district are left out',
    );
  });

  it('give the same figures for the same seed', () => {
    expect(whatIf({ flows, seed: 3, simulations: 200 })).toEqual({ status: 'ok', result: found });
    const other = resultOf(whatIf({ flows, seed: 4, simulations: 200 }));
    expect(other.all[0]!.open.mean).not.toBe(found.all[0]!.open.mean);
  });

  it('need one that can be fitted', () => {
    expect(whatIf({ flows: [], seed: 1 }).status).toBe('x');
    expect(whatIf({ flows: flows.slice(3), seed: 1 }).status).toBe('u');
    for (const bad of [{ demand: -1 }, { waiting: 1.5 }, { open: [{ value: 0.5, count: 1 }] }])
      expect(() => whatIf({ flows: [flow(bad)], seed: 1 })).toThrow(RangeError);
  });
});

describe('assumptions', () => {
  const said = (given: Partial<Flow>) =>
    resultOf(whatIf({ flows: [flow(given)], seed: 1, simulations: 2, months: 1 })).assumptions.join(
      ' ',
    );

  it('are whole sentences that fit what was supposed', () => {
    const plain = said({});
    expect(plain).toContain('no season and no trend');
    expect(plain).toContain('There is always a place');
    expect(plain).toContain('Demand stays as it was');
    expect(said({ places: 10 })).toContain('first come first served');
    expect(said({ demand: 1.1 })).toContain('multiplies the rate');
    expect(said({ unmetNeed: 50, takenUp: 0.2 })).toContain('come forward do so evenly');
    for (const sentence of plain.split(/(?<=\.) /)) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });
});

it('tells how far it has come and stops when it should', () => {
  const done: number[] = [];
  const abort = new AbortController();
  const onProgress = (share: number) => {
    done.push(share);
    if (share >= 0.5) abort.abort(new Error('enough'));
  };
  const run = () =>
    whatIf(
      { flows: [flow(), flow(), flow(), flow()], seed: 1, simulations: 10 },
      { onProgress, signal: abort.signal },
    );
  expect(run).toThrow('enough');
  expect(done).toEqual([0, 0.25, 0.5]);
});
