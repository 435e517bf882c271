// Measures that say that their numerator is that of another one in some of its kinds, over the sample county.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawPolicy } from '$lib/disclosure/policy';
import type { SafeTable } from '$lib/disclosure/safe_table';
import { catalogue, measureNamed } from '$lib/measures/catalogue';
import type { Workspace } from '$lib/workspace/workspace';
import { extractsIn, openWorkspaceInNode } from '../../../src/cli/workspace_in_node';

let workspace: Workspace;

beforeAll(async () => {
  workspace = await openWorkspaceInNode(rawPolicy);
  await workspace.load(await extractsIn('data-samples'));
}, 120_000);

afterAll(() => workspace.close());

const periodOf = (basis: string | undefined): string =>
  basis === 'month_end' ? '2025-01' : '2023-24';

/** The sum of a count over the rows of each district. */
function byDistrict(
  { rows }: SafeTable,
  of: 'numerator' | 'denominator',
  isMeant: (row: SafeTable['rows'][number]) => boolean = () => true,
): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of rows.filter(isMeant)) {
    const district = row.keys.district ?? '';
    sums[district] = (sums[district] ?? 0) + (row[of].value ?? 0);
  }
  return sums;
}

const withNumeratorOf = catalogue.filter(({ numeratorOf }) => numeratorOf !== undefined);

describe('a numerator that is that of another measure', () => {
  it('is named for the measures that add up', () => {
    expect(withNumeratorOf.map(({ id }) => id).sort()).toEqual(
      [
        ...['neet', 'not_known', 'neet_or_not_known', 'persistent_absence', 'severe_absence'],
        ...['paid_21', 'paid_28', 'withdrawn', 'prosecuted', 'unresolved'].map(
          (outcome) => `penalty_notices_${outcome}`,
        ),
      ].sort(),
    );
  });

  it.each(withNumeratorOf.map((measure) => [measure.id, measure] as const))(
    '%s is the sum of its kinds in every district, over the same people',
    async (id, { numeratorOf, periodBases }) => {
      const { measure, kind, codes } = numeratorOf!;
      const periods = [periodOf(periodBases[0])];
      const by = 'district' as const;
      const own = await workspace.figures({ measure: id, periods, by: [by], where: {} });
      const split = { measure, periods, by: [by, kind], where: {} };
      const kinds = await workspace.figures(split);
      const inKinds = byDistrict(kinds, 'numerator', ({ keys }) =>
        codes.includes(keys[kind] ?? ''),
      );
      const counted = byDistrict(own, 'numerator');
      expect(Object.keys(counted).length).toBeGreaterThanOrEqual(12);
      for (const [district, count] of Object.entries(counted))
        expect(inKinds[district] ?? 0, district).toBe(count);
      const whole = await workspace.figures({ measure, periods, by: [by], where: {} });
      expect(byDistrict(own, 'denominator')).toEqual(byDistrict(whole, 'denominator'));
    },
  );

  it('protects together only measures that make up the whole that they name, each kind once', () => {
    const withParts = catalogue.filter(({ partsOf }) => partsOf !== undefined);
    expect(withParts.map(({ id }) => id).sort()).toEqual(['neet', 'not_known']);
    for (const { id, partsOf } of withParts) {
      const { whole, parts } = partsOf!;
      expect(parts).toContain(id);
      const codes = parts.flatMap((part) => measureNamed(part)?.numeratorOf?.codes ?? []);
      expect(codes.sort()).toEqual([...(measureNamed(whole)?.numeratorOf?.codes ?? [])].sort());
    }
  });
});
