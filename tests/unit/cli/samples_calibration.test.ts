import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { beforeAll, describe, expect, it } from 'vitest';
import bands from '$lib/county/kent/published/dfe_kent_absence_bands.csv?raw';
import yearToDate from '$lib/county/kent/published/dfe_attendance_ytd_2025_26.csv?raw';
import neetScorecard from '$lib/county/kent/published/dfe_neet_not_known_by_la.csv?raw';

/**
 * The committed county against what the Department for Education publishes for Kent. The queries
 * are written here from the definitions, on native DuckDB, and share nothing with the product's.
 */
const FOLDER = 'data-samples';
let database: DuckDBConnection;

async function rows(sql: string): Promise<Record<string, number>[]> {
  const found = await (await database.runAndReadAll(sql)).getRowObjects();
  return found.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])),
  );
}

function csv(text: string): Record<string, string>[] {
  const [head = [], ...lines] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  return lines.map((line) => Object.fromEntries(head.map((name, i) => [name, line[i] ?? ''])));
}

beforeAll(async () => {
  database = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect();
  await database.run(`
    create table people as select *,
      year(birth_month) + case when month(birth_month) >= 9 then 1 else 0 end as cohort
      from read_parquet('${FOLDER}/people.parquet');
    create table schools as from read_parquet('${FOLDER}/schools.parquet');
    create table enrolments as from read_parquet('${FOLDER}/enrolments.parquet');
    create table codes as select code, in_possible_sessions = 1 as possible, class like '%authorised_absence' as absent
      from read_csv('src/lib/contract/codes/attendance_codes.csv', types = {'code': 'varchar'}, quote = '');
    create table term6 as select academic_year, start_date from read_csv('${FOLDER}/calendar.csv') where term = 6;
    create table marks as select person_id, school_id, code,
        case when month(date) >= 9 then year(date) else year(date) - 1 end as academic_year,
        date >= start_date as in_term6, count(*) as n
      from read_parquet('${FOLDER}/attendance-*.parquet')
      join term6 on academic_year = case when month(date) >= 9 then year(date) else year(date) - 1 end
      group by all;
    create table enrolment_years as
      select academic_year, marks.person_id, marks.school_id, phase, schools.district,
        sum(n) filter (possible) as possible, coalesce(sum(n) filter (absent), 0) as absent
      from marks join people using (person_id) join schools using (school_id) join codes using (code)
      where academic_year - cohort between 5 and 15
        and not (academic_year - cohort = 15 and in_term6)
        and phase <> 'alternative'
        and not exists (from enrolments e where e.boarder and e.person_id = marks.person_id and e.school_id = marks.school_id)
      group by all having sum(n) filter (possible) > 0`);
});

describe('absence of the sample county', () => {
  it('has every DfE absence band of 2022/23 within 3 percentage points of Kent', async () => {
    const published = csv(bands)
      .filter((row) => row['time_period'] === '202223')
      .reduce<number[]>(
        (sums, row) => sums.map((n, i) => n + Number(row[`b${i + 1}`])),
        Array<number>(11).fill(0),
      );
    const all = published.reduce((a, b) => a + b, 0);
    const sample = await rows(`
      select least(10, 20 * absent // possible) as band, 100 * count(*) / sum(count(*)) over () as share
      from enrolment_years where academic_year = 2022 group by band order by band`);
    expect(sample).toHaveLength(11);
    sample.forEach(({ share }, band) =>
      expect(share, `band ${band + 1}`).toBeWithin(3, (100 * (published[band] ?? 0)) / all),
    );
  });

  it('has persistent and severe absence as published, falling year by year', async () => {
    const years = await rows(`
      select academic_year, 100 * avg((10 * absent >= possible)::int) as persistent,
        100 * avg((2 * absent >= possible)::int) as severe, 100 * sum(absent) / sum(possible) as overall
      from enrolment_years group by academic_year order by academic_year`);
    const published = [
      { persistent: 23.17, severe: 2.27, overall: 7.83 },
      { persistent: 21.36, severe: 2.44, overall: 7.4 },
      { persistent: 19.42, severe: 2.39, overall: 6.96 },
    ];
    expect(years).toHaveLength(3);
    years.forEach((year, i) => {
      expect(year['persistent']).toBeWithin(1.5, published[i]?.persistent ?? 0);
      expect(year['severe']).toBeWithin(0.4, published[i]?.severe ?? 0);
      expect(year['overall']).toBeWithin(0.5, published[i]?.overall ?? 0);
    });
  });

  it('has persistent absence by school type near that of Kent in 2022/23', async () => {
    const published = { primary: 17.18, secondary: 29.23, special: 42.05 };
    for (const [phase, rate] of Object.entries(published)) {
      const [sample] = await rows(`
        select 100 * avg((10 * absent >= possible)::int) as rate from enrolment_years
        where academic_year = 2022 and phase = '${phase}'`);
      expect(sample?.['rate'], phase).toBeWithin(phase === 'special' ? 8 : 2.5, rate);
    }
  });

  it('has twelve districts, the deprived ones worse, each large enough for a rate', async () => {
    const districts = await database.runAndReadAll(`
      select district, avg((10 * absent >= possible)::int) as rate, count(*) as enrolments
      from enrolment_years where academic_year = 2024 group by district order by rate`);
    const found = districts.getRowObjects();
    expect(found).toHaveLength(12);
    for (const row of found) expect(Number(row['enrolments'])).toBeGreaterThan(400);
    const worst = found.slice(-4).map((row) => row['district']);
    expect(worst).toContain('E07000114');
  });

  it('has the register codes of 2024/25 in the mix of DfE attendance data for Kent', async () => {
    const kent = csv(yearToDate).find(
      (row) => row['la_name'] === 'Kent' && row['education_phase'] === 'Total',
    );
    const column = (code: string) =>
      Object.keys(kent ?? {}).find((name) => name.startsWith(`reason_${code}_`)) ?? '';
    const sample = await rows(`
      select ascii(code) as letter, length(code) as length, sum(n) as n, ascii(code[2]) as second,
        100 * sum(n) / (select sum(n) from marks join codes using (code) where possible and academic_year = 2024) as share
      from marks where academic_year = 2024 group by code`);
    const shareOf = (code: string) =>
      sample.find(
        (row) =>
          row['letter'] === code.charCodeAt(0) &&
          row['length'] === code.length &&
          (code.length === 1 || row['second'] === code.charCodeAt(1)),
      )?.['share'] ?? 0;
    for (const code of 'L I M R S T E C C1 J1 C2 B P V W K G U O N'.split(' ')) {
      const published =
        (100 * Number(kent?.[column(code.toLowerCase())])) / Number(kent?.['possible_sessions']);
      expect(shareOf(code), code).toBeWithin(0.02 + 0.25 * published, published);
    }
  });

  it('uses each register code only in the years it was in force, but for the faults', async () => {
    const [old] = await rows(`select sum(n) as n from marks where academic_year < 2024
      and code in ('K', 'C1', 'C2', 'J1', 'Q', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7')`);
    const [retired] = await rows(
      `select sum(n) as n from marks where academic_year = 2024 and code in ('J', 'H', 'Y', 'F')`,
    );
    expect(old?.['n']).toBe(0);
    expect(retired?.['n']).toBe(14);
  });

  it('is worst on Mondays and Fridays, and in December and January', async () => {
    const by = (what: string) =>
      rows(`select ${what} as part, avg(absent::int) as rate from read_parquet('${FOLDER}/attendance-2022-23.parquet')
        join codes using (code) where possible group by part order by rate desc`);
    const days = await by('isodow(date)');
    expect(new Set(days.slice(0, 2).map((row) => row['part']))).toEqual(new Set([1, 5]));
    const months = await by('month(date)');
    expect(months.slice(0, 3).map((row) => row['part'])).toContain(12);
    expect(months.at(-1)?.['part']).toBe(9);
  });
});

