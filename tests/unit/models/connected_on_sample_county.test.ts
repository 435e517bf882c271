// Models over the committed sample county, their counts beside native DuckDB over the same files.
import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calculateEffectiveness } from '$lib/models/calculations/effectiveness';
import { calculateRiskPoints } from '$lib/models/calculations/risk_points';
import { calculateTrajectories } from '$lib/models/calculations/trajectories';
import { calculateWhatGoesWithWhat } from '$lib/models/calculations/what_goes_with_what';
import { effectivenessModel } from '$lib/models/definitions/effectiveness';
import { riskPointsModel } from '$lib/models/definitions/risk_points';
import { trajectoriesModel } from '$lib/models/definitions/trajectories';
import { whatGoesWithWhatModel } from '$lib/models/definitions/what_goes_with_what';
import { settingsOf } from '$lib/models/find';
import { nativeRows, openNative } from '../../files/native';
import { absence, countSessions } from '../../files/reference/absence';
import { neetAndNotKnown } from '../../files/reference/neet';
import { kentDistricts, listOf, openReference } from '../../files/reference/reference_county';
import { openSampleCounty, sampleFiles, total, type SampleCounty } from './sample_county';

let native: DuckDBConnection;
let county: SampleCounty;

beforeAll(async () => {
  county = await openSampleCounty();
  native = await openNative();
  await openReference(native, sampleFiles, '2025-07-31');
  await countSessions(native);
  await native.run(`
    create table school_terms as
    select sessions.*, datesub('year', birth_month, make_date(academic_year, 8, 31)) as age
    from sessions
    join persons using (person_id)
    join raw_schools as schools using (school_id)
    where schools.district in (${listOf(kentDistricts)})
      and schools.phase in ('primary', 'secondary', 'special')
      and age between 5 and 15
      and not (age = 15 and term = 6)
      and not exists (
        select 1
        from raw_enrolments as roll
        where roll.person_id = sessions.person_id
          and roll.school_id = sessions.school_id
          and roll.start_date < make_date(academic_year + 1, 9, 1)
          and (roll.end_date is null or roll.end_date >= make_date(academic_year, 8, 1))
        having bool_or(boarder) or bool_and(coalesce(registration = 'guest', false))
      )`);
}, 600_000);

afterAll(async () => {
  await county.workspace.close();
  native.closeSync();
});

async function one(query: string): Promise<Record<string, number>> {
  return (await nativeRows<Record<string, number>>(native, query))[0]!;
}

describe('what goes with what', () => {
  it('counts who is NEET in January as the rate does, and by what Year 11 was like', async () => {
    const { patterns } = await county.answers(whatGoesWithWhatModel, { outcome: 'neet' });
    const counted = await neetAndNotKnown(native, ['2025-01'], ['sex']);
    for (const sex of ['F', 'M'])
      expect([total(patterns, 'events', { sex }), total(patterns, 'people', { sex })]).toEqual(
        counted.neet[sex],
      );
    const everybody = (await neetAndNotKnown(native, ['2025-01'], [])).neet[''];
    const { suspended } = await one(`
      select count(distinct person_id)::double as suspended
      from raw_exclusions
      join raw_schools using (school_id)
      join persons using (person_id)
      join raw_activities as activity using (person_id)
      where kind = 'suspension'
        and raw_schools.district in (${listOf(kentDistricts)})
        and activity.month = date '2025-01-01'
        and coalesce(cohort_status, 'P') = 'P'
        and activity_code between 200 and 899
        and activity_code <> 710
        and datesub('year', birth_month, date '2024-08-31') in (16, 17)
        and coalesce(activity.district, persons.home_district, '${kentDistricts[0]}') in (${listOf(kentDistricts)})
        -- in the year before whose 31 August they were 15
        and datesub('year', birth_month, make_date(year(raw_exclusions.start_date) - (month(raw_exclusions.start_date) < 9)::integer, 8, 31)) = 15`);
    expect(total(patterns, 'people', { suspended: 'true' })).toBe(suspended);
    const found = calculateWhatGoesWithWhat({ patterns: patterns! }, { outcome: 'neet' });
    expect(found.status).toBe('ok');
    expect(found.sentences[0]!.text).toContain(
      `${everybody![1].toLocaleString('en-GB')} young people of Years 12 and 13 at the end of January 2025`,
    );
  });

  it('counts persistent absence as the rate does', async () => {
    const { patterns } = await county.answers(whatGoesWithWhatModel, {
      outcome: 'persistent_absence',
    });
    const question = { academicYear: 2024, term: null, by: ['free_school_meals'] };
    const { persistent_absence: counted } = await absence(native, question);
    for (const free_school_meals of ['true', 'false'])
      expect([
        total(patterns, 'events', { free_school_meals }),
        total(patterns, 'people', { free_school_meals }),
      ]).toEqual(counted[free_school_meals]);
    const found = calculateWhatGoesWithWhat(
      { patterns: patterns! },
      { outcome: 'persistent_absence' },
    );
    expect(found.status).toBe('ok');
    expect(found.tables.map(({ id }) => id)).toEqual(['levels', 'factors', 'fit', 'calibration']);
  });

  it('takes only pupils who were not persistently absent in the year before', async () => {
    const { patterns } = await county.answers(whatGoesWithWhatModel, {
      outcome: 'becoming_persistent',
    });
    const { patterns: all } = await county.answers(whatGoesWithWhatModel, {
      outcome: 'persistent_absence',
    });
    expect(total(patterns, 'people')).toBeGreaterThan(5000);
    expect(total(patterns, 'events')).toBeLessThan(total(all, 'events'));
    const found = calculateWhatGoesWithWhat(
      { patterns: patterns! },
      { outcome: 'becoming_persistent' },
    );
    expect(found.status).toBe('ok');
  });
});

