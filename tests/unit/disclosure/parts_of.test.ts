// Measures that make up a third: what is hidden in one must not be had from the others. The attacker here has every
// figure that is shown of all three and their totals, and solves for what is hidden with another solver.
import highsLoader from 'highs';
import { expect, it } from 'vitest';
import { makeCounts, type CountRow } from '$lib/disclosure/counts';
import { protect } from '$lib/disclosure/protect';
import { settings } from '$lib/disclosure/settings';
import { measureNamed } from '$lib/measures/catalogue';

const measures = ['neet', 'not_known', 'neet_or_not_known'].map((id) => measureNamed(id)!);
const [neet, notKnown, either] = measures as [
  (typeof measures)[0],
  (typeof measures)[0],
  (typeof measures)[0],
];
const policy = settings.explore;

/** Young people of some districts: NEET, not known. Everybody has many others. */
type Districts = Readonly<Record<string, readonly [number, number]>>;

function rowsOf(districts: Districts, of: (neet: number, notKnown: number) => number): CountRow[] {
  return Object.entries(districts).map(([district, [n, k]]) => ({
    period: '2025-01',
    keys: { district },
    numerator: of(n, k),
    denominator: 500,
    available: true,
  }));
}

/** For each of the three measures the districts whose figure is hidden. */
function hiddenIn(districts: Districts): readonly (readonly string[])[] {
  const parts = [
    { measure: neet, rows: rowsOf(districts, (n) => n) },
    { measure: notKnown, rows: rowsOf(districts, (_, k) => k) },
  ];
  const whole = { measure: either, rows: rowsOf(districts, (n, k) => n + k) };
  return [...parts, whole].map((one) => {
    const beside = one === whole ? [] : parts.filter((other) => other !== one);
    const made = { sql: '', parameters: {} };
    const counts = makeCounts({ ...one, by: ['district'], where: {}, made, beside });
    return protect(counts, policy)
      .rows.filter(({ status }) => status === 'c')
      .map(({ keys }) => keys.district ?? '');
  });
}

/** The least and the most that each hidden count can be, for who has all that is shown and every total. */
async function rangesOf(districts: Districts) {
  const highs = await highsLoader();
  const [n = [], k = [], both = []] = hiddenIn(districts);
  const names = Object.keys(districts);
  const total = (of: (n: number, k: number) => number): number =>
    names.reduce((sum, each) => sum + of(...districts[each]!), 0);
  const rules = [
    `tn: ${names.map((each) => `n_${each}`).join(' + ')} = ${total((a) => a)}`,
    `tk: ${names.map((each) => `k_${each}`).join(' + ')} = ${total((_, b) => b)}`,
    ...names.flatMap((each) => {
      const [a, b] = districts[each]!;
      return [
        ...(n.includes(each) ? [] : [`sn_${each}: n_${each} = ${a}`]),
        ...(k.includes(each) ? [] : [`sk_${each}: k_${each} = ${b}`]),
        ...(both.includes(each) ? [] : [`sb_${each}: n_${each} + k_${each} = ${a + b}`]),
      ];
    }),
  ].join('\n ');
  const solve = (aim: string, what: string): number =>
    Math.round(highs.solve(`${aim}\n obj: ${what}\nSubject To\n ${rules}\nEnd`).ObjectiveValue);
  const small = names.flatMap((each) => {
    const [a, b] = districts[each]!;
    return [
      ...(a > 0 && a <= policy.threshold ? [`n_${each}`] : []),
      ...(b > 0 && b <= policy.threshold ? [`k_${each}`] : []),
    ];
  });
  return small.map((what) => ({
    what,
    low: solve('Minimize', what),
    high: solve('Maximize', what),
  }));
}

const cases: readonly Districts[] = [
  { A: [3, 20], B: [30, 40], C: [14, 9], D: [60, 70] },
  { A: [3, 20], B: [30, 2], C: [14, 9], D: [60, 70], E: [8, 8] },
  { A: [7, 9], B: [6, 5], C: [12, 4], D: [2, 3], E: [10, 11], F: [9, 30] },
];

it.each(cases)('leaves a small count as many values as the policy asks for', async (districts) => {
  const ranges = await rangesOf(districts);
  expect(ranges.length).toBeGreaterThan(0);
  for (const { what, low, high } of ranges)
    expect(high - low, what).toBeGreaterThanOrEqual(policy.threshold);
});

it('hides both parts where one is small, and keeps the whole', () => {
  const [n, k, both] = hiddenIn({ A: [3, 20], B: [30, 40], C: [14, 9], D: [60, 70] });
  // The whole is small nowhere and stays; where NEET is hidden, not known is hidden with it.
  expect(both).toEqual([]);
  expect(n).toContain('A');
  expect(n!.length).toBeGreaterThan(1);
  expect(k).toEqual(n);
});
