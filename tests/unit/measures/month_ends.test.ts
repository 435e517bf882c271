import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rawPolicy } from '../../../src/lib/disclosure/policy';
import { protect } from '../../../src/lib/disclosure/protect';
import type { Engine } from '../../../src/lib/engine/engine';
import { measureNamed } from '../../../src/lib/measures/catalogue';
import { count } from '../../../src/lib/measures/count';
import type { FigureRequest } from '../../../src/lib/measures/request';
import { engineWithRows } from '../marts/engine_with_rows';

const months = ['2024-11', '2024-12', '2025-01', '2025-03'];
let engine: Engine;
beforeAll(async () => {
  const people = Array.from({ length: 40 }, (_, index) => ({
    person_no: index,
    birth_month: '2008-01-01',
    sex: index % 2 === 0 ? 'F' : 'M',
    home_district: index % 3 === 0 ? 'E07000105' : 'E07000114',
  }));
  engine = await engineWithRows({
    people,
    activities: months.flatMap((month, at) =>
      people.map(({ person_no }) => ({
        person_no,
        month: `${month}-01`,
        activity_code: (person_no + at) % 5 === 0 ? 619 : 210,
        currency_lapsed: (person_no + at) % 7 === 0,
      })),
    ),
  });
});
afterAll(() => engine.close());

async function rows(request: Omit<FigureRequest, 'measure'>) {
  const measure = measureNamed('neet_or_not_known')!;
  const counts = await count(engine, measure, { measure: measure.id, ...request }, () => true);
  return protect(counts, rawPolicy).rows;
}

describe('many month ends in one question', () => {
  it.each([
    { by: [], where: {} },
    { by: ['district', 'sex'], where: {} },
    { by: [], where: { sex: ['F'] } },
    { by: [], where: { sex: ['U'] } }, // nobody
    { by: ['sex'], where: { district: ['E07000114'] } },
  ] as const)('answers what a question a month answers: %j', async (split) => {
    const single = [];
    for (const month of months) single.push(...(await rows({ ...split, periods: [month] })));
    expect(single.length).toBeGreaterThan(0);
    expect(await rows({ ...split, periods: months })).toEqual(single);
  });
});