describe('points of a risk-of-NEET indicator', () => {
  it('are held against the same young people', async () => {
    const { patterns } = await county.answers(riskPointsModel);
    const { neet } = await neetAndNotKnown(native, ['2025-01'], ['free_school_meals']);
    const eligible = { free_school_meals_level: 1 };
    expect([total(patterns, 'events', eligible), total(patterns, 'people', eligible)]).toEqual(
      neet['true'],
    );
    const found = calculateRiskPoints({ patterns: patterns! }, settingsOf(riskPointsModel));
    expect(found.status).toBe('ok');
    expect(found.assumptions.join(' ')).toContain('young carer');
  });
});

describe('typical courses', () => {
  it('take every enrolment with all six terms, in steps of 2 percentage points', async () => {
    const { courses } = await county.answers(trajectoriesModel);
    const counted = await one(`
      with terms as (
        select person_id, school_id, term, round(50 * sum(absent) / sum(possible)) as step
        from school_terms
        where academic_year = 2024
          and term between 1 and 6
        group by all
        having sum(possible) > 0
      ),
      complete as (
        select sum(step) filter (where term = 1) as first, sum(step) filter (where term = 6) as last
        from terms
        group by person_id, school_id
        having count(*) = 6
      )
      select count(*)::double as enrolments, sum(first)::double as first, sum(last)::double as last from complete`);
    const stepsOf = (term: string): number =>
      (courses ?? []).reduce((sum, row) => sum + Number(row[term]) * Number(row['enrolments']), 0);
    expect(total(courses, 'enrolments')).toBe(counted['enrolments']);
    expect([stepsOf('term_1'), stepsOf('term_6')]).toEqual([counted['first'], counted['last']]);
    const found = calculateTrajectories({ courses: courses! }, {});
    // In the invented county courses do not fall into groups: saying so is an answer.
    expect(found.status === 'ok' ? found.tables.length : found.because).not.toBe('');
  });
});

describe('what changed after attendance casework began', () => {
  it('takes the first start of each person and the twelve weeks around it', async () => {
    const settings = { action: 'attendance_casework', outcome: 'absence' };
    const { groups } = await county.answers(effectivenessModel, settings);
    const counted = await one(`
      with
      blocks as (
        select
          person_id,
          floor((date - date '2000-01-03') / 28) as block,
          sum(possible) as possible,
          sum(absent) as absent
        from school_terms
        where person_id in (select person_id from persons where in_county)
        group by all
      ),
      spells as (
        select
          person_id,
          start_date,
          floor((start_date - date '2000-01-03') / 28) as from_block,
          floor((least(coalesce(end_date, date '2025-07-31'), date '2025-07-31') - date '2000-01-03') / 28) as to_block
        from raw_involvements
        join persons using (person_id)
        where service = 'attendance_casework'
          and in_county
          and start_date <= date '2025-07-31'
          and (end_date is null or end_date >= start_date)
      ),
      starts as (
        select *
        from spells
        where not exists (
            select 1
            from spells as other
            where other.person_id = spells.person_id
              and other.start_date < spells.start_date
              and other.to_block >= spells.from_block - 6
          )
          and from_block between (select min(block) + 6 from blocks) and (select max(block) - 3 from blocks)
      ),
      around as (
        select
          starts.person_id,
          start_date,
          bool_or(block = from_block) as on_roll,
          sum(possible) filter (where block between from_block - 6 and from_block - 4) as possible_earlier,
          sum(possible) filter (where block between from_block - 3 and from_block - 1) as possible_before,
          sum(absent) filter (where block between from_block - 3 and from_block - 1) as absent_before,
          sum(possible) filter (where block between from_block + 1 and from_block + 3) as possible_after,
          sum(absent) filter (where block between from_block + 1 and from_block + 3) as absent_after
        from starts
        join blocks using (person_id)
        group by all
      ),
      first_of_each as (
        select arg_min(absent_before / possible_before, start_date) as before,
          arg_min(absent_after / possible_after, start_date) as after
        from around
        where on_roll and possible_earlier >= 20 and possible_before >= 20 and possible_after >= 20
        group by person_id
      )
      select count(*)::double as people, sum(before) as before, sum(after - before) as change from first_of_each`);
    const treated = { treated: true as unknown as string };
    expect(counted['people']).toBeGreaterThan(100);
    expect(total(groups, 'people', treated)).toBe(counted['people']);
    expect(total(groups, 'before', treated)).toBeCloseTo(counted['before']!, 6);
    expect(total(groups, 'change', treated)).toBeCloseTo(counted['change']!, 6);
    expect(calculateEffectiveness({ groups: groups! }, settings).sentences.length).toBeLessThan(2);
  });

  it.each([
    ['penalty_notice', 'persistent_absence'],
    ['early_help', 'suspensions'],
    ['neet_support', 'neet'],
  ])('answers, or refuses in words: %s and %s', async (action, outcome) => {
    const settings = { action, outcome };
    const { groups } = await county.answers(effectivenessModel, settings);
    const found = calculateEffectiveness({ groups: groups! }, settings);
    expect(found.status === 'ok' ? found.sentences.length : found.because!.length).toBeGreaterThan(
      0,
    );
    expect(groups!.length).toBeLessThan(20_000);
  });
});
