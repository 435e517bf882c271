import { DISTRICTS } from './districts';
import { Random } from './random';

export type Phase = 'primary' | 'secondary' | 'special' | 'alternative';

/** A synthetic school. */
export interface School {
  id: number;
  name: string;
  phase: Phase;
  /** Place in DISTRICTS. */
  district: number;
  /** Mean income deprivation decile of those it takes, 1 the most deprived. */
  decile: number;
  /** A grammar school: Kent selects at eleven. */
  selective: boolean;
  /** Relative size. */
  weight: number;
  /** Its own part in absence, in standard deviations. */
  effect: number;
  /** Which of the patterns of training days it keeps, 0 to 6. */
  pattern: number;
}

/** Schools of the real county for each phase, and the fewest that let every district have some. */
const COUNTS: Record<Phase, { county: number; fewest: number }> = {
  primary: { county: 459, fewest: 36 },
  secondary: { county: 104, fewest: 24 },
  special: { county: 27, fewest: 8 },
  alternative: { county: 6, fewest: 3 },
};

/** People aged 0 to 25 of the real county, about. */
export const COUNTY_PEOPLE = 480_000;

/** Makes the schools, district by district. A smaller county has fewer and smaller schools. */
export function makeSchools(people: number, seed: number): School[] {
  const schools: School[] = [];
  const total = DISTRICTS.reduce((sum, d) => sum + d.weight, 0);
  const scale = Math.pow(people / COUNTY_PEOPLE, 0.75);
  for (const phase of Object.keys(COUNTS) as Phase[]) {
    const { county, fewest } = COUNTS[phase];
    const wanted = Math.max(fewest, Math.round(county * scale));
    let due = 0;
    DISTRICTS.forEach((district, place) => {
      due += (wanted * district.weight) / total;
      const atLeast = phase === 'primary' ? 3 : phase === 'secondary' ? 2 : 0;
      const here = Math.max(atLeast, Math.round(due));
      due -= here;
      for (let i = 0; i < here; i++) {
        const random = new Random(seed, 3, schools.length);
        const selective = phase === 'secondary' && i % 3 === 1;
        schools.push({
          // No real URN is this high.
          id: 900_000 + schools.length * 7 + random.between(1, 6),
          name: `Sample ${phase} ${schools.length + 1}`,
          phase,
          district: place,
          decile: 5.5 - 2.6 * district.deprivation + (selective ? 2 : 0) + 1.6 * random.normal(),
          selective,
          weight: Math.exp(0.35 * random.normal()),
          effect: random.normal(),
          pattern: random.between(0, 6),
        });
      }
    });
  }
  return schools;
}
