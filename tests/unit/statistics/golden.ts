import { readFileSync } from 'node:fs';

interface GoldenRow {
  readonly Numerator: number;
  readonly Denominator: number;
  readonly multiplier: number;
  readonly lower95_0cl: number;
  readonly upper95_0cl: number;
  readonly lower99_8cl: number;
  readonly upper99_8cl: number;
}

interface Limits {
  readonly mean: number;
  readonly amr: number;
  readonly lpl: number;
  readonly upl: number;
  readonly n_mr: number;
}

interface Golden {
  readonly sii: {
    readonly quantile: readonly number[];
    readonly population: readonly number[];
    readonly value: readonly number[];
    readonly se: readonly number[];
    readonly sii: number;
    readonly rii: number;
    readonly lo: number;
    readonly hi: number;
  };
  readonly funnel_proportion_limits_pct: {
    readonly baseline: number;
    /** Size, then lower and upper limit at 95 %, then at 99.8 %, in per cent. */
    readonly rows: readonly (readonly [number, number, number, number, number])[];
  };
  readonly xmr: {
    readonly data: readonly number[];
    readonly screened: Limits;
    readonly unscreened: Limits;
    readonly constants: { readonly limit: number; readonly near: number; readonly screen: number };
  };
  readonly xmr_rules: {
    readonly trend7: { readonly y: readonly number[]; readonly flag_at: number };
    /** `expected` is every point of a window that signals; only those with `near` are flagged. */
    readonly two_in_three: {
      readonly near: readonly number[];
      readonly expected: readonly number[];
    };
  };
  readonly empirical_bayes: {
    readonly case1: {
      readonly e: readonly number[];
      readonly b: readonly number[];
      readonly m: number;
      readonly s2_poisson: number;
      readonly poisson: readonly number[];
      readonly s2_binomial: number;
      readonly binomial: readonly number[];
    };
    readonly case2_clamped: {
      readonly e: readonly number[];
      readonly b: readonly number[];
      readonly m: number;
      readonly s2_raw: number;
      readonly poisson: readonly number[];
    };
  };
  readonly wilson_and_byar: readonly {
    readonly method: string;
    readonly x: number;
    readonly conf: number;
    readonly lo: number;
    readonly hi: number;
  }[];
  readonly proportion: readonly GoldenRow[];
  readonly rate_exact_below_10_else_byar: readonly GoldenRow[];
}

/** Published test values, recomputed independently; sources in the domain rules, section 6. */
export const golden: Golden = JSON.parse(
  readFileSync(new URL('../../golden/statistics.json', import.meta.url), 'utf8'),
) as Golden;
