import type { TermDates } from '../county';

/**
 * Kent County Council's six terms, as schools that follow its pattern publish them; academies may
 * differ. To be confirmed: a loaded `calendar` table always takes precedence.
 */
const dates: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  '2023-24': [
    ['2023-09-01', '2023-10-20'],
    ['2023-10-30', '2023-12-20'],
    ['2024-01-03', '2024-02-09'],
    ['2024-02-19', '2024-03-28'],
    ['2024-04-15', '2024-05-24'],
    ['2024-06-03', '2024-07-19'],
  ],
  '2024-25': [
    ['2024-09-02', '2024-10-25'],
    ['2024-11-04', '2024-12-20'],
    ['2025-01-06', '2025-02-14'],
    ['2025-02-24', '2025-04-04'],
    ['2025-04-22', '2025-05-23'],
    ['2025-06-02', '2025-07-22'],
  ],
  '2025-26': [
    ['2025-09-01', '2025-10-17'],
    ['2025-10-27', '2025-12-19'],
    ['2026-01-05', '2026-02-13'],
    ['2026-02-23', '2026-04-02'],
    ['2026-04-20', '2026-05-22'],
    ['2026-06-01', '2026-07-21'],
  ],
};

export const kentTermDates: readonly TermDates[] = Object.entries(dates).flatMap(
  ([academicYear, terms]) =>
    terms.map(([start, end], index) => ({
      academicYear,
      term: (index + 1) as TermDates['term'],
      start,
      end,
    })),
);
