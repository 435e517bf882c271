import { describe, expect, it } from 'vitest';
import { engineWithRows, type Rows } from '../marts/engine_with_rows';
import { countsOf } from './figure';

const ashford = 'E07000105';
const thanet = 'E07000114';

const decision = (
  kind: string,
  decided: string,
  date: string,
  person_no: number | null,
  district: string | null = ashford,
) => ({ kind, decision: decided, date, person_no, district });

const people: Rows = [
  { person_no: 1, birth_month: '2010-09-01', home_district: ashford }, // 13 on 31 August 2024
  { person_no: 2, birth_month: '2007-09-01', home_district: ashford }, // 16
  { person_no: 3, birth_month: '2007-08-01', home_district: ashford }, // 17: out of the base
  { person_no: 4, birth_month: '2011-09-01', home_district: ashford }, // 12: out of the base
  { person_no: 5, birth_month: '2010-09-01', home_district: thanet },
  { person_no: 6, birth_month: '2010-09-01', home_district: thanet }, // restricted
];

describe('licences', () => {
  it('count decisions of the county, adults without a pseudonym among them', async () => {
    const engine = await engineWithRows({
      people,
      restrictions: [{ person_no: 6 }],
      licences: [
        decision('work_permit', 'issued', '2024-09-01', 1),
        decision('work_permit', 'renewed', '2025-08-31', 1),
        decision('work_permit', 'issued', '2024-08-31', 1), // the year before
        decision('work_permit', 'refused', '2024-10-01', 2),
        decision('work_permit', 'revoked', '2024-10-01', 2),
        decision('work_permit', 'issued', '2024-10-01', 4), // turned 13 in the year
        decision('work_permit', 'issued', '2024-10-01', 6, thanet), // restricted: out
        decision('work_permit', 'issued', '2024-10-01', 99, thanet), // not in people: out
        decision('performance_licence', 'issued', '2024-10-01', 5, thanet),
        decision('chaperone', 'issued', '2024-10-01', null),
        decision('chaperone', 'issued', '2024-10-01', null), // another adult
        decision('chaperone', 'refused', '2024-10-01', null, null),
        decision('chaperone', 'renewed', '2024-10-01', null, 'E06000035'), // lives in Medway: out
        decision('body_of_persons', 'issued', '2024-10-01', null, thanet),
      ],
    });
    expect(await countsOf(engine, 'work_permits', '2024-25')).toMatchObject([
      { numerator: 3, people_in_numerator: 2 },
    ]);
    expect(await countsOf(engine, 'performance_licences', '2024-25')).toMatchObject([
      { numerator: 1 },
    ]);
    expect(await countsOf(engine, 'chaperone_licences', '2024-25')).toMatchObject([
      { numerator: 2, people_in_numerator: 2 },
    ]);
    expect(await countsOf(engine, 'body_of_persons_approvals', '2024-25')).toMatchObject([
      { numerator: 1 },
    ]);
    expect(
      await countsOf(engine, 'licences_refused', '2024-25', { by: ['licence_kind'] }),
    ).toMatchObject([
      { licence_kind: 'body_of_persons', numerator: 0, denominator: 1 },
      { licence_kind: 'chaperone', numerator: 1, denominator: 3 },
      { licence_kind: 'performance_licence', numerator: 0, denominator: 1 },
      { licence_kind: 'work_permit', numerator: 1, denominator: 4 },
    ]);
    expect(await countsOf(engine, 'licences_revoked', '2024-25')).toMatchObject([{ numerator: 1 }]);
    expect(await countsOf(engine, 'licence_decisions', '2024-25')).toMatchObject([
      { numerator: 10 },
    ]);
    expect(
      await countsOf(engine, 'licence_decisions', '2024-25', {
        by: ['district'],
        where: { licence_kind: ['chaperone'], licence_decision: ['refused'] },
      }),
    ).toMatchObject([{ district: 'unknown', numerator: 1 }]);
    await engine.close();
  });

  it('are per 1,000 people aged 13 to 16 on 31 August', async () => {
    const engine = await engineWithRows({
      people,
      licences: [
        decision('work_permit', 'issued', '2024-10-01', 1),
        decision('work_permit', 'issued', '2024-11-01', 1),
      ],
    });
    const rows = await countsOf(engine, 'work_permits_per_1000', '2024-25', { by: ['district'] });
    expect(rows).toMatchObject([
      { district: ashford, numerator: 2, denominator: 2, people_in_numerator: 1 },
      { district: thanet, numerator: 0, denominator: 2 },
    ]);
    await engine.close();
  });
});
