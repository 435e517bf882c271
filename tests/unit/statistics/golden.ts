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

interface Golden {
  readonly funnel_proportion_limits_pct: {
    readonly baseline: number;
    /** Size, then lower and upper limit at 95 %, then at 99.8 %, in per cent. */
    readonly rows: readonly (readonly [number, number, number, number, number])[];
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
