import { describe, expect, it } from 'vitest';
import { golden } from './golden';

describe('the golden values', () => {
  it('have a test for every block', () => {
    const testedIn: Record<keyof typeof golden, string> = {
      sii: 'inequality.test.ts',
      funnel_proportion_limits_pct: 'funnel.test.ts',
      xmr: 'process_control.test.ts',
      xmr_rules: 'process_signals.test.ts',
      empirical_bayes: 'empirical_bayes.test.ts',
      wilson_and_byar: 'poisson.test.ts',
      proportion: 'wilson.test.ts',
      rate_exact_below_10_else_byar: 'poisson.test.ts',
    };
    expect(Object.keys(golden).sort()).toEqual(Object.keys(testedIn).sort());
    expect(golden.wilson_and_byar.every((row) => row.method === 'Byars')).toBe(true);
  });
});
