import { NEW_CODES_FROM, registerCode } from './codes';
import { weekdayOf } from './dates';
import type { Random } from './random';
import type { RegisterPlan } from './registers';

export const MORNING = registerCode('/');
export const AFTERNOON = registerCode('\\');
const LATE = registerCode('L');
const code = registerCode;

/** Late marks, visits, work experience, sport and education off site: all among those present. */
export function attend(marks: Int8Array, plan: RegisterPlan, random: Random): void {
  const { timetable, from, to, yearGroup, enrolment } = plan;
  const { phase } = enrolment.school;
  const newCodes = (timetable.days[from] ?? 0) >= NEW_CODES_FROM;
  const there = (s: number) => marks[s] === MORNING || marks[s] === AFTERNOON;
  const put = (day: number, half: number, value: number) => {
    if (day >= from && day < to && there(2 * day + half)) marks[2 * day + half] = value;
  };
  for (const event of timetable.events) {
    if (event.yearGroup !== yearGroup || !random.chance(event.share)) continue;
    for (let day = event.from; day < event.to; day++)
      for (const half of [0, 1]) put(day, half, event.code);
  }
  const secondary = phase === 'secondary';
  if (random.chance(secondary ? 0.07 : 0.05)) {
    for (let n = random.poisson(secondary ? 8 : 6); n > 0; n--)
      put(random.between(from, to - 1), 1, code('P'));
  }
  const offSite = phase === 'special' ? 0.08 : secondary && yearGroup >= 10 ? 0.035 : 0.005;
  if (random.chance(offSite)) {
    const weekday = random.between(0, 4);
    const value = code(newCodes && random.chance(0.12) ? 'K' : 'B');
    for (let day = from; day < to; day++) {
      if (weekdayOf(timetable.days[day] ?? 0) === weekday)
        for (const half of [0, 1]) put(day, half, value);
    }
  }
  if (!newCodes && yearGroup >= 10 && random.chance(0.04))
    put(random.between(from, to - 1), 1, code('J'));
  const habit = Math.exp(0.45 * enrolment.person.vulnerability + 0.9 * random.normal() - 0.55);
  const late = (secondary ? 0.0362 : phase === 'special' ? 0.01 : 0.0126) * habit;
  for (let n = random.poisson(Math.min(60, late * 2 * (to - from))); n > 0; n--) {
    put(random.between(from, to - 1), random.chance(secondary ? 0.72 : 0.97) ? 0 : 1, LATE);
  }
  if (yearGroup === 11 && random.chance(0.4)) study(marks, plan, random);
}

/** Study leave in June, for those sitting public examinations. */
function study(marks: Int8Array, { timetable, from, to }: RegisterPlan, random: Random): void {
  for (let day = Math.max(from, timetable.term6 + 4); day < to; day++) {
    if (!random.chance(0.35)) continue;
    for (const s of [2 * day, 2 * day + 1])
      if (marks[s] === MORNING || marks[s] === AFTERNOON) marks[s] = code('S');
  }
}
