import { academicAge, type Person } from './people';
import type { Row } from './rows';
import { Random } from './random';

/** Share with an offer made, Kent, by the September the guarantee ends in. */
const OFFERS: Record<number, number> = {
  2021: 0.946,
  2022: 0.951,
  2023: 0.932,
  2024: 0.954,
  2025: 0.954,
};
/** Intended destinations that the return allows; their labels are not public. */
const DESTINATIONS = {
  '111': 52,
  '121': 6,
  '211': 25,
  '311': 7,
  '321': 3,
  '411': 3,
  '511': 2,
  '611': 2,
};

/** September Guarantee of Year 11 and Year 12, one row a person and academic year. */
export function makeGuarantees(
  people: readonly Person[],
  { seed, firstYear, lastYear }: { seed: number; firstYear: number; lastYear: number },
): Row[] {
  const rows: Row[] = [];
  for (let year = firstYear; year <= lastYear; year++) {
    const made = OFFERS[year + 1] ?? 0.954;
    for (const person of people) {
      const age = academicAge(person, year);
      if ((age !== 15 && age !== 16) || person.district < 0 || person.district > 11) continue;
      const random = new Random(seed, 60, person.index, year);
      const without = (1 - made) * Math.exp(0.8 * person.vulnerability - 0.3);
      const offer = random.chance(Math.min(0.7, without))
        ? random.of({ unsuitable: 8, none: 30, not_recorded: 62 })
        : 'made';
      rows.push({
        person_id: person.id,
        academic_year: year,
        year_group: age - 4,
        offer,
        intended_destination:
          age === 15 && random.chance(0.95) ? Number(random.of(DESTINATIONS)) : null,
      });
    }
  }
  return rows;
}
