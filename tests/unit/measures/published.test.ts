// Published figures of the Department for Education, turned into the rows that lead to them.
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { registerCodes, engineWithRows } from '../marts/engine_with_rows';
import { countsOf, rateOf } from './figure';

const published = (file: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(
    readFileSync(`src/lib/county/kent/published/${file}`, 'utf8'),
    { header: true, skipEmptyLines: true },
  ).data;

/** Columns of the published file by reason, as register codes. */
const codeOfColumn: Record<string, string> = {
  reason_present_am: '/',
  reason_present_pm: '\\',
  reason_l_present_late_before_registers_closed: 'L',
  reason_i_authorised_illness: 'I',
  reason_m_authorised_medical_dental: 'M',
  reason_r_authorised_religious_observance: 'R',
  reason_s_authorised_study_leave: 'S',
  reason_t_authorised_mobile_child: 'T',
  reason_e_authorised_excluded: 'E',
  reason_c_authorised_other: 'C',
  reason_c1_authorised_regulated_performance: 'C1',
  reason_j1_authorised_interview: 'J1',
  reason_c2_authorised_temp_reduced_timetable: 'C2',
  reason_b_aea_education_off_site: 'B',
  reason_p_aea_approved_sporting_activity: 'P',
  reason_v_aea_educational_visit_trip: 'V',
  reason_w_aea_work_experience: 'W',
  reason_k_aea_education_arranged_by_la: 'K',
  reason_g_unauthorised_holiday: 'G',
  reason_u_unauthorised_late_after_registers_closed: 'U',
  reason_o_other_unauthorised: 'O',
  reason_n_no_reason_yet: 'N',
};

describe('overall absence from the published sessions of Kent, 2025/26 to date', () => {
  const rows = published('dfe_attendance_ytd_2025_26.csv').filter(
    (row) => row['la_name'] === 'Kent' && row['geographic_level'] === 'Local authority',
  );

  it('has the four Kent rows', () => {
    expect(rows.map((row) => row['education_phase']).sort()).toEqual(
      ['Primary', 'Secondary', 'Special', 'Total'].sort(),
    );
  });

  for (const row of rows) {
    it(`gives the published rate: ${row['education_phase']}`, async () => {
      const sessions = Object.entries(codeOfColumn).map(([column, code]) => ({
        code,
        sessions: Number(row[column]),
      }));
      // authorised sessions of retired codes that the file does not export (6 in Kent's total)
      const authorisedListed = sessions
        .filter(({ code }) => classOf(code) === 'authorised_absence')
        .reduce((sum, each) => sum + each.sessions, 0);
      const legacy = Number(row['authorised_absence']) - authorisedListed;
      expect(legacy).toBeGreaterThanOrEqual(0);
      expect(legacy).toBeLessThan(20);
      const phase =
        row['education_phase'] === 'Total' ? 'primary' : row['education_phase']!.toLowerCase();
      const engine = await engineWithRows(
        {
          people: [{ person_no: 1, birth_month: '2014-01-01', home_district: 'E07000105' }],
          schools: [{ school_id: 1, phase, district: 'E07000105' }],
          attendance_totals: [...sessions, { code: 'H', sessions: legacy }].map((each) => ({
            person_no: 1,
            school_id: 1,
            academic_year: 2025,
            term: 'autumn',
            ...each,
          })),
        },
        '2026-07-23',
      );
      const [counts] = await countsOf(engine, 'overall_absence', '2025-26');
      expect(counts?.['denominator']).toBe(Number(row['possible_sessions']));
      expect(counts?.['numerator']).toBe(Number(row['overall_absence']));
      const rate = await rateOf(engine, 'overall_absence', '2025-26');
      expect(100 * rate).toBeCloseTo(Number(row['overall_absence_perc']), 10);
      for (const part of ['authorised', 'unauthorised']) {
        const [found] = await countsOf(engine, `${part}_absence`, '2025-26');
        expect(found?.['numerator']).toBe(Number(row[`${part}_absence`]));
        expect((100 * Number(found?.['numerator'])) / Number(found?.['denominator'])).toBeCloseTo(
          Number(row[`${part}_absence_perc`]),
          10,
        );
      }
      // H is not in the published columns by reason: it comes back as granted leave
      const reasons = await countsOf(engine, 'absence_by_reason', '2025-26', {
        by: ['register_code'],
      });
      expect(
        Object.fromEntries(reasons.map((each) => [each['register_code'], each['numerator']])),
      ).toEqual(
        Object.fromEntries(
          [...sessions, { code: 'H', sessions: legacy }]
            .filter(({ code }) => classOf(code)?.endsWith('authorised_absence'))
            .filter(({ code, sessions: marked }) => code === 'H' || marked > 0)
            .map((each) => [each.code, each.sessions]),
        ),
      );
    });
  }
});

const classOf = (code: string): string | undefined =>
  registerCodes.find((each) => each.code === code)?.class;

describe('persistent and severe absence from the published bands of Kent', () => {
  const bands = ['b1', 'b2', 'b3', 'b4', 'b5', 'b6', 'b7', 'b8', 'b9', 'b10', 'b11'];
  const lowerEdges = [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50];

  for (const [year, academicYear, persistent, severe] of [
    ['201819', 2018, 12.09, 0.96],
    ['202223', 2022, 23.17, 2.27],
  ] as const) {
    it(`gives ${persistent} % and ${severe} % in ${year}, each enrolment on the lower edge of its band`, async () => {
      const rows = published('dfe_kent_absence_bands.csv').filter(
        (row) => row['time_period'] === year && row['la_name'] === 'Kent',
      );
      const counts = bands.map((band) => rows.reduce((sum, row) => sum + Number(row[band]), 0));
      const engine = await engineWithRows(
        { schools: [{ school_id: 1, phase: 'primary', district: 'E07000105' }] },
        `${academicYear + 1}-08-31`,
        `create table enrolments_of_band as
        select row_number() over () as person_no, absent
        from (values ${counts.map((count, band) => `(${count}, ${lowerEdges[band]})`).join(', ')}) as band (enrolments, absent),
          range(enrolments) as copies (copy);
        insert into loaded_people by name
        select
          1 as file_no,
          person_no as position,
          person_no,
          date '${academicYear - 9}-01-01' as birth_month,
          'F' as sex,
          'E07000105' as home_district
        from enrolments_of_band;
        insert into loaded_attendance_totals
        select 1, person_no, person_no, 1, ${academicYear}, 'autumn', 'I', absent from enrolments_of_band
        union all
        select 1, person_no, person_no, 1, ${academicYear}, 'autumn', '/', 100 - absent from enrolments_of_band`,
      );
      const period = `${academicYear}-${(academicYear + 1) % 100}`;
      expect(100 * (await rateOf(engine, 'persistent_absence', period))).toBeCloseTo(persistent, 2);
      expect(100 * (await rateOf(engine, 'severe_absence', period))).toBeCloseTo(severe, 2);
      const inBands = await countsOf(engine, 'absence_bands', period, { by: ['absence_band'] });
      expect(inBands.map((each) => each['numerator'])).toEqual(counts);
    });
  }
});
