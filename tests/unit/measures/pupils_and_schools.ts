import type { Rows } from '../marts/engine_with_rows';

/** So many equal marks of a register. */
export const times = (code: string, count: number): string[] =>
  Array.from({ length: count }, () => code);

/** Pupils born in January 2012, who are in Year 8 in 2024/25. */
export const pupils = (...numbers: number[]): Rows =>
  numbers.map((person_no) => ({
    person_no,
    birth_month: '2012-01-01',
    home_district: 'E07000105',
  }));

export const schools: Rows = [
  { school_id: 1, phase: 'secondary', district: 'E07000105' },
  { school_id: 2, phase: 'secondary', district: 'E07000114' },
  { school_id: 3, phase: 'alternative', district: 'E07000114' },
];

/** The terms of two academic years; 2023/24 has its sixth alone. */
export const calendar: Rows = [
  { academic_year: 2023, term: 1, start_date: '2023-09-04', end_date: '2023-10-20' },
  { academic_year: 2023, term: 6, start_date: '2024-06-03', end_date: '2024-07-19' },
  { academic_year: 2024, term: 1, start_date: '2024-09-02', end_date: '2024-10-25' },
  { academic_year: 2024, term: 2, start_date: '2024-11-04', end_date: '2024-12-20' },
  { academic_year: 2024, term: 3, start_date: '2025-01-06', end_date: '2025-02-14' },
  { academic_year: 2024, term: 6, start_date: '2025-06-02', end_date: '2025-07-22' },
];
