import type { Enrolment } from './enrolments';
import { type Random } from './random';
import type { Row } from './rows';
import type { Phase } from './schools';

/** Chance of one or more suspensions in a year for an average pupil, set to Kent's 2023/24 rates. */
const CHANCE: Record<Phase, number> = {
  primary: 0.004,
  secondary: 0.026,
  special: 0.018,
  alternative: 0.05,
};
/** Suspensions rose year by year: 5.1, 6.8 and 8.1 per 100 pupils in 2021/22 to 2023/24. */
const GROWTH: Record<number, number> = { 2021: 0.68, 2022: 0.86, 2023: 1, 2024: 1.04 };

const REASONS = {
  DB: 48, VA: 16, PP: 17, PA: 6, VP: 5, DA: 4, DM: 3, OW: 3, BU: 1.5, RA: 1.5, MT: 1.5, SM: 1, TH: 1,
  LG: 0.7, PH: 0.3, DS: 0.2,
}; // prettier-ignore

function reasons(random: Random): Pick<Row, 'reason_1' | 'reason_2' | 'reason_3'> {
  const chosen = new Set([random.of(REASONS)]);
  if (random.chance(0.3)) chosen.add(random.of(REASONS));
  if (random.chance(0.06)) chosen.add(random.of(REASONS));
  const [reason_1, reason_2 = null, reason_3 = null] = chosen;
  return { reason_1, reason_2, reason_3 };
}

/**
 * The suspensions and exclusions of one pupil in one year. The vulnerable and the often absent are
 * suspended more, boys more than girls, and some again and again.
 *
 * @param place standing among like pupils by absence, 0 least to 1 most
 * @param missed sessions the pupil misses in all: suspensions are part of them
 */
export function suspend(
  enrolment: Enrolment,
  { days, from, to, year, group, place, missed, random }: {
    days: Int32Array; from: number; to: number; year: number; group: number; place: number; missed: number; random: Random;
  }, // prettier-ignore
): { placed: { day: number; sessions: number }[]; rows: Row[] } {
  const { person, school } = enrolment;
  const placed: { day: number; sessions: number }[] = [];
  const rows: Row[] = [];
  if (group < 1) return { placed, rows };
  const risk =
    0.75 * person.vulnerability +
    1.4 * (place - 0.5) +
    (person.sex === 'M' ? 0.25 : -0.25) +
    (person.sen === 'N' ? 0 : 0.6) +
    (person.freeSchoolMeals ? 0.4 : 0) +
    (person.care.inNeed ? 0.5 : 0) +
    (person.care.offending ? 1 : 0);
  const share = (to - from) / 190;
  const chance = CHANCE[school.phase] * (GROWTH[year] ?? 1) * share * Math.exp(risk);
  const row = (day: number) => ({
    person_id: person.id,
    school_id: school.id,
    start_date: days[day] ?? 0,
  });
  if (random.chance(Math.min(0.6, chance))) {
    let left = missed;
    for (let n = 1 + random.poisson(0.85 + 0.2 * Math.max(0, risk)); n > 0 && left > 1; n--) {
      const sessions = Math.min(left, 2 * random.between(1, 4) - (random.chance(0.2) ? 1 : 0));
      const day = random.between(from, to - 1);
      left -= sessions;
      placed.push({ day, sessions });
      rows.push({ ...row(day), kind: 'suspension', sessions, ...reasons(random) });
    }
  }
  if (group >= 3 && random.chance(0.03 * Math.min(0.5, chance) * 0.2)) {
    rows.push({
      ...row(random.between(from, to - 1)),
      kind: 'permanent',
      sessions: null,
      ...reasons(random),
    });
  }
  return { placed, rows };
}
