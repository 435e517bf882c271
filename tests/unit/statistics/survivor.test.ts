import { describe, expect, it } from 'vitest';
import { survivalAt, survivalCurve, type SpellCount } from '$lib/statistics/kaplan_meier';
import { dailySurvivor } from '$lib/statistics/survivor';
import { lung } from './survival_data';

/** So many spells of geometric length: the chance to end is the same every day. */
function geometric(chance: number, spells: number, lastDay: number): SpellCount[] {
  let left = spells;
  const rows = Array.from({ length: lastDay }, (_, i) => {
    const ended = Math.round(left * chance);
    left -= ended;
    return { days: i + 1, ended, stillOpen: 0 };
  });
  return [...rows, { days: lastDay, ended: 0, stillOpen: left }];
}

describe('daily survivor', () => {
  it('is the Kaplan-Meier curve where enough spells are followed', () => {
    const curve = survivalCurve(lung)!;
    const { still, smoothFrom } = dailySurvivor(lung, 900)!;
    expect(smoothFrom).toBeGreaterThan(600);
    for (let day = 0; day < smoothFrom; day++)
      expect(still[day]).toBe(survivalAt(curve, day)!.survival);
  });

  it('goes on falling at the pace of the longer half', () => {
    // Cut off at day 60, when about 30 % are still open: the pace after the median is 2 % a day.
    const { still, smoothFrom } = dailySurvivor(geometric(0.02, 1_000_000, 60), 400)!;
    expect(smoothFrom).toBe(61);
    for (const day of [30, 60, 100, 400]) expect(still[day]).toBeCloseTo(0.98 ** day, 2);
    expect(still[400]! / still[399]!).toBeCloseTo(0.98, 3);
  });

  it('never rises', () => {
    const { still } = dailySurvivor(lung, 3000)!;
    for (let day = 1; day < still.length; day++)
      expect(still[day]).toBeLessThanOrEqual(still[day - 1]!);
  });

  it('needs an ending', () => {
    expect(dailySurvivor([], 10)).toBeNull();
    expect(dailySurvivor([{ days: 3, ended: 0, stillOpen: 50 }], 10)).toBeNull();
  });

  it('is over at once when every spell is', () => {
    const { still } = dailySurvivor([{ days: 0, ended: 20, stillOpen: 0 }], 3)!;
    expect([...still]).toEqual([0, 0, 0, 0]);
  });
});
