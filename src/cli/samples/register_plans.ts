import { AbsenceBands, type CellKey } from './bands';
import { DISTRICTS } from './districts';
import { calendarOf } from './calendar';
import type { Enrolment } from './enrolments';
import { yearGroup } from './people';
import { Random } from './random';
import { possibleSessions, type RegisterPlan } from './registers';
import { timetableOf, type Timetable } from './timetable';

/** A register of one year with the absence it must show, and why. */
export interface PlannedRegister extends RegisterPlan {
  cell: CellKey;
  possible: [number, number];
  /** Standing in absence, higher is worse; then the place among like pupils, 0 to 1. */
  standing: number;
  place: number;
}

/** The random stream of a register: planning and filling in must begin alike. */
export function registerRandom(
  { person, school, start }: Enrolment,
  year: number,
  seed: number,
): Random {
  return new Random(seed, 20, person.index, year, school.id, start);
}

/** How an enrolment stands in absence: habit, vulnerability, the school, the place and the services involved. */
function standing({ person, school }: Enrolment, part: boolean, random: Random): number {
  return (
    0.55 * person.absenceHabit +
    0.3 * person.vulnerability +
    0.2 * school.effect +
    0.15 * (DISTRICTS[school.district]?.deprivation ?? 0) +
    (person.care.inNeed ? 0.45 : 0) +
    (person.care.protection ? 0.25 : 0) -
    (person.care.lookedAfter ? 0.7 : 0) -
    (school.selective ? 0.5 : 0) +
    (part ? 0.3 : 0) +
    0.6 * random.normal()
  );
}

/**
 * Plans the registers of a year for all enrolments from Reception to Year 11 that have a day in it,
 * sorted by school and person. Each takes its absence from the published bands of pupils like it.
 */
export function planRegisters(
  enrolments: readonly Enrolment[],
  year: number,
  seed: number,
): PlannedRegister[] {
  const timetables = new Map<number, Timetable>();
  const { days: weekdays } = calendarOf(year);
  const [first, last] = [weekdays[0] ?? 0, weekdays[194] ?? 0];
  const marks = new Int8Array(2 * weekdays.length);
  const plans: PlannedRegister[] = [];
  for (const enrolment of enrolments) {
    const { person, school, start, end } = enrolment;
    const group = yearGroup(person, year);
    if (group < 0 || group > 11 || start > last || (end !== null && end < first)) continue;
    const timetable = timetables.get(school.id) ?? timetableOf(school, year, seed);
    timetables.set(school.id, timetable);
    const { days } = timetable;
    const from = days.findIndex((day) => day >= start);
    const after = end === null ? -1 : days.findIndex((day) => day > end);
    const to = after < 0 ? days.length : after;
    if (from < 0 || from >= to) continue;
    const split = group === 11 ? Math.min(to, Math.max(from, timetable.term6)) : to;
    const random = new Random(seed, 22, person.index, year, school.id, start);
    const part = to - from < 130;
    const plan: PlannedRegister = {
      enrolment, yearGroup: group, timetable, from, to, split, suspensions: [], missed: [0, 0], possible: [0, 0],
      standing: standing(enrolment, part, random), place: 0,
      cell: {
        phase: school.phase,
        freeSchoolMeals: person.freeSchoolMeals,
        need: person.sen !== 'N',
        sex: person.sex,
        yearGroup: group,
        unsettled: part && random.chance(0.2),
      },
    }; // prettier-ignore
    plan.possible = possibleSessions(marks, plan, registerRandom(enrolment, year, seed));
    plans.push(plan);
  }
  rank(plans, year, seed);
  return plans.sort(
    (a, b) =>
      a.enrolment.school.id - b.enrolment.school.id ||
      a.enrolment.person.id - b.enrolment.person.id ||
      a.from - b.from,
  );
}

/** Places each enrolment among those of its published cell, then gives it the sessions to miss. */
function rank(plans: readonly PlannedRegister[], year: number, seed: number): void {
  const cells = new Map<string, PlannedRegister[]>();
  for (const plan of plans) {
    const name = AbsenceBands.cellName(plan.cell);
    const known = cells.get(name);
    if (known) known.push(plan);
    else cells.set(name, [plan]);
  }
  const bands = new AbsenceBands(year);
  for (const alike of cells.values()) {
    alike.sort((a, b) => a.standing - b.standing);
    alike.forEach((plan, i) => {
      const random = new Random(seed, 21, plan.enrolment.person.index, year, plan.from);
      plan.place = (i + random.next()) / alike.length;
      const [before, after] = plan.possible;
      const missed = bands.absences(plan.cell, plan.place, before);
      plan.missed = [missed, before > 0 ? Math.round((missed / before) * after) : 0];
    });
  }
}
