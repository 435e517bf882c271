/** How a value is shown: a fraction times a base, or an amount as it is. */
export interface UnitForm {
  /** What a fraction is multiplied by; null for an amount. */
  readonly base: 100 | 1000 | 10_000 | 100_000 | null;
  readonly places: number;
  /** After the number: "%", "per 1,000", "days". */
  readonly suffix: string;
  /** As a subtitle says it: "per cent". */
  readonly words: string;
}

const perBase = (base: 100 | 1000 | 10_000 | 100_000, places = base === 100 ? 2 : 1): UnitForm => {
  const words = `per ${base.toLocaleString('en-GB')}`;
  return { base, places, suffix: words, words };
};

export const unitForms = {
  percent: { base: 100, places: 1, suffix: '%', words: 'per cent' },
  /** How far two percentages lie apart: "%" would read as a share of one of them. */
  points: { base: 100, places: 1, suffix: '', words: 'percentage points' },
  per_100: perBase(100),
  /** For what happens to a few in 10,000: two decimals would leave one digit or none. */
  per_100_rare: perBase(100, 4),
  per_1000: perBase(1000),
  per_10000: perBase(10_000),
  per_100000: perBase(100_000),
  count: { base: null, places: 0, suffix: '', words: 'number' },
  days: { base: null, places: 0, suffix: 'days', words: 'days' },
  sessions: { base: null, places: 1, suffix: 'sessions', words: 'sessions' },
  services: { base: null, places: 2, suffix: 'services', words: 'services' },
  ratio: { base: null, places: 2, suffix: '', words: 'ratio' },
} as const satisfies Record<string, UnitForm>;
