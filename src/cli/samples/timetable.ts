import { calendarOf } from './calendar';
import { NEW_CODES_FROM, registerCode } from './codes';
import { monthOf, weekdayOf, type Day } from './dates';
import { Random } from './random';
import type { School } from './schools';

/** A whole-school or whole-year-group happening: the code written for those who are there. */
interface Event {
  from: number;
  to: number;
  yearGroup: number;
  code: number;
  share: number;
}

/** One school's year: the days it keeps a register, and what happens on them. */
export interface Timetable {
  days: Int32Array;
  /** Code that replaces every mark of the day (closed), else -1. */
  closed: Int8Array;
  /** Running sums of how likely illness, holidays and other absence are to begin on each day. */
  illness: Float64Array;
  holiday: Float64Array;
  other: Float64Array;
  /** Place of the first day of term 6. */
  term6: number;
  events: Event[];
}

/** How much likelier absence is on each weekday: Fridays and Mondays are the worst. */
const WEEKDAY = [1.2, 0.9, 0.86, 0.97, 1.5];
/** Illness by month, January first: colds and flu from November to February. */
const ILLNESS = [1.35, 1.15, 1.05, 0.85, 0.8, 0.85, 0.75, 0.7, 0.65, 0.85, 1.2, 1.55];
/** Holidays in term, by month: the weeks next to the long breaks and all of July. */
const HOLIDAY = [0.5, 0.9, 1, 0.9, 1.2, 2.1, 3.2, 1, 1.4, 1.1, 0.6, 1.2];

function running(days: readonly Day[], weight: (day: Day, i: number) => number): Float64Array {
  const sums = new Float64Array(days.length + 1);
  days.forEach((day, i) => (sums[i + 1] = (sums[i] ?? 0) + weight(day, i)));
  return sums;
}

/** Five of the 195 days are for training: most schools close on the first, the rest differ. */
const TRAINING: readonly (readonly number[])[] = [
  [0, 1, 38, 73, 194],
  [0, 1, 73, 74, 193],
  [0, 37, 73, 130, 194],
  [0, 1, 72, 103, 194],
  [0, 38, 73, 160, 194],
  [0, 1, 37, 130, 131],
  [0, 1, 73, 193, 194],
];

/** Makes the timetable of a school for an academic year. */
export function timetableOf(school: School, year: number, seed: number): Timetable {
  const random = new Random(seed, 10, school.id, year);
  const { days: weekdays, terms } = calendarOf(year);
  const training = new Set(TRAINING[school.pattern]);
  // A tenth of schools mark planned closures in the register; the others have no rows for them.
  const marksClosure = random.chance(0.06);
  const days = weekdays.filter((_, i) => marksClosure || !training.has(i));
  const closed = new Int8Array(days.length).fill(-1);
  weekdays.forEach((day, i) => {
    if (marksClosure && training.has(i)) closed[days.indexOf(day)] = registerCode('#');
  });
  const newCodes = (days[0] ?? 0) >= NEW_CODES_FROM;
  if (random.chance(0.22)) {
    // Snow, a burst pipe, a power cut: all closed for a day or two.
    const from = random.between(60, days.length - 30);
    const code = registerCode(newCodes ? random.pick(['Y2', 'Y4', 'Y4', 'Y4']) : 'Y');
    closed.fill(code, from, from + random.between(1, 2));
  }
  const events: Event[] = [];
  const secondary = school.phase === 'secondary';
  const groups = school.phase === 'primary' ? [0, 6] : secondary ? [7, 11] : [0, 11];
  for (let yearGroup = groups[0] as number; yearGroup <= (groups[1] as number); yearGroup++) {
    const visits = random.poisson(secondary ? 1.15 : 1.7);
    for (let i = 0; i < visits; i++) {
      const from = random.between(10, days.length - 6);
      const long = random.chance(0.2) ? random.between(3, 5) : 1;
      events.push({
        from,
        to: from + long,
        yearGroup,
        code: registerCode('V'),
        share: long > 1 ? 0.45 : 0.85,
      });
    }
    if (newCodes && random.chance(0.004)) {
      const from = random.between(10, days.length - 6);
      events.push({
        from,
        to: from + 1,
        yearGroup,
        code: registerCode(random.pick(['Y3', 'Y6', 'Y7'])),
        share: 1,
      });
    }
  }
  // A week of work experience, which three in five take up.
  if (secondary) {
    const from = days.length - random.between(6, 16);
    events.push({ from, to: from + 5, yearGroup: 10, code: registerCode('W'), share: 0.6 });
  }
  const firstDays = terms.map((term) => term.start);
  const lastDays = terms.map((term) => term.end);
  const weekday = (day: Day) => WEEKDAY[weekdayOf(day)] ?? 1;
  return {
    days: Int32Array.from(days),
    closed,
    illness: running(days, (day) => weekday(day) * (ILLNESS[monthOf(day) - 1] ?? 1)),
    holiday: running(days, (day) => {
      const nearBreak =
        firstDays.some((d) => day - d < 4 && day >= d) ||
        lastDays.some((d) => d - day < 8 && day <= d);
      return (
        (HOLIDAY[monthOf(day) - 1] ?? 1) * (nearBreak ? 2.5 : 1) * (weekdayOf(day) === 0 ? 1.6 : 1)
      );
    }),
    other: running(days, (day, i) => weekday(day) * (0.85 + (0.3 * i) / days.length)),
    term6: days.findIndex((day) => day >= (terms[5]?.start ?? 0)),
    events,
  };
}
