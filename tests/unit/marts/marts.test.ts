import { describe, expect, it } from 'vitest';
import { openRows } from '../../../src/lib/engine/rows';
import { sql } from '../../../src/lib/engine/sql';
import { marts, martsAfter } from '../../../src/lib/marts/marts';
import { engineWithRows, register, type Rows } from './engine_with_rows';

const person = (no: number, birth_month: string, more: Record<string, string | boolean> = {}) => ({
  person_no: no,
  birth_month,
  sex: 'F',
  home_district: 'E07000105',
  ...more,
});
const schools: Rows = [
  { school_id: 118000, phase: 'primary', district: 'E07000105' },
  { school_id: 118001, phase: 'secondary', district: 'E07000106' },
];
const times = (code: string, count: number): string[] => Array.from({ length: count }, () => code);

describe('terms without a calendar', () => {
  it('are found from gaps of four or more weekdays without a session', async () => {
    const blocks = [
      '2024-09-02',
      '2024-11-04',
      '2025-01-06',
      '2025-02-24',
      '2025-04-22',
      '2025-06-02',
    ];
    const engine = await engineWithRows({
      people: [person(1, '2014-01-01')],
      schools,
      attendance: blocks.flatMap((monday) => register(1, 118000, monday, times('/', 40))),
    });
    const found = openRows(
      await engine.ask(
        sql`select term, min(date)::varchar as first, count(*)::integer as days from session_days group by term order by term`,
      ),
    );
    expect(found).toEqual(blocks.map((first, index) => ({ term: index + 1, first, days: 20 })));
  });

  it('do not break at a gap of three weekdays', async () => {
    const engine = await engineWithRows({
      people: [person(1, '2014-01-01')],
      schools,
      attendance: [
        ...register(1, 118000, '2024-09-02', times('/', 4)), // Monday, Tuesday; back on Monday the 9th
        ...register(1, 118000, '2024-09-09', times('/', 10)),
      ],
    });
    const found = openRows(await engine.ask(sql`select distinct term from session_days`));
    expect(found).toEqual([{ term: 1 }]);
  });
});

describe('enrolment_periods', () => {
  it('has totals that equal the sum of the terms, and drops term 6 of Year 11 only', async () => {
    const calendar: Rows = [
      { academic_year: 2024, term: 5, start_date: '2025-04-22', end_date: '2025-05-23' },
      { academic_year: 2024, term: 6, start_date: '2025-06-02', end_date: '2025-07-22' },
    ];
    const attendance = [1, 2].flatMap((no) => [
      ...register(no, 118001, '2025-04-28', [...times('/', 18), 'I', 'I']),
      ...register(no, 118001, '2025-06-02', times('O', 20)),
    ]);
    const engine = await engineWithRows({
      people: [person(1, '2009-01-01'), person(2, '2010-01-01')], // 15 and 14 on 31 August 2024
      schools,
      calendar,
      attendance,
    });
    const years = openRows(
      await engine.ask(
        sql`select person_no, year_group, possible, absent from enrolment_periods where period = 'year' order by person_no`,
      ),
    );
    expect(years).toEqual([
      { person_no: 1, year_group: 11, possible: 20, absent: 2 },
      { person_no: 2, year_group: 10, possible: 40, absent: 22 },
    ]);
  });
});

describe('building only what changed', () => {
  const names = (changed: string[]): string[] =>
    martsAfter(new Set(changed)).map(({ name }) => name);

  it('follows what each mart reads, and leaves the rest standing', () => {
    expect(names(['loaded_attendance'])).toContain('enrolment_periods');
    expect(names(['loaded_attendance'])).not.toContain('service_months');
    expect(names(['loaded_involvements'])).toEqual(
      expect.arrayContaining(['service_spells', 'service_months', 'people_years']),
    );
    expect(names(['loaded_involvements'])).not.toContain('register_sessions');
    expect(names([])).toEqual([]);
  });

  it('takes everything when a district may be new, or the extract date moves', () => {
    expect(names(['loaded_people'])).toHaveLength(marts.length);
    expect(names(['settings'])).toContain('enrolment_periods');
  });

  it('every mart names its grain and source, and reads only what stands before it', () => {
    const before = new Set<string>();
    for (const mart of marts) {
      expect(mart.grain).not.toBe('');
      expect(mart.source).not.toBe('');
      for (const other of marts) {
        if (mart.reads.has(other.name)) expect(before).toContain(other.name);
      }
      before.add(mart.name);
    }
  });
});
