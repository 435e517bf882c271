import type { ExtractFolder } from './extract_folder';
import type { CountyFiles } from './reference/reference_county';

/** The day the small county's extracts stand at. */
export const extractDate = '2025-07-31';

/** Six terms of two weeks each in two years: as few sessions as show every rule. */
const terms = [
  ['09-02', '11-04', '01-06', '02-24', '04-21', '06-02'],
  ['09-04', '10-30', '01-08', '02-19', '04-15', '06-03'],
] as const;

const codes = ['/', '\\', 'L', 'K', 'V', 'P', 'W', 'B'];
const away = ['I', 'M', 'C', 'E', 'S', 'R', 'T', 'C1', 'C2', 'J1', 'G', 'U', 'O', 'N'];
const apart = ['D', 'X', 'Q', 'Y1', 'Y3', 'Y7', 'Z', '#'];
const activityCodes = [
  ...[
    110, 210, 210, 220, 230, 240, 250, 260, 270, 280, 290, 310, 320, 330, 340, 350, 360, 380, 381,
  ],
  ...[
    410, 430, 440, 450, 460, 530, 540, 550, 610, 615, 616, 619, 620, 630, 640, 650, 660, 670, 680,
  ],
  ...[710, 810, 820, 830],
];
const services = ['early_help', 'child_in_need', 'looked_after', 'youth_justice', 'referral'];

/**
 * Writes a county of 400 invented people whose characteristics, sessions and spells follow from their
 * numbers, so that every code, every kind of school and every rule of scope occurs. Registers come in
 * two files a year's half apart, schools and the calendar as CSV.
 */
export async function writeSmallCounty(folder: ExtractFolder): Promise<CountyFiles> {
  await makeTables(folder);
  const metadata = { extracted_on: extractDate, source: 'invented' };
  const table = async (name: string, options: { as?: string; query?: string } = {}) =>
    folder.parquetFrom(name, options.query ?? `select * from ${name}`, {
      metadata,
      as: options.as ?? `${name}.parquet`,
    });
  const registers = (year: number) =>
    table('attendance', {
      as: `attendance-${year}.parquet`,
      query: `select * from attendance where date between '${year}-08-01' and '${year + 1}-07-31' order by date, person_id`,
    });
  return {
    people: [await table('people')],
    schools: [await table('schools')],
    enrolments: [await table('enrolments')],
    attendance: [await registers(2023), await registers(2024)],
    activities: [await table('activities')],
    involvements: [await table('involvements')],
    restrictions: [await table('restrictions')],
    calendar: [await folder.csv('calendar', calendarRows())],
  };
}

function calendarRows() {
  return terms.flatMap((starts, back) =>
    starts.map((start, index) => {
      const academic_year = 2024 - back;
      const start_date = `${academic_year + (index < 2 ? 0 : 1)}-${start}`;
      const end = new Date(Date.parse(start_date) + 11 * 86_400_000);
      return {
        academic_year,
        term: index + 1,
        start_date,
        end_date: end.toISOString().slice(0, 10),
      };
    }),
  );
}

