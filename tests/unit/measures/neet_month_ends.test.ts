import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawPolicy } from '../../../src/lib/disclosure/policy';
import { protect } from '../../../src/lib/disclosure/protect';
import type { Engine } from '../../../src/lib/engine/engine';
import { count } from '../../../src/lib/measures/count';
import type { DimensionId, Measure } from '../../../src/lib/measures/measure';
import { neetMeasures } from '../../../src/lib/measures/neet';
import { parsePeriod, type Period } from '../../../src/lib/measures/period';
import { statementForMonthEnds } from '../../../src/lib/measures/statement';
import { engineWithRows } from '../marts/engine_with_rows';
import { NeetRecords } from './neet_records';

const months = ['2024-11', '2024-12', '2025-01', '2025-03'];
const codes = [210, 619, 310, 330, 640, 810, 410, 210, 250, 530, 710];

const records = new NeetRecords();
for (let index = 0; index < 60; index++) {
  const person = records.person({
    sex: index % 2 === 0 ? 'F' : 'M',
    home_district: index % 3 === 0 ? 'E07000105' : 'E07000114',
    // every fifth is 18 to 24 with a plan
    ...(index % 5 === 0 ? { birth_month: '2005-03-01', sen: 'E' } : {}),
  });
  for (const [at, month] of months.entries()) {
    if ((index + at) % 13 === 0) continue;
    records.at(person, month, codes[(index * 3 + at * (index % 4)) % codes.length] ?? 210, {
      currency_lapsed: (index + at) % 7 === 0,
      last_verified: `2024-${String((index % 9) + 1).padStart(2, '0')}-15`,
      confirmed_by: index % 2 === 0 ? 'school' : 'parent',
      ...(index % 4 === 0 ? { characteristics: '210' } : {}),
    });
  }
}

let engine: Engine;
beforeAll(async () => {
  engine = await engineWithRows({ people: records.people, activities: records.activities });
});
afterAll(() => engine.close());

const atMonths = neetMeasures.filter(({ periodBases }) =>
  periodBases.some((basis) => basis === 'month_end' || basis === 'month'),
);

describe('measures of a month end', () => {
  it.each(atMonths.map((measure) => [measure.id, measure] as const))(
    '%s answers many months in one statement as it answers each',
    async (_, measure) => {
      const byKind = Object.keys(measure.kinds ?? {}).slice(0, 1) as DimensionId[];
      for (const by of [[], ['district'], ['sex', ...byKind], byKind] as DimensionId[][]) {
        const single = [];
        for (const month of months) single.push(...(await rows(measure, [month], by)));
        expect(single.length).toBeGreaterThan(0);
        const together = await rows(measure, months, by);
        expect(together).toEqual(single);
        const periods = months.map((month) => parsePeriod(month)) as Period[];
        expect(statementForMonthEnds(measure, periods, { by, where: {} })).not.toBeNull();
      }
    },
  );
});

async function rows(measure: Measure, periods: readonly string[], by: readonly DimensionId[]) {
  const counts = await count(
    engine,
    measure,
    { measure: measure.id, periods, by, where: {} },
    () => true,
  );
  return protect(counts, rawPolicy).rows;
}
