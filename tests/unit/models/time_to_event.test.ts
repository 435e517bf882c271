import { describe, expect, it } from 'vitest';
import { timeToEvent } from '$lib/models/time_to_event';
import type { SpellCount } from '$lib/statistics/kaplan_meier';
import { seededRandom } from '$lib/statistics/seeded_random';
import { resultOf } from '../statistics/result_of';
import { lung, mercaptopurine, placebo } from '../statistics/survival_data';

const bySex = ['m', 'f'].map((sex) => ({
  group: sex === 'm' ? 'men' : 'women',
  spells: lung.filter((row) => row.sex === sex),
}));
const lungTimes = () => resultOf(timeToEvent({ groups: bySex, spells: 'spells' }));

/** Spells of exponential length with this mean, cut off at `until` days. */
function exponential(mean: number, count: number, until: number, seed: number): SpellCount[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => {
    const days = Math.ceil(-mean * Math.log(1 - random.uniform()));
    return days <= until
      ? { days, ended: 1, stillOpen: 0 }
      : { days: until, ended: 0, stillOpen: 1 };
  });
}

describe('time to event', () => {
  it('gives each group its median and the test between them', () => {
    // R survival: 270 and 426 days, chi-squared 10.3 on 1 degree of freedom, p 0.001.
    const { groups, test, sentence } = lungTimes();
    expect(groups.map(({ time }) => resultOf(time).median.days)).toEqual([270, 426]);
    const { chiSquared, pValue } = resultOf(test);
    expect(chiSquared).toBeCloseTo(10.3267, 4);
    expect(pValue).toBeCloseTo(0.00131116, 8);
    expect(sentence).toBe(
      'Half of spells end within 270 days in men (95 % interval 210 to 306), the shortest, and 426 days in women (95 % interval 345 to 524), the longest; the groups differ by more than chance (log-rank test, p = 0.001).',
    );
  });

  it('says which share is still open after 3, 6 and 12 months', () => {
    // Exponential with mean 200: e^(−91/200), e^(−183/200), e^(−365/200); limits within 4 standard errors.
    const groups = [{ group: 'all', spells: exponential(200, 20_000, 900, 1) }];
    const { stillOpen } = resultOf(
      resultOf(timeToEvent({ groups, spells: 'spells' })).groups[0]!.time,
    );
    expect(stillOpen.map((point) => point.months)).toEqual([3, 6, 12]);
    for (const [i, days] of [91, 183, 365].entries()) {
      const expected = Math.exp(-days / 200);
      const { value, lower, upper } = resultOf(stillOpen[i]!.share);
      const error = Math.sqrt((expected * (1 - expected)) / 20_000);
      expect(Math.abs(value - expected)).toBeLessThan(4 * error);
      expect(upper - lower).toBeCloseTo(2 * 1.96 * error, 3);
    }
  });

  it('draws no step of fewer people than may be shown, and stops where fewer are followed', () => {
    for (const fewest of [6, 15]) {
      const { groups } = resultOf(timeToEvent({ groups: bySex, spells: 'spells', fewest }));
      for (const [g, { time }] of groups.entries()) {
        const { spells } = bySex[g]!;
        const { curve } = resultOf(time);
        expect(curve[0]).toEqual({ days: 0, share: 1, lower: 1, upper: 1 });
        for (const [i, { days }] of curve.slice(1).entries()) {
          const since = curve[i]!.days;
          const ended = spells.filter((row) => row.ended && row.days > since && row.days <= days);
          expect(ended.length).toBeGreaterThanOrEqual(fewest);
          expect(spells.filter((row) => row.days >= days).length - 1).toBeGreaterThanOrEqual(
            fewest - 1,
          );
        }
      }
    }
  });

  it('draws no more steps than a screen can tell apart', () => {
    const groups = [{ group: 'all', spells: exponential(400, 30_000, 2000, 2) }];
    const { curve } = resultOf(resultOf(timeToEvent({ groups, spells: 'spells' })).groups[0]!.time);
    expect(curve.length).toBeGreaterThan(100);
    expect(curve.length).toBeLessThanOrEqual(251);
    for (let i = 1; i < curve.length; i++) {
      expect(curve[i]!.share).toBeLessThan(curve[i - 1]!.share);
      expect(curve[i]!.share).toBeCloseTo(Math.exp(-curve[i]!.days / 400), 1);
    }
  });

  it('leaves out quartiles that lie where too few are followed', () => {
    const { groups } = resultOf(
      timeToEvent({ groups: [{ group: 'all', spells: placebo }], spells: 'spells' }),
    );
    // Published quartiles 4, 8 and 12; after the eleventh week 6 are left, after the twelfth 4.
    const time = resultOf(groups[0]!.time);
    expect([time.lowerQuartile.days, time.median.days, time.upperQuartile.days]).toEqual([
      4,
      8,
      null,
    ]);
  });

  it('hides how many ended when so few are still open', () => {
    const spells = [...placebo, { days: 30, ended: 0, stillOpen: 2 }];
    const hidden = resultOf(timeToEvent({ groups: [{ group: 'all', spells }], spells: 'spells' }));
    expect(resultOf(hidden.groups[0]!.time)).toMatchObject({ spells: 23, ended: null });
    expect(resultOf(lungTimes().groups[0]!.time).ended).toBe(112);
  });

  it('answers for each group by itself when one has too little', () => {
    const groups = [
      { group: '6-MP', spells: mercaptopurine },
      { group: 'placebo', spells: placebo },
      { group: 'nobody', spells: [] },
    ];
    const found = resultOf(timeToEvent({ groups, spells: 'remissions' }));
    expect(found.groups.map(({ time }) => time.status)).toEqual(['u', 'ok', 'x']);
    expect(resultOf(found.test).chiSquared).toBeCloseTo(16.79, 2);
    expect(found.sentence).toContain('in the other groups it cannot be said');
    expect(timeToEvent({ groups: [{ group: 'a', spells: [] }], spells: 'spells' }).status).toBe(
      'x',
    );
  });

  it('tells how far it has come and stops when it should', () => {
    const done: number[] = [];
    timeToEvent({ groups: bySex, spells: 'spells' }, { onProgress: (share) => done.push(share) });
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.length).toBeGreaterThan(1);
    const signal = AbortSignal.abort(new Error('enough'));
    expect(() => timeToEvent({ groups: bySex, spells: 'spells' }, { signal })).toThrow('enough');
  });
});