describe('young people of the sample county', () => {
  it('has NEET and not known of December to February as published, with a peak in September', async () => {
    const months = await rows(`
      select case when month(month) >= 9 then year(month) else year(month) - 1 end as academic_year, month(month) as month,
        100 * avg((activity_code in (540, 610, 615, 616, 619, 620, 630, 640, 650, 660, 670, 680))::int) as neet,
        100 * avg((activity_code in (810, 820, 830) or currency_lapsed)::int) as not_known
      from read_parquet('${FOLDER}/activities.parquet') join people using (person_id)
      where cohort_status = 'P' and activity_code <> 710
        and case when month(month) >= 9 then year(month) else year(month) - 1 end - cohort in (16, 17)
      group by all`);
    const kent = csv(neetScorecard).filter((row) => row['la_name'] === 'Kent');
    for (const year of [2022, 2023, 2024]) {
      const published = kent.find((row) => row['time_period'] === String(year + 1));
      const of = months.filter((row) => row['academic_year'] === year);
      const winter = of.filter((row) => [12, 1, 2].includes(row['month'] ?? 0));
      const mean = (name: string) => winter.reduce((sum, row) => sum + (row[name] ?? 0), 0) / 3;
      expect(mean('neet')).toBeWithin(0.4, Number(published?.['NEET_percent']));
      expect(mean('not_known')).toBeWithin(0.4, Number(published?.['Notknown_percent']));
      const september = of.find((row) => row['month'] === 9)?.['not_known'] ?? 0;
      expect(september).toBeGreaterThan(4 * mean('not_known'));
    }
  });

  it('gives a NEET start date exactly to NEET activities', async () => {
    const [wrong] = await rows(`
      select count(*) as n from read_parquet('${FOLDER}/activities.parquet')
      where (neet_since is not null) <> (activity_code in (540, 610, 615, 616, 619, 620, 630, 640, 650, 660, 670, 680))
        or neet_since > start_date`);
    expect(wrong?.['n']).toBe(0);
  });

  it('has absence, suspension, services and NEET go together', async () => {
    const [odds] = await rows(`
      with pupils as (
        select person_id, bool_or(10 * absent >= possible) as often_absent,
          person_id in (select person_id from read_parquet('${FOLDER}/exclusions.parquet')) as suspended,
          person_id in (select person_id from read_parquet('${FOLDER}/involvements.parquet') where service = 'child_in_need') as in_need,
          person_id in (select person_id from read_parquet('${FOLDER}/activities.parquet') where neet_since is not null) as neet
        from enrolment_years join people using (person_id) where academic_year = 2022 and academic_year - cohort in (14, 15)
        group by person_id)
      select avg(suspended::int) filter (often_absent) / avg(suspended::int) filter (not often_absent) as suspended,
        avg(in_need::int) filter (often_absent) / avg(in_need::int) filter (not often_absent) as in_need,
        avg(neet::int) filter (often_absent) / avg(neet::int) filter (not often_absent) as neet
      from pupils`);
    expect(odds?.['suspended']).toBeGreaterThan(2);
    expect(odds?.['in_need']).toBeGreaterThan(1.8);
    expect(odds?.['neet']).toBeGreaterThan(1.8);
  });
});

expect.extend({
  toBeWithin(received: number, margin: number, published: number) {
    const pass = Math.abs(received - published) <= margin;
    return {
      pass,
      message: () => `expected ${received} to be within ${margin} of the published ${published}`,
    };
  },
});

declare module 'vitest' {
  interface Matchers {
    toBeWithin(margin: number, published: number): void;
  }
}