async function makeTables({ native }: ExtractFolder): Promise<void> {
  const list = (values: readonly (string | number)[]) =>
    `[${values.map((value) => (typeof value === 'number' ? value : `'${value}'`)).join(', ')}]`;
  const one = (values: readonly (string | number)[], index: string) =>
    `${list(values)}[(${index}) % ${values.length} + 1]`;
  const days = calendarRows().map(({ start_date }) => `date '${start_date}'`);
  await native.run(`
    create table schools as
    select * from (values
      (118001, 'primary', 'E07000105'), (118002, 'secondary', 'E07000106'), (118003, 'special', 'E07000107'),
      (118004, 'alternative', 'E07000105'), (118005, 'secondary', 'E06000035'), (118006, 'secondary', 'E07000105')
    ) as schools (school_id, phase, district);

    create table people as
    select
      (1000 + n)::integer as person_id,
      -- birth months from September 1999 on, so that some are past 25; one a month
      (date '1999-09-01' + n // 2 * interval 1 month + n // 250 * interval 52 month)::date as birth_month,
      ${one(['F', 'M', 'F', 'M', 'U', 'W'], 'n * 7 // 3')} as sex,
      ${one(['WBRI', 'WROM', 'MWBC', 'AIND', 'CHNE', 'BCRB', 'OOTH', 'REFU'], 'n * 5 // 2')} as ethnicity,
      case when n % 17 = 0 then null else ${one(['N', 'N', 'K', 'E'], 'n // 3')} end as sen,
      case when n % 19 = 0 then null else n % 4 = 1 end as free_school_meals,
      case
        when n % 23 = 0 then null
        when n % 29 = 0 then 'E06000035'
        else 'E0' || (7000105 + n % 12)
      end as home_district
    from range(400) as numbers (n);

    create table pupils as
    select
      person_id,
      person_id - 1000 as n,
      academic_year,
      datesub('year', birth_month, make_date(academic_year, 8, 31)) as age
    from people
    cross join (values (2023), (2024)) as years (academic_year);

    create table enrolments as
    select
      person_id,
      case
        when n % 13 = 0 then 118004
        when n % 11 = 0 then 118003
        when n % 31 = 0 then 118005
        when age <= 10 then 118001
        when n % 2 = 0 then 118002
        else 118006
      end as school_id,
      -- a few come in the second half of the summer term only
      case when n % 37 = 0 then make_date(academic_year + 1, 6, 3) else make_date(academic_year, 9, 1) end as start_date,
      make_date(academic_year + 1, 7, 31) as end_date,
      age - 4 as year_group,
      case when n % 41 = 0 then 'guest' else 'main' end as registration,
      n % 43 = 0 as boarder,
      n,
      age
    from pupils
    where age between 3 and 16;
    -- who moves in February has a second enrolment, judged alone
    insert into enrolments
    select
      person_id,
      case when age <= 10 then 118003 else 118006 end,
      make_date(academic_year + 1, 2, 20),
      null,
      age - 4,
      'main',
      false,
      n,
      age
    from pupils
    where age between 5 and 15 and n % 9 = 4 and n % 11 <> 0 and n % 13 <> 0 and n % 37 <> 0 and (age <= 10 or n % 2 = 0);

    create table attendance as
    with
    dates as (
      select distinct (first_day + step::integer) as date
      from (select unnest([${days.join(', ')}]) as first_day)
      cross join range(12) as steps (step)
      where isodow(first_day + step::integer) <= 5
    ),
    register as (
      select
        person_id,
        school_id,
        date,
        case when half = 0 then 'AM' else 'PM' end as "session",
        n,
        (date - date '2023-09-01') * 2 + half as moment,
        row_number() over (partition by person_id, school_id, start_date order by date, half) as ordinal,
        -- people miss none, 1, 5, 10, 20 or 60 sessions in a hundred
        ${one([0, 5, 10, 20, 60, 10, 1], 'n')} as often
      from enrolments
      join dates on date >= start_date
        and date <= coalesce(end_date, make_date(year(start_date), 7, 31))
      cross join range(2) as halves (half)
    )
    select
      person_id,
      school_id,
      date,
      "session",
      case
        -- a few have no possible session, or miss exactly one in ten, or exactly half
        when n % 53 = 5 then 'D'
        when n % 14 = 5 then case when ordinal % 10 = 3 then 'I' else 'L' end
        when n % 45 = 1 then case when ordinal % 2 = 0 then 'O' else 'V' end
        when (n * 31 + moment * 17) % 100 < often then
          case when date < '2024-08-19' then ${one(['I', 'H', 'G', 'O', 'M', 'C'], 'n + moment')} else ${one(away, 'n + moment')} end
        when (n + moment * 13) % 40 = 0 then
          case when date < '2024-08-19' then ${one(['D', 'X', 'Y', 'Z', 'J'], 'n + moment')} else ${one(apart, 'n + moment')} end
        when (n + moment) % 25 = 0 then
          case when date < '2024-08-19' then ${one(['L', 'V', 'B', 'J'], 'n + moment')} else ${one(codes, 'n + moment')} end
        when "session" = 'AM' then '/'
        else '\\'
      end as code
    from register;
    alter table enrolments drop column n;
    alter table enrolments drop column age;

    create table activities as
    select
      person_id,
      month::date as month,
      ${one(activityCodes, 'person_id * 3 + month_no * (person_id % 3)')}::smallint as activity_code,
      (person_id + month_no) % 5 = 0 as currency_lapsed,
      case when person_id % 47 = 0 then ${one(['T', 'L', 'G'], 'person_id // 47')} when person_id % 2 = 0 then 'P' end as cohort_status,
      case when person_id % 6 = 0 then 'E0' || (7000105 + person_id % 5) end as district
    from people
    cross join (values
      (0, date '2023-12-01'), (1, date '2024-01-01'), (2, date '2024-02-01'), (3, date '2024-09-01'),
      (4, date '2024-12-01'), (5, date '2025-01-01'), (6, date '2025-02-01'), (7, date '2025-03-01')
    ) as months (month_no, month)
    where datesub('year', birth_month, month) between 14 and 19;

    create table involvements as
    select
      person_id,
      ${one(services, 'person_id // 2 + spell')} as service,
      (date '2023-01-10' + (person_id * 37 % 700 + spell * 61))::date as start_date,
      case
        when (person_id + spell) % 3 = 0 then null
        when (person_id + spell) % 7 = 1 then (date '2023-01-10' + (person_id * 37 % 700 + spell * 61))::date
        -- some end on the very last day of a month
        when (person_id + spell) % 7 = 2 then last_day(date '2023-01-10' + (person_id * 37 % 700 + spell * 61 + 90))
        else (date '2023-01-10' + (person_id * 37 % 700 + spell * 61 + person_id % 200))::date
      end as end_date
    from people
    cross join (values (0), (1)) as spells (spell)
    where person_id % 3 <> 0;

    create table restrictions as
    select person_id from people where person_id % 50 = 7;`);
}
