import { AGE_WEIGHTS, DISTRICTS } from './districts';
import { calendarOf } from './calendar';
import type { Row } from './rows';
import { districtCode, type Person } from './people';
import { Random } from './random';
import type { School } from './schools';

/** The schools table. */
export function schoolRows(schools: readonly School[]): Row[] {
  return schools.map(({ id, name, phase, district }) => ({
    school_id: id,
    name,
    phase,
    district: districtCode(district),
  }));
}

/** The six terms of each academic year. */
export function calendarRows(firstYear: number, lastYear: number): Row[] {
  const rows: Row[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    for (const { term, start, end } of calendarOf(year).terms) {
      rows.push({ academic_year: year, term, start_date: start, end_date: end });
    }
  }
  return rows;
}

/** Mid-year populations in the size of this county: what the people table was drawn from. */
export function populationRows(people: number, firstYear: number, lastYear: number): Row[] {
  const rows: Row[] = [];
  const ages = AGE_WEIGHTS.reduce((sum, weight) => sum + weight, 0);
  const places = DISTRICTS.reduce((sum, district) => sum + district.weight, 0);
  for (let year = firstYear; year <= lastYear + 1; year++) {
    for (const district of DISTRICTS) {
      for (let age = 0; age <= 25; age++) {
        // At the end of the last year most are a year older than their academic age, and the weights
        // begin at academic age -1; a cohort was a year younger the year before.
        const place = Math.min(25, Math.max(0, age + (lastYear + 1 - year)));
        const here = (people * district.weight * (AGE_WEIGHTS[place] ?? 0)) / (places * ages);
        rows.push(
          { district: district.code, year, age, sex: 'F', population: Math.round(here * 0.488) },
          { district: district.code, year, age, sex: 'M', population: Math.round(here * 0.512) },
        );
      }
    }
  }
  return rows;
}

/** Targets for the last year, as shares; a floor is the worst value that is still amber. */
export function targetRows(lastYear: number): Row[] {
  const year = `${lastYear}-${String((lastYear + 1) % 100).padStart(2, '0')}`;
  const winter = `${lastYear + 1}-djf`;
  const county: [string, string, number, number][] = [
    ['neet', winter, 0.032, 0.04],
    ['not_known', winter, 0.025, 0.04],
    ['neet_or_not_known', winter, 0.057, 0.08],
    ['persistent_absence', year, 0.18, 0.21],
    ['severe_absence', year, 0.02, 0.026],
    ['overall_absence', year, 0.065, 0.075],
  ];
  const rows: Row[] = county.map(([measure, period, target, floor]) => ({
    measure,
    district: null,
    period,
    target,
    floor,
  }));
  for (const { code, deprivation } of DISTRICTS) {
    const target = Math.round((0.18 + 0.03 * deprivation) * 1000) / 1000;
    rows.push({
      measure: 'persistent_absence',
      district: code,
      period: year,
      target,
      floor: Math.round((target + 0.03) * 1000) / 1000,
    });
  }
  return rows;
}

/** People who objected or were erased: one in three thousand, and never fewer than three. */
export function restrictedPeople(people: readonly Person[], seed: number): Row[] {
  const random = new Random(seed, 80);
  const chosen = new Set<number>();
  while (chosen.size < Math.min(people.length, Math.max(3, Math.round(people.length / 3000)))) {
    chosen.add(random.pick(people).id);
  }
  return [...chosen].sort((a, b) => a - b).map((person_id) => ({ person_id }));
}
