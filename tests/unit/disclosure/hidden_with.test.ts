// Measures of which one is the sum of the others: what is hidden in one must not be had from the others.
import { expect, it } from 'vitest';
import { makeCounts, type CountRow } from '$lib/disclosure/counts';
import { protect } from '$lib/disclosure/protect';
import { settings } from '$lib/disclosure/settings';
import { measureNamed } from '$lib/measures/catalogue';

const [neet, notKnown, either] = ['neet', 'not_known', 'neet_or_not_known'].map((id) =>
  measureNamed(id)!,
);

/** Young people of four districts: all, NEET, not known. */
const districts = {
  A: [200, 3, 20],
  B: [300, 30, 40],
  C: [250, 14, 9],
  D: [400, 60, 70],
} as const;

function rowsOf(of: (neet: number, notKnown: number) => number): CountRow[] {
  return Object.entries(districts).map(([district, [denominator, n, k]]) => ({
    period: '2025-01',
    keys: { district },
    numerator: of(n, k),
    denominator,
    available: true,
  }));
}

const all = [
  { measure: neet!, rows: rowsOf((n) => n) },
  { measure: notKnown!, rows: rowsOf((_, k) => k) },
  { measure: either!, rows: rowsOf((n, k) => n + k) },
];

const tables = all.map((one) => {
  const content = {
    ...one,
    by: ['district'] as const,
    where: {},
    made: { sql: '', parameters: {} },
  };
  const beside = all.filter((other) => other !== one);
  return protect(makeCounts({ ...content, beside }), settings.publication);
});

it('hides a district in all of them when it is hidden in one', () => {
  const shown = tables.map(({ rows }) =>
    rows.filter(({ status }) => status === 'ok').map(({ keys }) => keys.district),
  );
  for (const each of shown) {
    expect(each).not.toContain('A');
    expect(each).toEqual(shown[0]);
  }
  // The total is published: one district alone would be what the others leave of it.
  expect(shown[0]!.length).toBeLessThan(3);
  expect(shown[0]!.length).toBeGreaterThan(0);
});

it('hides by itself only what that measure must hide', () => {
  const [, { measure, rows }] = all as [unknown, (typeof all)[number]];
  const counts = makeCounts({
    ...{ measure, rows, by: ['district'], where: {} },
    made: { sql: '', parameters: {} },
  });
  // Not known is small in no district but C, under the threshold of a publication.
  const hidden = protect(counts, settings.explore).rows.filter(({ status }) => status === 'c');
  expect(hidden).toEqual([]);
});
