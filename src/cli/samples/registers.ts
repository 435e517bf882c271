import { ABSENT, NEW_CODES_FROM, POSSIBLE, registerCode } from './codes';
import { weekdayOf } from './dates';
import { AFTERNOON, MORNING, attend } from './presence';
import type { Enrolment } from './enrolments';
import { codeOfReason, reasonAt, reasonWeights, spellLength, type Reason } from './reasons';
import type { Random } from './random';
import type { Timetable } from './timetable';

/** What one pupil's register of a year must show. */
export interface RegisterPlan {
  enrolment: Enrolment;
  yearGroup: number;
  timetable: Timetable;
  /** Days of the timetable from `from` to before `to`. */
  from: number;
  to: number;
  /** Sessions to miss before and from `split` (Year 11's term 6 is outside the persistent absence rule). */
  split: number;
  missed: [number, number];
  suspensions: { day: number; sessions: number }[];
}

const code = registerCode;

/** Marks before anything happens: present, but for days that are closed or not this pupil's. */
function blank(marks: Int8Array, plan: RegisterPlan, random: Random): void {
  const { timetable, from, to, enrolment, yearGroup } = plan;
  const newCodes = (timetable.days[from] ?? 0) >= NEW_CODES_FROM;
  for (let day = from; day < to; day++) {
    const closed = timetable.closed[day] ?? -1;
    marks[2 * day] = closed >= 0 ? closed : MORNING;
    marks[2 * day + 1] = closed >= 0 ? closed : AFTERNOON;
  }
  const out = (day: number, half: number, value: number) => {
    if ((timetable.closed[day] ?? -1) < 0) marks[2 * day + half] = value;
  };
  // On two registers: three days a week elsewhere, so each register has D for the other's days.
  if (enrolment.registration === 'main' || enrolment.registration === 'dual') {
    const here = enrolment.registration === 'main';
    const allElsewhere = here && enrolment.person.index % 3 === 0;
    for (let day = from; day < to; day++) {
      const weekday = weekdayOf(timetable.days[day] ?? 0);
      if (allElsewhere || weekday < 3 === here)
        for (const half of [0, 1]) out(day, half, code('D'));
    }
  }
  // Starting school: afternoons not required in the first fortnight, while still four.
  if (yearGroup === 0 && from === 0 && random.chance(0.3)) {
    for (let day = 0; day < Math.min(to, 10); day++) out(day, 1, code('X'));
  }
  if (newCodes && random.chance(0.004)) {
    const start = random.between(from, to - 1);
    const why = code(random.of({ Y1: 5, Y2: 1, Q: 3, Y5: 0.3, Y6: 0.5, Y7: 2, Y3: 1 }));
    for (let day = start; day < Math.min(to, start + random.between(1, 6)); day++)
      for (const half of [0, 1]) out(day, half, why);
  }
}

/** Number of sessions of the marks that are possible, from day to before day. */
function possible(marks: Int8Array, from: number, to: number): number {
  let count = 0;
  for (let i = 2 * from; i < 2 * to; i++) count += POSSIBLE[marks[i] ?? 0] ?? 0;
  return count;
}

/** Day drawn in proportion to a running sum, within a range. */
function dayFrom(sums: Float64Array, from: number, to: number, random: Random): number {
  const low = sums[from] ?? 0;
  const goal = low + random.next() * ((sums[to] ?? 0) - low);
  let first = from;
  let last = to - 1;
  while (first < last) {
    const mid = (first + last) >> 1;
    if ((sums[mid + 1] ?? 0) > goal) last = mid;
    else first = mid + 1;
  }
  return first;
}

function sumsOf(timetable: Timetable, reason: Reason): Float64Array {
  if (reason === 'I') return timetable.illness;
  return reason === 'G' || reason === 'H' ? timetable.holiday : timetable.other;
}

/** Writes exactly `wanted` missed sessions between two days, as spells with reasons. */
function miss(
  marks: Int8Array,
  { timetable, enrolment, suspensions }: RegisterPlan,
  [from, to]: [number, number],
  wanted: number,
  random: Random,
): void {
  const room = possible(marks, from, to);
  let left = Math.min(wanted, room);
  if (left === 0) return;
  const newCodes = (timetable.days[from] ?? 0) >= NEW_CODES_FROM;
  const rate = left / room;
  const place = (session: number, value: number): boolean => {
    const now = marks[session] ?? 0;
    if (left === 0 || POSSIBLE[now] !== 1 || ABSENT[now] === 1) return false;
    marks[session] = value;
    left--;
    return true;
  };
  for (const { day, sessions } of suspensions) {
    if (day < from || day >= to) continue;
    for (let s = 2 * day, n = 0; s < 2 * to && n < sessions; s++) if (place(s, code('E'))) n++;
  }
  const weights = reasonWeights(enrolment.school.phase, rate, newCodes);
  // Those who miss half or more mostly stop coming for a long stretch.
  if (rate > 0.35) {
    const reason = random.of({
      I: 0.3,
      C2: enrolment.school.phase === 'primary' ? 0.4 : 0.16,
      O: 0.44,
      C: 0.06,
    });
    const length = Math.floor(left * (0.5 + 0.4 * random.next()));
    const start = random.between(2 * from, Math.max(2 * from, 2 * to - length));
    const until = left - length;
    for (let s = start; s < 2 * to && left > until; s++) {
      if (reason !== 'C2' || s % 2 === 1) place(s, codeOfReason(reason, newCodes));
    }
  }
  let misses = 0;
  while (left > 0 && misses < 80) {
    const reason = reasonAt(random.index(weights));
    const value = codeOfReason(reason, newCodes);
    const length = Math.min(spellLength(reason, random), left);
    let session = 2 * dayFrom(sumsOf(timetable, reason), from, to, random);
    if (
      (reason === 'M' && random.chance(0.5)) ||
      (length % 2 === 1 && reason !== 'U' && random.chance(0.5))
    )
      session++;
    let done = 0;
    // A part-time timetable takes afternoons; anything else runs on from session to session.
    const step = reason === 'C2' ? 2 : 1;
    if (reason === 'C2') session |= 1;
    for (; session < 2 * to && done < length; session += step) {
      if (place(session, reason === 'O' && done === 0 && random.chance(0.11) ? code('N') : value))
        done++;
    }
    if (done === 0) misses++;
  }
  for (let s = 2 * from; s < 2 * to && left > 0; s++) place(s, code('O'));
}

/**
 * Possible sessions before anything is missed, before and from the split. The same random stream
 * must then be given to `fillRegister`, so that both see the same closed sessions.
 */
export function possibleSessions(
  marks: Int8Array,
  plan: RegisterPlan,
  random: Random,
): [number, number] {
  blank(marks, plan, random);
  return [possible(marks, plan.from, plan.split), possible(marks, plan.split, plan.to)];
}

/** Fills in a register already begun by `possibleSessions`: two marks a day from the plan's first day to its last. */
export function fillRegister(marks: Int8Array, plan: RegisterPlan, random: Random): void {
  miss(marks, plan, [plan.from, plan.split], plan.missed[0], random);
  miss(marks, plan, [plan.split, plan.to], plan.missed[1], random);
  attend(marks, plan, random);
}
